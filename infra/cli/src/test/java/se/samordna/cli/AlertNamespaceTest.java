package se.samordna.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.local.StartupProblem;
import se.samordna.rules.Decide;

class AlertNamespaceTest {

    @Test
    void a_deployment_s_own_stands_instead_of_the_contract_s() {
        assertThat(AlertNamespace.of(Optional.empty())).isEqualTo(Decide.DEFAULT_NAMESPACE);
        assertThat(AlertNamespace.of(Optional.of("11111111-2222-4333-8444-555555555555")))
                .isEqualTo(UUID.fromString("11111111-2222-4333-8444-555555555555"));
    }

    @Test
    void a_wrong_one_is_named_by_its_variable_and_not_shown() {
        assertThatExceptionOfType(StartupProblem.class)
                .isThrownBy(() -> AlertNamespace.of(Optional.of("hemligt")))
                .withMessage("SAMORDNA_COORDINATION_ALERTNAMESPACE is not a UUID.")
                .withNoCause();
    }
}
