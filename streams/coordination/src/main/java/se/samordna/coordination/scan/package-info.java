/**
 * Topics read when someone asks: the ledger, the access log and the dead letters from their newest records back, and how far
 * the applications have come. Nothing of it is held in memory between two questions, so every instance answers alike; a
 * question is bounded in rows, in time and in how many are answered at once.
 */
@NullMarked
package se.samordna.coordination.scan;

import org.jspecify.annotations.NullMarked;
