package se.samordna.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The hand-written child by the bare rules: if this fails the whole system cannot be right, and here it is quickly found. */
class OneChildByTheRulesTest {
    static final List<String> RECIPIENTS = Story.RECIPIENTS;

    @ParameterizedTest
    @FieldSource("RECIPIENTS")
    void each_recipient_is_told_what_was_reckoned_by_hand_and_nothing_else(String recipient, @TempDir Path keys) {
        var alerts = ByTheRules.alerts(Story.lines(Story.file()), keys.resolve("pseudonym.json"));

        assertThat(alerts.get(recipient)).containsExactlyInAnyOrderElementsOf(Story.expected(recipient));
    }
}
