/**
 * Who may use this port, and what a browser may do with what it gets from it.
 *
 * <p>The APIs trust this machine, so they are for people and programs at it alone. Pages have their sign-in and may be
 * reached from elsewhere, under the names that {@code samordna.hosts} sets. A request that a strange page sends, or one
 * that reached us under a strange name, is refused before anything looks at it.
 */
@NullMarked
package se.samordna.workplace.guard;

import org.jspecify.annotations.NullMarked;
