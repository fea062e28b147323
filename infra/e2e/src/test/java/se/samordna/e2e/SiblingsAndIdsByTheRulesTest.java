package se.samordna.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hand-written siblings by the bare rules, what they tell each other passed on at once. */
class SiblingsAndIdsByTheRulesTest {

    @Test
    void the_social_services_are_told_what_was_reckoned_by_hand_and_nobody_anything_else(@TempDir Path keys) {
        var alerts = ByTheRules.alerts(Story.lines(Story.siblingsAndIds()), keys.resolve("pseudonym.json"));

        assertThat(alerts.remove("social-services"))
                .containsExactlyInAnyOrderElementsOf(Story.expectedOfSiblingsAndIds());
        assertThat(alerts.values()).allSatisfy(told -> assertThat(told).isEmpty());
    }
}
