package se.samordna.workplace.query;

import java.util.List;

/** Figures without a plan. */
public record CellsAnswer(Freshness freshness, List<Cell> cells) {

    /** These exact figures, each with what is published in its place. */
    public CellsAnswer beside(CellsAnswer published) {
        return new CellsAnswer(
                freshness,
                cells.stream().map(Cell.beside(published.cells.stream())).toList());
    }

    static CellsAnswer of(Shape answer) {
        return new CellsAnswer(
                Freshness.of(answer),
                answer.list("cells").stream().map(Cell::of).toList());
    }
}
