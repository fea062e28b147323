package se.samordna.cli.whatif;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import se.samordna.cli.history.LogSignals;
import se.samordna.cli.history.PartitionLog;
import se.samordna.coordination.CoordinationTopology;
import se.samordna.rules.Rules;
import se.samordna.schemas.Topic;
import se.samordna.schemas.Topics;
import se.samordna.streams.Registry;

/**
 * Feeds the whole log, one partition after the other, to the rules under two settings and compares what they say. Reads as
 * far as the log had come at the beginning; in no group, writing nothing.
 */
public final class WhatIf {

    private static final List<String> TOPICS =
            CoordinationTopology.sources().stream().map(Topic::name).toList();

    private final Consumer<byte[], byte[]> consumer;
    private final LogSignals signals;
    private final UUID namespace;
    private final Rules inForce;
    private final Rules others;
    private final List<Map<TopicPartition, Long>> ends = new ArrayList<>();

    /**
     * @param consumer of committed records, not yet assigned; the caller's to close
     * @param namespace of the alert ids, without which no coordinator's action would find its alert
     */
    public WhatIf(Consumer<byte[], byte[]> consumer, Registry registry, UUID namespace, Rules inForce, Rules others) {
        this.consumer = consumer;
        this.namespace = namespace;
        this.inForce = inForce;
        this.others = others;
        signals = new LogSignals(registry);
        int partitions = consumer.partitionsFor(Topics.CLOCK.name()).size();
        for (int partition = 0; partition < partitions; partition++) {
            ends.add(PartitionLog.ends(consumer, TOPICS, partition));
        }
    }

    /** About how many records there are to read. */
    public long total() {
        return ends.stream()
                .flatMap(partition -> partition.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    /**
     * Reads and compares.
     *
     * @param from alerts opened before do not count
     * @param progress told now and then how much has been read
     */
    public Report report(Instant from, LongConsumer progress) {
        Comparison comparison = new Comparison(inForce, from);
        Instant asOf = Instant.EPOCH;
        long read = 0;
        for (Map<TopicPartition, Long> partition : ends) {
            PartitionLog log = new PartitionLog(consumer, partition);
            Past past = new Past(namespace, inForce, others);
            long before = read;
            long taken = 0;
            for (var next = log.next(); next.isPresent(); next = log.next()) {
                ConsumerRecord<byte[], byte[]> record = next.get();
                signals.of(record).ifPresent(past::take);
                if (++taken % 1_000 == 0) {
                    progress.accept(before + log.done());
                }
            }
            past.alerts(child -> comparison.child(child.before(), child.after()));
            asOf = past.clock().isAfter(asOf) ? past.clock() : asOf;
            read += partition.values().stream().mapToLong(Long::longValue).sum();
            progress.accept(read);
        }
        return comparison.report(asOf);
    }
}
