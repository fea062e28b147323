package se.samordna.cli.whatif;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import se.samordna.cli.county.County;
import se.samordna.cli.county.CountyOrder;
import se.samordna.cli.replay.Replay;
import se.samordna.cli.replay.Sink;
import se.samordna.coordination.CoordinationTopology;
import se.samordna.kit.intake.EventReader;
import se.samordna.kit.intake.Reading;
import se.samordna.kit.privacy.PseudonymKey;
import se.samordna.kit.privacy.Pseudonymizer;
import se.samordna.platform.Tick;
import se.samordna.schemas.Keys;
import se.samordna.schemas.Topic;
import se.samordna.schemas.Topics;
import se.samordna.streams.Encoder;

/** The log of a made-up county as a replay writes it, in two partitions and in memory. */
public final class Log implements Sink {

    static final int PARTITIONS = 2;

    private final Encoder encoder;
    private final Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records = new HashMap<>();
    private final List<ConsumerRecord<byte[], byte[]>> inOrder = new ArrayList<>();

    private Log(Encoder encoder) {
        this.encoder = encoder;
        CoordinationTopology.sources()
                .forEach(topic -> IntStream.range(0, PARTITIONS)
                        .forEach(p -> records.put(new TopicPartition(topic.name(), p), new ArrayList<>())));
    }

    /** @param key file of the pseudonyms' key, made if it is missing */
    public static Log of(CountyOrder order, Encoder encoder, Path key) {
        Log log = new Log(encoder);
        EventReader reader = new EventReader(Pseudonymizer.with(new PseudonymKey.KeyFile(key, true)));
        Replay replay = new Replay(
                reader,
                log,
                (file, line, fault) -> {
                    throw new AssertionError(fault);
                },
                Duration.ofHours(1));
        replay.begin(OptionalLong.empty());
        new County(order).write((bytes, length) -> replay.line(bytes, length, "county", 0), day -> {});
        replay.end(OptionalLong.empty());
        return log;
    }

    @Override
    public void event(Reading.Event event, long stamp) {
        Topic topic = event.type().topic(event.header().getAgency()).orElseThrow();
        String key = Keys.child(event.childId());
        add(topic, Math.floorMod(key.hashCode(), PARTITIONS), key, encoder.write(topic, event.event()), stamp);
    }

    @Override
    public void measurement(Reading.Measurement measurement, long stamp) {
        // of no child
    }

    @Override
    public void tick(Instant at) {
        byte[] tick = encoder.write(Topics.CLOCK, new Tick(at));
        for (int p = 0; p < PARTITIONS; p++) {
            add(Topics.CLOCK, p, String.valueOf(p), tick, at.toEpochMilli());
        }
    }

    @Override
    public void settle() {
        // in memory all is safe at once
    }

    private void add(Topic topic, int partition, String key, byte[] value, long stamp) {
        List<ConsumerRecord<byte[], byte[]>> of =
                records.computeIfAbsent(new TopicPartition(topic.name(), partition), _ -> new ArrayList<>());
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                topic.name(),
                partition,
                of.size(),
                stamp,
                TimestampType.CREATE_TIME,
                key.length(),
                value.length,
                key.getBytes(StandardCharsets.UTF_8),
                value,
                new RecordHeaders(),
                Optional.empty());
        of.add(record);
        inOrder.add(record);
    }

    /** Every record once; a Tick of the first partition alone. */
    public List<ConsumerRecord<byte[], byte[]>> inOrder() {
        return inOrder.stream()
                .filter(record -> !record.topic().equals(Topics.CLOCK.name()) || record.partition() == 0)
                .toList();
    }

    int size() {
        return inOrder.size();
    }

    /** A consumer that finds it all there. */
    public MockConsumer<byte[], byte[]> consumer() {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest") {
            @Override
            public synchronized void assign(Collection<TopicPartition> partitions) {
                super.assign(partitions);
                partitions.forEach(each -> records.getOrDefault(each, List.of()).forEach(this::addRecord));
            }
        };
        Map<TopicPartition, Long> ends = new HashMap<>();
        Map<TopicPartition, Long> begins = new HashMap<>();
        records.forEach((partition, of) -> {
            ends.put(partition, (long) of.size());
            begins.put(partition, 0L);
        });
        consumer.updateBeginningOffsets(begins);
        consumer.updateEndOffsets(ends);
        CoordinationTopology.sources()
                .forEach(topic -> consumer.updatePartitions(
                        topic.name(),
                        IntStream.range(0, PARTITIONS)
                                .mapToObj(p -> new PartitionInfo(topic.name(), p, null, null, null))
                                .toList()));
        return consumer;
    }
}
