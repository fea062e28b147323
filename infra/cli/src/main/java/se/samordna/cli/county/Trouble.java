package se.samordna.cli.county;

import java.time.LocalDate;

/**
 * A time of much absence: each school day from {@code onset} to {@code until} the pupil is away with the chance
 * {@code level}, after a month of slipping away.
 */
record Trouble(double level, LocalDate onset, LocalDate until) {
    static final Trouble NONE = new Trouble(0, LocalDate.MAX, LocalDate.MAX);

    private static final double DAYS_OF_SLIPPING = 30;

    boolean any() {
        return level > 0;
    }

    double on(long epochDay) {
        long since = epochDay - onset.toEpochDay();
        if (since < 0 || epochDay >= until.toEpochDay()) {
            return 0;
        }
        return level * Math.min(1, (since + 5) / DAYS_OF_SLIPPING);
    }

    /** One of fourteen pupils is away more than a tenth of the time, one of fifty more than a fifth, as surveys say. */
    static Trouble draw(Resident child, Window window) {
        Dice dice = child.dice(11);
        int age = child.ageOn(window.until());
        double older = age >= 13 ? 1.6 : age >= 10 ? 0.8 : 0.4;
        if (!child.meets(dice, 0.085 * older, 2.4)) {
            return NONE;
        }
        double drawn = dice.unit();
        double level = drawn < 0.62
                ? dice.between(0.10, 0.20)
                : drawn < 0.92 ? dice.between(0.2, 0.5) : dice.between(0.5, 0.95);
        // Half of them have been away since before the data begin.
        LocalDate onset =
                dice.chance(0.5) ? window.from().minusDays(dice.between(10, 150)) : Sweden.dayOf(window.any(dice));
        return new Trouble(level, onset, onset.plusDays((long) dice.waiting(240, 0.5)));
    }
}
