package se.samordna.indicators.streams;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Record;
import se.samordna.rules.Effect;
import se.samordna.rules.HistoryOf;
import se.samordna.schemas.Topics;
import se.samordna.streams.ChildStore;
import se.samordna.streams.ChildTooLarge;
import se.samordna.streams.Crossings;
import se.samordna.streams.Encoder;
import se.samordna.streams.Signals;
import se.samordna.streams.StreamsMetrics;

/** What the ids of one child tell each other, as records of {@link Topics#INDICATORS_CROSSINGS}. */
record Messages(Encoder encoder, StreamsMetrics metrics) {

    /**
     * @param now the teller's clock, which the records carry as their timestamp
     * @param held what is held of a child and of those merged into it, part by part
     * @throws ChildTooLarge if that is more than a broker takes in a record
     */
    List<Record<byte[], byte[]>> of(
            List<Effect.Cross> crossings, Instant now, Function<HistoryOf, Map<UUID, byte[]>> held) {
        if (crossings.isEmpty()) {
            return List.of(); // as after nearly every event
        }
        return crossings.stream().map(each -> record(each, now, held)).toList();
    }

    private Record<byte[], byte[]> record(
            Effect.Cross cross, Instant now, Function<HistoryOf, Map<UUID, byte[]>> held) {
        Map<UUID, byte[]> parts = cross.crossing() instanceof HistoryOf history ? held.apply(history) : Map.of();
        byte[] value = encoder.write(Topics.INDICATORS_CROSSINGS, Crossings.write(cross, parts));
        if (value.length > ChildStore.LARGEST) {
            throw new ChildTooLarge();
        }
        metrics.count("samordna.crossings.told", "what", cross.crossing().kind().name(), "recipient", "CHILD");
        return new Record<>(Signals.key(cross.target()), value, now.toEpochMilli());
    }
}
