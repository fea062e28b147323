/**
 * The whole of Samordna on one machine, of real parts: a KRaft broker with its data on disk, the schema registry as a
 * process of its own, every service and app. Everything listens on 127.0.0.1 alone and dies with the process that
 * started it.
 */
@NullMarked
package se.samordna.local;

import org.jspecify.annotations.NullMarked;
