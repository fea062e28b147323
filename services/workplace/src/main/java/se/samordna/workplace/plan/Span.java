package se.samordna.workplace.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How long a period is, and how far from one to the next. */
enum Span {
    MONTH(1, 36),
    QUARTER(3, 12),
    YEAR(12, 10),
    /** The twelve months that end with one; only in exact figures, since two of them differ by a month. */
    ROLLING(1, 36);

    private final int step;
    private final int shown;

    Span(int step, int shown) {
        this.step = step;
        this.shown = shown;
    }

    /** Months from one period to the next. */
    int step() {
        return step;
    }

    /** How many of them a chart has room for. */
    int shown() {
        return shown;
    }

    /** The word in an address. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As an address or a plan writes it. */
    static Optional<Span> of(String word) {
        return Arrays.stream(values())
                .filter(one -> one.name().equalsIgnoreCase(word))
                .findFirst();
    }
}
