package se.samordna.indicators.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import se.samordna.streams.Nice;
import se.samordna.streams.NiceValue;

/** The thread that counts leaves the cores to those who judge alerts. */
@EnabledOnOs(OS.LINUX)
class StandingBackTest {

    @TempDir
    Path directory;

    @Test
    void a_thread_that_begins_with_the_topologys_tasks_stands_back_as_far_as_it_was_told() {
        assertThat(ofAThreadThatBegins(new Nice(19))).isEqualTo(19);
    }

    @Test
    void and_not_where_it_was_not_told() {
        int before = NiceValue.ofThisThread();

        assertThat(ofAThreadThatBegins(Nice.NONE)).isEqualTo(before);
    }

    /** The driver begins the tasks in the thread that makes it. */
    private int ofAThreadThatBegins(Nice nice) {
        return CompletableFuture.supplyAsync(
                        () -> {
                            try (Running _ = new Running(directory, nice)) {
                                return NiceValue.ofThisThread();
                            }
                        },
                        run -> Thread.ofPlatform().daemon().start(run))
                .join();
    }
}
