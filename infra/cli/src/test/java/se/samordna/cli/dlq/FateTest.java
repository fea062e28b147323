package se.samordna.cli.dlq;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.samordna.streams.DeadReason;

class FateTest {
    private static final Map<String, Integer> PARTITIONS = Map.of("school.events", 4, "school.events.dlq", 1);
    private static final Place FROM = new Place("school.events", 3, 1234);

    private final Replays replays = new Replays();

    @ParameterizedTest
    @EnumSource(DeadReason.class)
    void what_a_mended_reader_may_take_goes_back_and_the_rest_only_where_it_is_named(DeadReason reason) {
        Letter letter = Letters.of("school.events.dlq", 17, "school.events", "3", "1234", reason.code());
        boolean mendable = switch (reason) {
            case UNKNOWN_SCHEMA, UNKNOWN_TYPE, UNKNOWN_SYMBOL, INCOMPATIBLE_SCHEMA, CHILD_TOO_LARGE, INTERNAL_ERROR ->
                true;
            default -> false;
        };

        assertThat(fate(letter, false)).isEqualTo(mendable ? new Fate.Back(FROM) : new Fate.Left());
        assertThat(fate(letter, true)).isEqualTo(new Fate.Back(FROM));
    }

    @Test
    void a_reason_of_a_later_release_is_for_that_one_to_judge() {
        assertThat(fate(Letters.of("school.events.dlq", 17, "school.events", "3", "1234", "too-blue"), false))
                .isEqualTo(new Fate.Back(FROM));
    }

    @Test
    void what_went_back_before_does_not_go_again_named_or_not() {
        Letter letter = Letters.of("school.events.dlq", 17, "school.events", "3", "1234", "unknown-type");
        Stream.of("school.events.dlq/0/17", "no place at all")
                .forEach(key -> replays.take(new ConsumerRecord<>(
                        "platform.replays", 0, 0, key.getBytes(StandardCharsets.UTF_8), new byte[0])));

        assertThat(fate(letter, true)).isEqualTo(new Fate.Before(Instant.ofEpochMilli(-1)));
        assertThat(fate(Letters.of("school.events.dlq", 18, "school.events", "3", "1234", "unknown-type"), false))
                .isEqualTo(new Fate.Back(FROM));
    }

    @ParameterizedTest
    @CsvSource({
        "-, 3, 1234, samordna.dlq.topic",
        "school.events, -, 1234, samordna.dlq.topic",
        "school.events, x, 1234, samordna.dlq.topic",
        "school.events, 3, -1, samordna.dlq.topic",
        "region.events, 3, 1234, samordna.dlq.topic",
        "school.events.dlq, 3, 1234, samordna.dlq.topic",
        "nowhere, 3, 1234, samordna.dlq.topic",
        "school.events, 4, 1234, samordna.dlq.partition"
    })
    void one_that_does_not_say_where_it_belongs_is_refused_by_the_header_at_fault(
            String topic, String partition, String offset, String header) {
        assertThat(fate(Letters.of("school.events.dlq", 17, topic, partition, offset, "unknown-type"), true))
                .isInstanceOfSatisfying(
                        Fate.Refused.class, refused -> assertThat(refused.why()).startsWith(header));
    }

    private Fate fate(Letter letter, boolean named) {
        return Fate.of(letter, replays, PARTITIONS, named);
    }
}
