package se.samordna.indicators.units;

import java.util.List;
import java.util.Set;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Figure;
import se.samordna.rules.Agency;
import se.samordna.rules.Body;
import se.samordna.rules.View;

/** An indicator of one agency's own events, under no gate: follow-up of its own work. */
public sealed interface UnitIndicator permits I01ReportsPer1000, I02ChildrenReported, I05PreliminaryWithin14Days {

    Definition definition();

    /** Whose events it is of. */
    Agency from();

    /** The body types it looks at. */
    Set<Class<? extends Body>> concerns();

    /** All units of a child, those whose time has not come too. */
    List<Unit> units(View own);

    /**
     * What a child adds to a period's cell, where distinct children are counted.
     *
     * @param sum of the child's units in the period, in one municipality
     */
    default Figure ofChild(Figure sum) {
        return sum;
    }
}
