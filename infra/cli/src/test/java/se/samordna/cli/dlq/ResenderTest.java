package se.samordna.cli.dlq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import se.samordna.local.StartupProblem;
import se.samordna.platform.Replayed;

class ResenderTest {
    private static final Instant NOW = Instant.parse("2026-01-12T09:00:00.123Z");

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(topics(), true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final List<Replayed> marks = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private final Resender resender = new Resender(
            producer,
            mark -> {
                marks.add(mark);
                return new byte[] {5};
            },
            Clock.fixed(NOW, ZoneOffset.UTC),
            (letter, now) -> sent.add(letter.place() + " to " + now));

    @Test
    void a_letter_goes_back_as_it_came_together_with_its_mark_and_nothing_else() {
        resender.begin();
        send(17);
        assertThat(producer.history()).as("not before all is certain").isEmpty();
        assertThat(sent).isEmpty();
        resender.settle();

        ProducerRecord<byte[], byte[]> back = producer.history().getFirst();
        assertThat(back.topic()).isEqualTo("school.events");
        assertThat(back.partition()).isEqualTo(3);
        assertThat(back.key()).isEqualTo(Letters.KEY);
        assertThat(back.value()).isEqualTo(Letters.VALUE);
        assertThat(back.timestamp()).as("its own, which moves no clock on").isEqualTo(Letters.AT);
        assertThat(back.headers().toArray()).isEmpty();
        ProducerRecord<byte[], byte[]> mark = producer.history().getLast();
        assertThat(mark.topic()).isEqualTo("platform.replays");
        assertThat(new String(mark.key(), StandardCharsets.UTF_8)).isEqualTo("school.events.dlq/0/17");
        assertThat(mark.timestamp()).isEqualTo(NOW.toEpochMilli());
        assertThat(marks).containsExactly(new Replayed("school.events.dlq", 0, 17L, NOW));
        assertThat(producer.history()).hasSize(2);
        assertThat(sent).containsExactly("school.events.dlq/0/17 to school.events/3/0");
    }

    @Test
    void many_go_back_some_at_a_time_and_the_last_ones_when_it_ends() {
        resender.begin();
        for (int offset = 0; offset < 1_100; offset++) {
            send(offset);
        }
        assertThat(producer.commitCount()).isEqualTo(2);
        assertThat(sent).hasSize(1_000);
        resender.settle();
        resender.settle();
        assertThat(producer.commitCount()).isEqualTo(3);
        assertThat(sent).hasSize(1_100).doesNotHaveDuplicates();
    }

    @Test
    void one_that_began_before_another_puts_back_nothing_more() {
        resender.begin();
        send(17);
        producer.fenceProducer();

        assertThatThrownBy(resender::settle).isInstanceOf(StartupProblem.class).hasMessageStartingWith("Another");
        assertThat(producer.history()).isEmpty();
        assertThat(sent).isEmpty();
    }

    @Test
    void what_the_broker_did_not_take_is_not_said_to_be_back() {
        resender.begin();
        send(17);
        producer.commitTransactionException = new KafkaException("no");

        assertThatThrownBy(resender::settle)
                .isInstanceOf(StartupProblem.class)
                .hasMessageContaining("What was not said to be replayed is not");
        assertThat(sent).isEmpty();
    }

    private static Cluster topics() {
        List<PartitionInfo> partitions = new ArrayList<>();
        for (int partition = 0; partition < 4; partition++) {
            partitions.add(new PartitionInfo("school.events", partition, null, null, null));
        }
        partitions.add(new PartitionInfo("platform.replays", 0, null, null, null));
        return new Cluster("test", List.of(), partitions, Set.of(), Set.of());
    }

    private void send(int offset) {
        resender.send(
                Letters.of("school.events.dlq", offset, "school.events", "3", "1234", "unknown-type"),
                new Place("school.events", 3, 1234));
    }
}
