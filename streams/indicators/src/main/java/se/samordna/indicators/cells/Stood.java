package se.samordna.indicators.cells;

import java.time.Instant;
import java.util.Optional;

/**
 * What an exact cell was when figures were last published.
 *
 * @param figure its numbers and its median
 * @param since the publishing that first saw it so, where it had been another before; none if it never was
 */
public record Stood(Figure figure, Optional<Instant> since) {

    /** What it is at the next publishing. */
    public Stood at(Figure exact, Instant asOf) {
        return figure.equals(exact) ? this : new Stood(exact, Optional.of(asOf));
    }
}
