package se.samordna.workplace.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import se.samordna.workplace.query.DefinitionList.Definition;

/**
 * One indicator of a municipality through time.
 *
 * @param versions of its definition that have figures
 */
public record SeriesAnswer(Freshness freshness, String indicator, List<Definition> versions, List<Point> points) {

    /**
     * One period of it.
     *
     * @param target of the plan in force on the period's last day
     * @param county what the county's published figure of the period comes to
     * @param restatedSince since when it is what it is, if it was first published as another
     */
    public record Point(Cell cell, OptionalDouble target, OptionalDouble county, Optional<Instant> restatedSince) {}

    /** These exact figures, each with what is published in its place. */
    public SeriesAnswer beside(SeriesAnswer published) {
        UnaryOperator<Cell> beside = Cell.beside(published.points.stream().map(Point::cell));
        return new SeriesAnswer(
                freshness,
                indicator,
                versions,
                points.stream()
                        .map(one -> new Point(beside.apply(one.cell), one.target, one.county, one.restatedSince))
                        .toList());
    }

    static SeriesAnswer of(Shape answer) {
        String indicator = answer.textOrEmpty("indicator");
        return new SeriesAnswer(
                Freshness.of(answer),
                indicator,
                answer.list("versions").stream().map(Definition::of).toList(),
                answer.list("points").stream()
                        .map(one -> new Point(
                                Cell.of(one, indicator),
                                one.decimal("target"),
                                one.decimal("countyValue"),
                                one.instant("restatedSince")))
                        .toList());
    }
}
