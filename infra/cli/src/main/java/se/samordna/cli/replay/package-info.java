/** Replays JSON lines: files to Kafka through the same validation as the services, with time moved by Ticks. */
@NullMarked
package se.samordna.cli.replay;

import org.jspecify.annotations.NullMarked;
