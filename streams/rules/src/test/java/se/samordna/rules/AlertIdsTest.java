package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class AlertIdsTest {

    @Test
    void the_contracts_example() {
        UUID child = UUID.fromString("0b540000-0000-4000-8000-000000000001");
        assertThat(new AlertIds(Decide.DEFAULT_NAMESPACE)
                        .id(RuleId.R12, child, "6f0c0000-0000-4000-8000-000000000001/a"))
                .isEqualTo(UUID.fromString("89c92de3-2f6c-5937-b7c5-9fc228a5372e"));
    }

    @Test
    void another_namespace_gives_another_id() {
        UUID child = UUID.fromString("0b540000-0000-4000-8000-000000000001");
        assertThat(new AlertIds(new UUID(1, 2)).id(RuleId.R12, child, "x"))
                .isNotEqualTo(new AlertIds(Decide.DEFAULT_NAMESPACE).id(RuleId.R12, child, "x"));
    }
}
