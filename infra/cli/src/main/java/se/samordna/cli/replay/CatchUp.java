package se.samordna.cli.replay;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Waits until the apps have read all there is, twice running: between two looks each may feed the other. */
public final class CatchUp {
    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final int TIMES = 2;

    private CatchUp() {}

    /**
     * Returns when nothing is left to read.
     *
     * @param says hears how far it is, now and then, in words
     */
    public static void await(String bootstrap, Consumer<String> says) {
        try (Lag lag = new Lag(bootstrap)) {
            int quiet = 0;
            String said = "";
            while (quiet < TIMES) {
                Lag.Standing standing = lag.now();
                quiet = standing instanceof Lag.Standing.Behind behind && behind.records() == 0 ? quiet + 1 : 0;
                String words = words(standing);
                if (!words.equals(said) && quiet == 0) {
                    says.accept(words);
                    said = words;
                }
                if (quiet < TIMES) {
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
        }
    }

    private static String words(Lag.Standing standing) {
        return switch (standing) {
            case Lag.Standing.Behind behind -> behind.records() + " records behind";
            case Lag.Standing.Away away -> "waiting for " + String.join(" and ", away.apps()) + " to be running";
        };
    }
}
