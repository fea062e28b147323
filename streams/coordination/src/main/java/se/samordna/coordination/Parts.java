package se.samordna.coordination;

import se.samordna.rules.Decide;
import se.samordna.rules.Rules;
import se.samordna.streams.Encoder;
import se.samordna.streams.Registry;
import se.samordna.streams.StreamsMetrics;

/**
 * What the topology is made with besides its settings.
 *
 * @param decide judges by {@code rules}
 */
public record Parts(Registry registry, Encoder encoder, StreamsMetrics metrics, Rules rules, Decide decide) {}
