package se.samordna.cli.county;

import java.time.LocalDate;

/** What the generated file covers: events received from the start of {@code from} until the start of {@code until}. */
record Window(LocalDate from, LocalDate until) {
    long start() {
        return Sweden.startOf(from);
    }

    long end() {
        return Sweden.startOf(until);
    }

    double years() {
        return (double) (end() - start()) / (365.25 * Sweden.DAY);
    }

    /** A moment drawn evenly. */
    long any(Dice dice) {
        return start() + (long) (dice.unit() * (end() - start()));
    }
}
