package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every history that once told the rules apart from their page, replayed. */
class RegressionsTest {

    @TestFactory
    Stream<DynamicTest> what_once_failed_holds() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(Regressions.DIRECTORY)) {
            files = all.sorted().toList();
        }
        assertThat(files).isNotEmpty();
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    Script script = Regressions.read(file);
                    assertThat(script.turns()).contains(new Turn.Checked());
                    assertThat(script.failure(Rules.standard())).isEmpty();
                }));
    }

    @Test
    void a_script_reads_as_it_was_written() {
        for (long seed = 1; seed < 200; seed++) {
            Script script = Scripts.live(seed);
            Script own = new Script(script.turns().stream()
                    .map(RegressionsTest::consentOfItsOwn)
                    .toList());
            List<String> lines = Regressions.write(own);
            assertThat(Regressions.write(new Script(read(lines)))).isEqualTo(lines);
            assertThat(read(lines)).isEqualTo(own.turns());
        }
    }

    private static List<Turn> read(List<String> lines) {
        return lines.stream().map(JsonLine::parse).map(Regressions::turn).toList();
    }

    // The line of a consent has one consentId, which is the body's.
    private static Turn consentOfItsOwn(Turn turn) {
        return turn instanceof Turn.Comes(Event e)
                ? switch (e.body()) {
                    case SharedFact.ConsentGiven g ->
                        new Turn.Comes(Edit.of(e)
                                .consent(java.util.Optional.of(g.consentId()))
                                .done());
                    case SharedFact.ConsentWithdrawn w ->
                        new Turn.Comes(Edit.of(e)
                                .consent(java.util.Optional.of(w.consentId()))
                                .done());
                    default -> turn;
                }
                : turn;
    }
}
