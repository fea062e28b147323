/** Keeps the app alive: starts the topology when what it needs is there, reads the small topics whole, publishes plans. */
@NullMarked
package se.samordna.indicators.running;

import org.jspecify.annotations.NullMarked;
