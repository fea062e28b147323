/**
 * Forwards {@code /api/<word>/**} to the one service that owns it.
 *
 * <p>The targets are fixed by the first word of the path and nothing in a request can choose another. What is passed
 * on is what is known to be harmless: paths of plain segments, headers by name, bodies that are counted while they
 * stream. Nothing is buffered whole.
 */
@NullMarked
package se.samordna.workplace.proxy;

import org.jspecify.annotations.NullMarked;
