package se.samordna.indicators.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.samordna.indicators.cells.Period;

/**
 * Whether a period runs: its figure is of what has been of it, and will change. Only a municipality's own exact figures are
 * told of such.
 */
final class Running {
    private Running() {}

    /** Null, an empty field, where it is not known what time it is. */
    static @Nullable Boolean at(@Nullable String asOf, String period) {
        return asOf == null
                ? null
                : Period.parse(period)
                        .map(each -> !each.endedBy(Instant.parse(asOf)))
                        .orElse(false);
    }
}
