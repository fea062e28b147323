package se.samordna.workplace.query;

import java.util.List;

/** Figures without a plan. */
public record CellsAnswer(Freshness freshness, List<Cell> cells) {

    static CellsAnswer of(Shape answer) {
        return new CellsAnswer(
                Freshness.of(answer),
                answer.list("cells").stream().map(Cell::of).toList());
    }
}
