/**
 * Who may use this port, and what a browser may do with what it gets from it.
 *
 * <p>There is no sign-in yet, so the port is for people at this machine alone: a request from elsewhere, one that a
 * strange page sends, or one that reached us under a strange name is refused before anything looks at it.
 */
@NullMarked
package se.samordna.workplace.guard;

import org.jspecify.annotations.NullMarked;
