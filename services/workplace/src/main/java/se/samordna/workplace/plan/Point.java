package se.samordna.workplace.plan;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import se.samordna.workplace.query.Cell;
import se.samordna.workplace.query.SeriesAnswer;
import se.samordna.workplace.query.Unit;

/**
 * A period of an indicator with what may be shown of it.
 *
 * @param value in the indicator's unit; none unless shown
 * @param county what the county comes to in the same period
 * @param restatedSince since when it is what it is, if it was first published as another
 * @param since the month from which it is counted, where that is not the period's own first
 * @param running whether the period is not over, so that it is counted no longer than till now
 * @param outside of an exact figure, what anyone else is shown in its place
 */
record Point(
        Period period,
        long version,
        State state,
        OptionalDouble value,
        OptionalLong num,
        OptionalLong den,
        OptionalLong median,
        OptionalDouble county,
        Optional<Instant> restatedSince,
        Optional<YearMonth> since,
        boolean running,
        Optional<Cell.Outside> outside) {

    /** Why there is a number, or why there is none. */
    enum State {
        SHOWN,
        /** Withheld, since it is of few children. */
        SUPPRESSED,
        /** Of a period between others that is not printed: nothing to count, or it would tell a withheld one. */
        NOT_PRINTED
    }

    /** None if the cell's period cannot be read: what is new upstream is left out of a picture, not guessed at. */
    static Optional<Point> of(Cell cell, Unit unit) {
        return of(cell, unit, OptionalDouble.empty(), Optional.empty());
    }

    static Optional<Point> of(SeriesAnswer.Point point, Unit unit) {
        return of(point.cell(), unit, point.county(), point.restatedSince());
    }

    private static Optional<Point> of(Cell cell, Unit unit, OptionalDouble county, Optional<Instant> restatedSince) {
        return Period.of(cell.period())
                .map(period -> new Point(
                        period,
                        cell.version(),
                        cell.suppressed() ? State.SUPPRESSED : State.SHOWN,
                        unit.of(cell),
                        cell.num(),
                        cell.den(),
                        cell.median(),
                        county,
                        restatedSince,
                        Optional.empty(),
                        false,
                        cell.outside()));
    }

    private static Point notPrinted(Period period, Point next) {
        return new Point(
                period,
                next.version(),
                State.NOT_PRINTED,
                OptionalDouble.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                next.outside().map(_ -> Cell.Outside.NOT_PRINTED));
    }

    /** The same, of a municipality that is counted from then, until then. */
    Point counted(Extent of) {
        return new Point(
                period,
                version,
                state,
                value,
                num,
                den,
                median,
                county,
                restatedSince,
                of.within(period),
                of.runs(period),
                outside);
    }

    boolean shown() {
        return value.isPresent();
    }

    boolean suppressed() {
        return state == State.SUPPRESSED;
    }

    /** Whether it is of the municipality's own exact figures. */
    boolean exact() {
        return outside.isPresent();
    }

    /** Whether few children are behind it: so it is withheld, or shown here and from everyone else withheld. */
    boolean ofFew() {
        return suppressed() || outside.equals(Optional.of(Cell.Outside.SUPPRESSED));
    }

    /** Those of one span in order, with what lies unprinted between them, and no more than a chart has room for. */
    static List<Point> row(List<Point> points, Span span) {
        List<Point> row = points.stream()
                .filter(point -> point.period().span() == span)
                .sorted((one, other) -> one.period().compareTo(other.period()))
                .gather(Gatherers.<Point, List<Point>>scan(List::of, Point::withGap))
                .flatMap(List::stream)
                .toList();
        return row.subList(Math.max(0, row.size() - span.shown()), row.size());
    }

    private static List<Point> withGap(List<Point> before, Point next) {
        if (before.isEmpty()) {
            return List.of(next);
        }
        Stream<Point> gap = Stream.iterate(
                        before.getLast().period().next(), period -> period.compareTo(next.period()) < 0, Period::next)
                .map(period -> notPrinted(period, next));
        return Stream.concat(gap, Stream.of(next)).toList();
    }
}
