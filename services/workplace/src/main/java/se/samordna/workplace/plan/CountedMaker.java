package se.samordna.workplace.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samordna.workplace.query.Cell;
import se.samordna.workplace.query.CellsAnswer;
import se.samordna.workplace.query.Unit;

/** Figures without a plan: the newest of each span, of each indicator. */
@Component
final class CountedMaker {
    private final FigureWords words;

    CountedMaker(FigureWords words) {
        this.words = words;
    }

    /**
     * A figure in words.
     *
     * @param why there is no value
     * @param outside what anyone else is shown in place of an exact figure; empty where that is the same
     */
    record Row(
            String indicator,
            String name,
            String link,
            String period,
            String value,
            String counts,
            String why,
            String outside) {}

    List<Row> of(CellsAnswer answer, Names names) {
        Extent from = Extent.of(answer.cells().stream(), answer.freshness());
        Map<String, List<Cell>> byIndicator = answer.cells().stream()
                .collect(Collectors.groupingBy(Cell::indicator, TreeMap::new, Collectors.toList()));
        return byIndicator.entrySet().stream()
                .flatMap(one -> newest(one.getValue(), names.unit(one.getKey())).stream()
                        .map(point -> row(one.getKey(), point.counted(from.ofFigures(one.getKey())), names)))
                .toList();
    }

    private static List<Point> newest(List<Cell> cells, Unit unit) {
        Map<Span, Point> newest = cells.stream()
                .flatMap(cell -> Point.of(cell, unit).stream())
                .collect(Collectors.toMap(
                        point -> point.period().span(),
                        point -> point,
                        BinaryOperator.maxBy(Comparator.comparing(Point::period).thenComparing(Point::version)),
                        TreeMap::new));
        return List.copyOf(newest.values());
    }

    private Row row(String indicator, Point point, Names names) {
        Unit unit = names.unit(indicator);
        return new Row(
                indicator,
                names.of(indicator, ""),
                names.link(indicator),
                words.period(point),
                words.value(point, unit),
                words.counts(point, unit),
                words.why(point).orElse(""),
                words.outside(point));
    }
}
