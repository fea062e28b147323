package se.samordna.streams;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far a thread stands back where the cores are too few: Unix's nice value (setpriority(2)). Linux alone gives each thread
 * one of its own; elsewhere nothing is done.
 *
 * @param value 0 (like everyone) to 19 (what nobody else wants)
 */
public record Nice(int value) {

    /** As any thread begins. */
    public static final Nice NONE = new Nice(0);

    private static final Logger LOG = LoggerFactory.getLogger(Nice.class);
    private static final int GREATEST = 19;

    /** @throws IllegalArgumentException if the value is not from 0 to 19 */
    public Nice {
        if (value < 0 || value > GREATEST) {
            throw new IllegalArgumentException("nice is not from 0 to 19: " + value);
        }
    }

    /**
     * The thread that calls stands back from now on, and the threads that it starts; none but an administrator brings it
     * forward again.
     *
     * @return whether it does: not where the system has no nice value of a thread, or refuses it
     */
    public boolean thisThread() {
        boolean done = value == 0 || System.getProperty("os.name").equals("Linux") && OfLinux.set(value);
        if (!done) {
            LOG.info("this thread does not stand back: it is not given to it here");
        }
        return done;
    }

    /** Linked when it is first wanted: who never stands back needs no native access. */
    private static final class OfLinux {
        private static final int OF_A_THREAD = 0; // PRIO_PROCESS, which on Linux is of one thread
        private static final int THIS_ONE = 0;
        private static final Optional<MethodHandle> SETPRIORITY = setpriority();

        private OfLinux() {}

        static boolean set(int value) {
            return SETPRIORITY.map(call -> set(call, value)).orElse(false);
        }

        private static boolean set(MethodHandle setpriority, int value) {
            try {
                return (int) setpriority.invokeExact(OF_A_THREAD, THIS_ONE, value) == 0;
            } catch (Throwable e) {
                throw new IllegalStateException("setpriority is not what its descriptor says", e);
            }
        }

        private static Optional<MethodHandle> setpriority() {
            Linker linker = Linker.nativeLinker();
            return linker.defaultLookup()
                    .find("setpriority")
                    .map(symbol -> linker.downcallHandle(
                            symbol,
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT)));
        }
    }
}
