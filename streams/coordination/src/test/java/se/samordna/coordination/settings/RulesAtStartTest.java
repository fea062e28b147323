package se.samordna.coordination.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samordna.coordination.CoordinationApp;
import se.samordna.rules.AbsenceSettings;
import se.samordna.rules.Rules;
import se.samordna.streams.yaml.Fault;

/** The app goes by its file of settings or does not go at all. */
class RulesAtStartTest {

    @TempDir
    Path dir;

    @Test
    void a_file_with_mistakes_starts_nothing_and_names_them_all() throws IOException {
        Path file = Files.writeString(dir.resolve("mine.yaml"), "R09: {actDays: 10}\nR99: {version: 2}\n");

        assertThatThrownBy(() -> CoordinationApp.app().run("--samordna.rules=" + file, "--server.port=0"))
                .hasRootCauseInstanceOf(RulesFaulty.class)
                .rootCause()
                .hasMessageContaining("mine.yaml:1: R09.actDays is 10 and was 14")
                .hasMessageContaining("mine.yaml:2: the file has no field R99");
    }

    @Test
    void a_file_that_is_not_there_starts_nothing_either() {
        assertThatThrownBy(() -> RulesInForce.of(Optional.of(dir.resolve("none.yaml"))))
                .isInstanceOf(RulesFaulty.class)
                .hasMessageContaining("none.yaml:1: cannot be read");
    }

    @Test
    void who_runs_the_app_is_told_the_lines_and_not_where_it_fell() {
        var faulty = new RulesFaulty(List.of(new Fault("mine.yaml", 3, "no")));

        var said = Objects.requireNonNull(new RulesFaultyAnalyzer().analyze(faulty));

        assertThat(said.getDescription()).contains("mine.yaml:3: no");
        assertThat(said.getAction()).contains("samordna.rules");
    }

    @Test
    void a_right_file_is_what_it_goes_by_and_no_file_means_the_default() throws IOException {
        Path file = Files.writeString(dir.resolve("mine.yaml"), "absence: {version: 2, highPercent: 15}\n");

        assertThat(RulesInForce.of(Optional.of(file)).absence()).isEqualTo(new AbsenceSettings(2, 600, 15, 20, 50, 2));
        assertThat(RulesInForce.of(Optional.empty())).isEqualTo(Rules.standard());
    }
}
