package se.samordna.indicators.units;

import java.util.List;
import se.samordna.indicators.cells.Figure;
import se.samordna.rules.View;

/** An indicator of things that happen. Each is a file that reads like its row in indicators.md. */
public non-sealed interface UnitIndicator extends Indicator {

    /** All units of a child, those whose time has not come too. */
    List<Unit> units(View facts);

    /**
     * What a child adds to a period's cell, where distinct children are counted.
     *
     * @param sum of the child's units in the period, in one municipality
     */
    default Figure ofChild(Figure sum) {
        return sum;
    }
}
