package se.samordna.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samordna.local.StartupProblem;

class DemoEndTest {

    @TempDir
    Path dir;

    @Test
    void the_day_of_the_first_start_is_found_again_and_before_it_there_is_none() throws IOException {
        Path data = dir.resolve("data");
        assertThat(new DemoEnd(data).kept()).isEmpty();

        new DemoEnd(data).keep(LocalDate.of(2026, 11, 23));

        assertThat(new DemoEnd(data).kept()).contains(LocalDate.of(2026, 11, 23));
        assertThat(data).isDirectoryContaining(file -> file.endsWith("demo-until"));
        assertThat(new DemoEnd(dir).kept()).isEmpty();
    }

    @Test
    void a_file_that_says_no_day_is_named() throws IOException {
        Path file = Files.writeString(dir.resolve("demo-until"), "today");

        assertThatThrownBy(() -> new DemoEnd(dir).kept())
                .isInstanceOf(StartupProblem.class)
                .hasMessageContaining(file.toString());
    }
}
