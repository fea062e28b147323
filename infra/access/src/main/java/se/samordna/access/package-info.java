/**
 * Who asks, and what they may ask about: the one reading of a sign-in's claims, for the query APIs, the services that take
 * events in and the workplace alike, so that a page and the API behind it never disagree.
 */
@NullMarked
package se.samordna.access;

import org.jspecify.annotations.NullMarked;
