package se.samordna.indicators.streams;

import se.samordna.indicators.units.Tally;
import se.samordna.streams.Encoder;
import se.samordna.streams.Nice;
import se.samordna.streams.Registry;
import se.samordna.streams.StreamsMetrics;

/**
 * What the topology is made with besides its settings.
 *
 * @param partitions of the topics by child: the cells are of an instant once the clocks of all of them have come to it
 * @param nice how far the stream threads stand back
 */
public record Parts(
        Registry registry, Encoder encoder, StreamsMetrics metrics, Tally tally, int partitions, Nice nice) {}
