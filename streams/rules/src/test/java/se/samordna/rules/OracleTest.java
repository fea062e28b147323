package se.samordna.rules;

import org.junit.jupiter.api.Test;

/**
 * The rules against a batch computation of their page, over random histories. {@code -Dseed=} and {@code -Dhistories=}
 * choose others.
 */
class OracleTest {

    private static final int HISTORIES = Integer.getInteger("histories", 800);
    private static final long SEED = Long.getLong("seed", 20_260_101L);

    @Test
    void any_order_of_events_and_steps_of_time_tell_what_the_page_says() {
        for (long seed = SEED; seed < SEED + HISTORIES; seed++) {
            Regressions.play("shuffled", seed, Scripts::shuffled);
        }
    }

    @Test
    void a_live_run_with_lag_and_restarts_tells_at_each_instant_what_the_page_says() {
        for (long seed = SEED + 1_000_000; seed < SEED + 1_000_000 + HISTORIES; seed++) {
            Regressions.play("live", seed, Scripts::live);
        }
    }
}
