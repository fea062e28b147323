package se.samordna.cli.proof;

import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import se.samordna.cli.history.LogSignals;
import se.samordna.cli.history.PartitionLog;
import se.samordna.coordination.CoordinationTopology;
import se.samordna.events.Agency;
import se.samordna.events.EventHeader;
import se.samordna.events.Ground;
import se.samordna.events.ProtectedIdentity;
import se.samordna.platform.Tick;
import se.samordna.schemas.SchemaRegistration;
import se.samordna.schemas.SpecificAvroSerde;
import se.samordna.schemas.Topic;
import se.samordna.schemas.Topics;
import se.samordna.streams.Registry;

/** The log of one partition, written down by a test. */
final class LogOfChildren implements AutoCloseable {
    private static final String SCOPE = "cli-proof";

    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    private final Map<String, Long> ends = new HashMap<>();
    private final SpecificAvroSerde<SpecificRecord> serde;
    private final Registry registry = Registry.at("mock://" + SCOPE);

    LogOfChildren() {
        new SchemaRegistration(MockSchemaRegistry.getClientForScope(SCOPE)).registerAll();
        serde = SpecificAvroSerde.forValues("mock://" + SCOPE);
        CoordinationTopology.sources().forEach(topic -> ends.put(topic.name(), 0L));
    }

    /** A header of something that happened and was received at once. */
    @SuppressWarnings("NullAway") // what is left out is null in a generated record
    static EventHeader header(UUID child, int id, Agency agency, String at) {
        return new EventHeader(
                new UUID(0x6f0c_0000_0000_4000L, 0x8000_0000_0000_0000L | id),
                child,
                "2380",
                agency,
                "urn:test",
                Instant.parse(at),
                Instant.parse(at),
                Ground.OWN,
                null,
                ProtectedIdentity.NONE,
                null,
                null);
    }

    LogOfChildren event(Topic topic, UUID child, String stamp, SpecificRecord event) {
        return add(topic, child.toString(), stamp, event);
    }

    LogOfChildren tick(String at) {
        return add(Topics.CLOCK, "0", at, new Tick(Instant.parse(at)));
    }

    private LogOfChildren add(Topic topic, String key, String stamp, SpecificRecord value) {
        long offset = Optional.ofNullable(ends.get(topic.name())).orElseThrow();
        ends.put(topic.name(), offset + 1);
        records.add(new ConsumerRecord<>(
                topic.name(),
                0,
                offset,
                Instant.parse(stamp).toEpochMilli(),
                TimestampType.CREATE_TIME,
                1,
                1,
                key.getBytes(StandardCharsets.UTF_8),
                serde.serializer().serialize(topic.name(), value),
                new RecordHeaders(),
                Optional.empty()));
        return this;
    }

    Map<TopicPartition, Long> through() {
        Map<TopicPartition, Long> through = new HashMap<>();
        ends.forEach((topic, end) -> through.put(new TopicPartition(topic, 0), end));
        return through;
    }

    Map<UUID, ChildLog> read(Collection<UUID> children) {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
        Map<TopicPartition, Long> beginnings = new HashMap<>();
        through().keySet().forEach(partition -> beginnings.put(partition, 0L));
        consumer.updateBeginningOffsets(beginnings);
        consumer.schedulePollTask(() -> records.forEach(consumer::addRecord));
        return ChildLog.read(new PartitionLog(consumer, through()), new LogSignals(registry), children, done -> {});
    }

    @Override
    public void close() {
        serde.close();
        registry.close();
        MockSchemaRegistry.dropScope(SCOPE);
    }
}
