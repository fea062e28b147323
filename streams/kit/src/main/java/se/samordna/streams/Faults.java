package se.samordna.streams;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when a stream thread dies: it is replaced, since most such deaths pass (a broker, a disk, the registry).
 * Faults that are nobody's absence and come again and again are ours: then the client shuts down and health says so.
 */
final class Faults implements StreamsUncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private static final int MOST = 5;
    private static final long WITHIN = TimeUnit.MINUTES.toNanos(10);
    private static final int DEEPEST = 20;

    private final String application;
    private final Counter counter;
    private final Deque<Long> recent = new ArrayDeque<>();

    Faults(String application, MeterRegistry meters) {
        this.application = application;
        this.counter = Counter.builder("samordna.thread.faults")
                .tag("application", application)
                .register(meters);
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable fault) {
        counter.increment();
        if (passing(fault)) {
            LOG.warn(
                    "{}: a stream thread starts over after {}",
                    application,
                    root(fault).getClass().getName());
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        long now = System.nanoTime();
        recent.addLast(now);
        while (now - recent.getFirst() > WITHIN) {
            recent.removeFirst();
        }
        boolean loop = recent.size() > MOST;
        // The class and the place alone: a message may quote the record.
        LOG.error(
                "{}: a fault of our own, {}: {} at {}",
                application,
                loop ? "again: the client ends" : "the thread starts over",
                root(fault).getClass().getName(),
                place(root(fault)));
        return loop ? StreamThreadExceptionResponse.SHUTDOWN_CLIENT : StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private static boolean passing(Throwable fault) {
        Throwable cause = fault;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof RegistryAway || cause instanceof RetriableException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static String place(Throwable fault) {
        StackTraceElement[] frames = fault.getStackTrace();
        return frames.length == 0 ? "an unknown place" : frames[0].toString();
    }

    private static Throwable root(Throwable fault) {
        Throwable root = fault;
        for (int depth = 0; root.getCause() != null && depth < DEEPEST; depth++) {
            root = root.getCause();
        }
        return root;
    }
}
