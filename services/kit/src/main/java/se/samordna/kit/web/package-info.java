/**
 * HTTP in front of the reader and the publisher, the same for the four agencies, for actions and for measurements: 202
 * only after the broker's acknowledgement, problems with stable codes (RFC 9457), and nothing of a child in any log.
 *
 * <p>An app takes what it needs by {@code @Import}: {@link se.samordna.kit.web.AgencyIntake}, {@link
 * se.samordna.kit.web.ActionIntake}, {@link se.samordna.kit.web.MeasurementIntake}.
 */
@NullMarked
package se.samordna.kit.web;

import org.jspecify.annotations.NullMarked;
