package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderTest {

    @Test
    void ids_are_compared_as_text_not_as_signed_numbers() {
        Random random = new Random(1);
        List<UUID> ids = Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()))
                .limit(1_000)
                .toList();
        assertThat(ids.stream().sorted(Order.IDS))
                .containsExactlyElementsOf(ids.stream()
                        .sorted(Comparator.comparing(UUID::toString))
                        .toList());
        assertThat(Order.IDS.compare(
                        UUID.fromString("80000000-0000-4000-8000-000000000000"),
                        UUID.fromString("7fffffff-0000-4000-8000-000000000000")))
                .isPositive();
    }
}
