package se.samordna.indicators.units;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import se.samordna.indicators.cells.Figure;
import se.samordna.rules.View;

/** An indicator of a state children are in, at the last millisecond of each local day. */
public non-sealed interface StateIndicator extends Indicator {

    /** The instants at which the state may change, in any order. Between them it stays. */
    Stream<Instant> changes(View facts);

    /** The state at an instant; none while the child is not in it. What lasts now is taken to last. */
    Optional<State> at(View facts, Instant t);

    /**
     * What a child in the state counts as.
     *
     * @param municipality of the anchor
     */
    record State(String municipality, Figure counts) {}
}
