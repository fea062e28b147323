package se.samordna.workplace.plan;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What figures are asked for by, which every way on keeps to.
 *
 * @param period the plan as it held then, with the figures of that; empty: as it holds now
 * @param by the span figures are wanted by; none: as each goal is followed up
 */
record Kept(String period, Optional<Span> by) {
    static final Kept NOTHING = new Kept("", Optional.empty());

    /** What an address says; none of one that cannot be read. */
    static Optional<Kept> of(String period, String by) {
        Optional<Span> span = Span.of(by);
        boolean read = (period.isEmpty() || Period.of(period).isPresent()) && (by.isEmpty() || span.isPresent());
        return read ? Optional.of(new Kept(period, span)) : Optional.empty();
    }

    /** Where a way leads that keeps to it. */
    String on(String page) {
        String query = Stream.of(
                        by.map(span -> "by=" + span.word()).orElse(""), period.isEmpty() ? "" : "period=" + period)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? page : page + (page.contains("?") ? "&" : "?") + query;
    }

    Kept by(Optional<Span> other) {
        return new Kept(period, other);
    }
}
