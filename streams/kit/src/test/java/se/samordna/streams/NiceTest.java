package se.samordna.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A thread of the figures beside a thread of the alerts. */
class NiceTest {

    private static final Nice FIGURES = new Nice(19);

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_thread_stands_back_and_no_other_does() {
        int before = NiceValue.ofThisThread();

        int figures = onThreadOfItsOwn(() -> {
            assertThat(FIGURES.thisThread()).isTrue();
            return NiceValue.ofThisThread();
        });

        assertThat(figures).isEqualTo(19);
        assertThat(NiceValue.ofThisThread()).isEqualTo(before);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void by_none_nothing_is_changed() {
        int before = NiceValue.ofThisThread();

        assertThat(onThreadOfItsOwn(() -> {
                    assertThat(Nice.NONE.thisThread()).isTrue();
                    return NiceValue.ofThisThread();
                }))
                .isEqualTo(before);
    }

    @Test
    void what_would_push_ahead_of_others_is_no_nice_value() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Nice(-1)).withMessageContaining("-1");
        assertThatIllegalArgumentException().isThrownBy(() -> new Nice(20)).withMessageContaining("20");
    }

    private static int onThreadOfItsOwn(Supplier<Integer> work) {
        return CompletableFuture.supplyAsync(
                        work, run -> Thread.ofPlatform().daemon().start(run))
                .join();
    }
}
