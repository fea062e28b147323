package se.samordna.indicators.units;

import java.util.Set;
import se.samordna.indicators.cells.Definition;
import se.samordna.rules.Body;
import se.samordna.rules.Reads;

/** What is counted of one child's events: things that happen to it, or the days it is in a state. */
public sealed interface Indicator permits UnitIndicator, StateIndicator {

    Definition definition();

    /** Whose events it is of: one agency's own, under no gate, or those of all that the gate released. */
    Reads reads();

    /** The body types it looks at. */
    Set<Class<? extends Body>> concerns();
}
