package se.samordna.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far a long command is: a bar on a terminal, a plain line now and then in a pipe. */
final class Progress implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final String task;
    private final long total;
    private final PrintWriter err;
    private final Optional<ProgressBar> bar;
    private long said = System.nanoTime();
    private long at;

    private Progress(String task, long total, PrintWriter err, Optional<ProgressBar> bar) {
        this.task = task;
        this.total = total;
        this.err = err;
        this.bar = bar;
    }

    /** Begins a task of so many units, told on standard error. */
    static Progress of(String task, long total, PrintWriter err) {
        return new Progress(task, total, err, onTerminal() ? Optional.of(bar(task, total)) : Optional.empty());
    }

    /** Whether someone looks on. */
    static boolean onTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    private static ProgressBar bar(String task, long total) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .build();
    }

    void to(long done) {
        at = done;
        bar.ifPresent(b -> b.stepTo(done));
        if (bar.isEmpty() && System.nanoTime() - said > EVERY.toNanos()) {
            said = System.nanoTime();
            err.printf(Locale.ROOT, "%s: %d %%%n", task, total == 0 ? 100 : 100 * at / total);
            err.flush();
        }
    }

    /** A word beside the bar, or a line of its own. */
    void say(String words) {
        if (bar.isPresent()) {
            bar.get().setExtraMessage(words);
        } else {
            err.println(task + ": " + words);
            err.flush();
        }
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
