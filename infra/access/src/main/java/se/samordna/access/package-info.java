/**
 * Who asks, and what they may ask about: the one reading of a sign-in's claims, for the query APIs, the services that take
 * events in and the workplace alike, so that a page and the API behind it never disagree.
 *
 * <p>An app takes the filter by {@code @Import}: {@link se.samordna.access.AccessParts} or {@link
 * se.samordna.access.ApiAccess}. Spring is no part of it: whoever uses these brings it along.
 */
@NullMarked
package se.samordna.access;

import org.jspecify.annotations.NullMarked;
