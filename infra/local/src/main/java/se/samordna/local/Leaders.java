package se.samordna.local;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Whether somebody leads the partitions of new topics yet. A topic is created before it is led, and what an idempotent
 * producer sends in between may be lost to it: its first batches are refused, a later one is taken, and then the first are
 * out of order for good (they fail after two minutes).
 */
public final class Leaders {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Leaders() {}

    /**
     * Where every partition ends, once its leader has said so: only a leader does. The controller has answered that a topic
     * is there before each broker has read so, and of several the one asked may be behind: that it does not know one is asked
     * again for a minute.
     *
     * @throws StartupProblem if a partition is still unknown then, or the broker refuses
     */
    public static Map<TopicPartition, Long> ends(Admin admin, Stream<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> wanted = partitions.collect(Collectors.toMap(p -> p, _ -> OffsetSpec.latest()));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return admin.listOffsets(wanted).all().get().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, e -> e.getValue().offset()));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || System.nanoTime() > end) {
                    throw new StartupProblem("The broker refused or did not answer: " + e.getMessage(), e);
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StartupProblem("Interrupted while topics waited for a leader", e);
            }
        }
    }

    /** The partitions of a topic. */
    public static Stream<TopicPartition> partitions(String topic, int number) {
        return IntStream.range(0, number).mapToObj(partition -> new TopicPartition(topic, partition));
    }
}
