package se.samordna.indicators.units;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.samordna.rules.Fact;

/** Which of two that take turns came last. */
final class Last {

    private Last() {}

    /** Whether it is one of the first at an instant; of both at one time the second counts, of none neither. */
    static boolean isFirstOf(List<? extends Fact<?>> first, List<? extends Fact<?>> second, Instant t) {
        Optional<Instant> one = at(first, t);
        Optional<Instant> other = at(second, t);
        return one.filter(at -> other.isEmpty() || at.isAfter(other.get())).isPresent();
    }

    /** Whether it is one of the second; of both at one time the second counts, of none neither. */
    static boolean isSecondOf(List<? extends Fact<?>> first, List<? extends Fact<?>> second, Instant t) {
        return at(second, t).isPresent() && !isFirstOf(first, second, t);
    }

    private static Optional<Instant> at(List<? extends Fact<?>> facts, Instant t) {
        return facts.reversed().stream()
                .<Instant>map(Fact::at)
                .filter(at -> !at.isAfter(t))
                .findFirst();
    }
}
