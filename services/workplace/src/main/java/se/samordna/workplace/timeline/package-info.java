/**
 * The picture of a child's time: lanes per agency, what goes on as bars, what happened as marks, absence as a band,
 * alerts with their due times, and silence drawn as a gap rather than as nothing.
 *
 * <p>Here everything is numbers and plain texts; the template turns them into SVG and escapes every word.
 */
@NullMarked
package se.samordna.workplace.timeline;

import org.jspecify.annotations.NullMarked;
