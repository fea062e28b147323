package se.samordna.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import se.samordna.events.Agency;
import se.samordna.events.ConcernReason;
import se.samordna.events.ConcernReportReceived;
import se.samordna.events.EventHeader;
import se.samordna.events.Ground;
import se.samordna.events.ProtectedIdentity;
import se.samordna.events.ReporterType;
import se.samordna.local.LocalSettings;
import se.samordna.schemas.Keys;
import se.samordna.schemas.SpecificAvroSerde;

/** Records straight to a topic, past every service. */
final class Records implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;
    private final List<Future<?>> sent = new ArrayList<>();

    Records(String bootstrap) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** To the partition of the child, or of nobody. */
    void send(String topic, @Nullable UUID child, byte @Nullable [] value) {
        sent.add(producer.send(new ProducerRecord<>(topic, key(child), value)));
    }

    /** Returns when all are there. */
    @Override
    public void close() {
        producer.close();
        assertThat(sent).allSatisfy(record -> assertThat(record.state()).isEqualTo(Future.State.SUCCESS));
    }

    static byte @Nullable [] key(@Nullable UUID child) {
        return child == null ? null : Keys.child(child).getBytes(StandardCharsets.UTF_8);
    }

    /** A report of a minute ago, in the wire format. */
    static byte[] report(String registry, UUID child, UUID event, String reportId) {
        return report(registry, child, event, reportId, Instant.now().minusSeconds(60));
    }

    /** A report in the wire format. */
    @SuppressWarnings("NullAway") // what is left out is null in a generated record
    static byte[] report(String registry, UUID child, UUID event, String reportId, Instant received) {
        var header = new EventHeader(
                event,
                child,
                "2380",
                Agency.SOCIAL_SERVICES,
                "urn:example:social",
                received.minusSeconds(2),
                received,
                Ground.OWN,
                null,
                ProtectedIdentity.NONE,
                null,
                null);
        var report =
                new ConcernReportReceived(header, reportId, ReporterType.SCHOOL, List.of(ConcernReason.NEGLECT), false);
        try (var serde = SpecificAvroSerde.<SpecificRecord>forValues(registry)) {
            return serde.serializer().serialize("social-services.events", report);
        }
    }

    /** Another child whose records lie behind the same ones. */
    static UUID childInThePartitionOf(UUID child) {
        int partitions = LocalSettings.PARTITIONS;
        return Stream.generate(UUID::randomUUID)
                .filter(other -> Keys.partition(other, partitions) == Keys.partition(child, partitions))
                .findFirst()
                .orElseThrow();
    }
}
