/**
 * The inbox: what a coordinator, a case worker or a contact person has before them, worst first. Every way of looking at
 * it is an address that can be kept; the person's own views and last visit are in a cookie of theirs and nowhere else.
 */
@NullMarked
package se.samordna.workplace.inbox;

import org.jspecify.annotations.NullMarked;
