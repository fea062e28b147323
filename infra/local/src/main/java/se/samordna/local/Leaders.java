package se.samordna.local;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * Whether somebody leads the partitions of new topics yet. A topic is created before it is led, and what an idempotent
 * producer sends in between may be lost to it: its first batches are refused, a later one is taken, and then the first are
 * out of order for good (they fail after two minutes).
 */
public final class Leaders {
    private Leaders() {}

    /** Done when every partition's leader has said where it ends: only a leader does. */
    public static KafkaFuture<Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo>> ends(
            Admin admin, Stream<TopicPartition> partitions) {
        return admin.listOffsets(partitions.collect(Collectors.toMap(p -> p, _ -> OffsetSpec.latest())))
                .all();
    }

    /** The partitions of a topic. */
    public static Stream<TopicPartition> partitions(String topic, int number) {
        return IntStream.range(0, number).mapToObj(partition -> new TopicPartition(topic, partition));
    }
}
