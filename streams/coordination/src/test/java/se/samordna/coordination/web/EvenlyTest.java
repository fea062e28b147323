package se.samordna.coordination.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of two children nobody may be told of, one is looked for longer than the other. */
class EvenlyTest {

    @ParameterizedTest(name = "ready after {0} µs it leaves after {1} ms")
    @CsvSource({"0, 100", "1, 100", "33000, 100", "100000, 100", "100001, 200", "199999, 200", "1000000, 1000"})
    void an_answer_leaves_at_the_next_moment_however_long_it_took(long micros, long millis) {
        assertThat(Evenly.leaves(Duration.ofNanos(micros * 1_000))).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void and_not_before() {
        long asked = System.nanoTime();

        Evenly.begin().await();

        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThanOrEqualTo(Evenly.APART);
    }
}
