package se.samordna.workplace.timeline;

import java.util.Optional;

/**
 * What is said of a line, beside it.
 *
 * @param x where it begins
 */
record Label(String text, int x) {
    private static final double LETTER = 6.6;
    private static final int APART = 12;
    private static final int MARGIN = 15;

    /** The whole text if there is room for it after the line or else before it; if not, the brief one. */
    static Label beside(int from, int to, String whole, String brief) {
        return fitting(whole, from, to).or(() -> fitting(brief, from, to)).orElseGet(() -> new Label(brief, Span.LEFT));
    }

    private static Optional<Label> fitting(String text, int from, int to) {
        int after = to + APART;
        if (after + width(text) <= Span.RIGHT + MARGIN) {
            return Optional.of(new Label(text, after));
        }
        int before = from - APART - width(text);
        return before >= Span.LEFT ? Optional.of(new Label(text, before)) : Optional.empty();
    }

    int end() {
        return x + width(text);
    }

    private static int width(String text) {
        return (int) (text.length() * LETTER);
    }
}
