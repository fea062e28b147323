/**
 * What Samordna costs: the same events through a raw byte pass-through, a Kafka Streams pass-through and coordination, in one
 * run on one broker, so that only ratios need to be believed; and JMH for the hot paths.
 */
@NullMarked
package se.samordna.bench;

import org.jspecify.annotations.NullMarked;
