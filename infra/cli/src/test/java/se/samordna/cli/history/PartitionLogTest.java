package se.samordna.cli.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartitionLogTest {
    private static final TopicPartition EVENTS = new TopicPartition("school.events", 2);
    private static final TopicPartition CLOCK = new TopicPartition("platform.clock", 2);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");

    @BeforeEach
    void both_topics_begin_at_nought() {
        consumer.updateBeginningOffsets(Map.of(EVENTS, 0L, CLOCK, 0L));
    }

    @Test
    void the_least_timestamp_comes_first_and_each_topic_keeps_its_order() {
        PartitionLog log = new PartitionLog(consumer, Map.of(EVENTS, 4L, CLOCK, 2L));
        consumer.schedulePollTask(() -> {
            add(EVENTS, 0, 10);
            add(EVENTS, 1, 5); // older than the one before it, and still after it
            add(EVENTS, 2, 40);
            add(EVENTS, 3, 41);
        });
        consumer.schedulePollTask(() -> {
            add(CLOCK, 0, 20);
            add(CLOCK, 1, 30);
        });

        assertThat(rest(log))
                .containsExactly(
                        "school.events 0",
                        "school.events 1",
                        "platform.clock 0",
                        "platform.clock 1",
                        "school.events 2",
                        "school.events 3");
        assertThat(log.done()).isEqualTo(log.total()).isEqualTo(6);
    }

    @Test
    void what_came_after_the_end_is_not_read_nor_waited_for() {
        PartitionLog log = new PartitionLog(consumer, Map.of(EVENTS, 1L, CLOCK, 0L));
        consumer.schedulePollTask(() -> {
            add(EVENTS, 0, 10);
            add(EVENTS, 1, 5);
            add(CLOCK, 0, 1);
        });

        assertThat(rest(log)).containsExactly("school.events 0");
    }

    private static List<String> rest(PartitionLog log) {
        List<String> all = new ArrayList<>();
        for (var next = log.next(); next.isPresent(); next = log.next()) {
            all.add(next.get().topic() + " " + next.get().offset());
        }
        return all;
    }

    private void add(TopicPartition to, long offset, long timestamp) {
        byte[] bytes = "x".getBytes(StandardCharsets.UTF_8);
        consumer.addRecord(new ConsumerRecord<>(
                to.topic(),
                to.partition(),
                offset,
                timestamp,
                TimestampType.CREATE_TIME,
                1,
                1,
                bytes,
                bytes,
                new RecordHeaders(),
                Optional.empty()));
    }
}
