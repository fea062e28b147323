package se.samordna.indicators.streams;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Contributions;
import se.samordna.indicators.cells.Figure;
import se.samordna.indicators.cells.Turn;
import se.samordna.schemas.Kommunkod;

/** What a record or a wake-up moves in the cells: sent only when all of it went well. */
final class Moves implements Contributions {

    private final List<Contribution> all = new ArrayList<>();

    @Override
    public void add(CellKey cell, Figure by) {
        add(cell.municipality(), new Contribution.Move(cell, by));
    }

    @Override
    public void turn(Turn turn, Figure by) {
        add(turn.municipality(), new Contribution.Turned(turn, by));
    }

    // Nobody's figures are those of a municipality there is not.
    private void add(String municipality, Contribution contribution) {
        if (Kommunkod.of(municipality).isPresent()) {
            all.add(contribution);
        }
    }

    void forEach(Consumer<Contribution> each) {
        all.forEach(each);
    }
}
