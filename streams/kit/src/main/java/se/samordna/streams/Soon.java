package se.samordna.streams;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Does something once, a moment after it was asked for. A punctuation that always stands would do it too, but each makes
 * Streams commit: a task with nothing to do would write a transaction at every one. For one thread.
 */
public final class Soon {

    private final ProcessorContext<?, ?> context;
    private final Duration after;
    private final Runnable what;
    private Optional<Cancellable> asked = Optional.empty();

    public Soon(ProcessorContext<?, ?> context, Duration after, Runnable what) {
        this.context = context;
        this.after = after;
        this.what = what;
    }

    /** Asks for it; nothing more if it was asked for and not done yet. */
    public void ask() {
        if (asked.isEmpty()) {
            asked = Optional.of(context.schedule(after, PunctuationType.WALL_CLOCK_TIME, _ -> now()));
        }
    }

    /** Takes back what was asked for. */
    public void cancel() {
        asked.ifPresent(Cancellable::cancel);
        asked = Optional.empty();
    }

    private void now() {
        cancel();
        what.run();
    }
}
