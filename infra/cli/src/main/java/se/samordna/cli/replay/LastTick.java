package se.samordna.cli.replay;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import se.samordna.local.Connections;
import se.samordna.schemas.Topics;

/** Where the platform's clock stands. */
public final class LastTick {
    private static final Duration NEAR = Duration.ofSeconds(5);

    private LastTick() {}

    /** The last Tick written, epoch milliseconds; empty before the first. */
    public static OptionalLong of(String bootstrap) {
        try (KafkaConsumer<byte[], byte[]> reader = new KafkaConsumer<>(
                Connections.reader(bootstrap), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition first = new TopicPartition(Topics.CLOCK.name(), 0);
            reader.assign(List.of(first));
            long end = reader.endOffsets(List.of(first)).getOrDefault(first, 0L);
            if (end == 0) {
                return OptionalLong.empty();
            }
            reader.seek(first, end - 1);
            return reader.poll(Duration.ofSeconds(5)).records(first).stream()
                    .mapToLong(r -> r.timestamp())
                    .max();
        }
    }

    /** Whether a live clock ticks: its last Tick is never more than a second old. */
    public static boolean isNow(String bootstrap, Clock clock) {
        OptionalLong last = of(bootstrap);
        return last.isPresent() && Math.abs(clock.millis() - last.getAsLong()) < NEAR.toMillis();
    }
}
