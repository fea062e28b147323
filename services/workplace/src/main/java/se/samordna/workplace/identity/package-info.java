/**
 * Who a child is. What agencies have told of it lies sealed on a compacted topic; here is the only key that opens it. It is
 * opened when someone asks, one child at a time, if coordination shows them the child by their own token and the access
 * log has taken the entry; then it is on their page and nowhere else.
 */
@NullMarked
package se.samordna.workplace.identity;

import org.jspecify.annotations.NullMarked;
