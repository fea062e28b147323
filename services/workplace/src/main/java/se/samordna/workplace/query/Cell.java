package se.samordna.workplace.query;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One figure: integers, never a percentage (indicators.md).
 *
 * @param version of the indicator's definition
 * @param period {@code 2026}, {@code 2026-Q1}, {@code 2026-03} or {@code 2026-03/R12}
 * @param num and den are empty where suppressed
 * @param median whole local days, where the indicator has one
 * @param outside of an exact figure, what anyone else is shown in its place; none of one that is published
 */
public record Cell(
        String indicator,
        long version,
        String period,
        OptionalLong num,
        OptionalLong den,
        OptionalLong median,
        boolean suppressed,
        Optional<Outside> outside) {

    /** What those who are not of the municipality are shown of an exact figure. */
    public enum Outside {
        /** The same. */
        SHOWN,
        /** That it is withheld. */
        SUPPRESSED,
        /** Nothing: its period is not over, or it would tell a withheld one. */
        NOT_PRINTED
    }

    private record Which(String indicator, long version, String period) {}

    /** Puts beside an exact figure what is published in its place. */
    static UnaryOperator<Cell> beside(Stream<Cell> published) {
        Map<Which, Outside> shown = published.collect(Collectors.toMap(
                Cell::which, cell -> cell.suppressed ? Outside.SUPPRESSED : Outside.SHOWN, (one, _) -> one));
        return cell -> new Cell(
                cell.indicator,
                cell.version,
                cell.period,
                cell.num,
                cell.den,
                cell.median,
                cell.suppressed,
                Optional.of(shown.getOrDefault(cell.which(), Outside.NOT_PRINTED)));
    }

    private Which which() {
        return new Which(indicator, version, period);
    }

    static Cell of(Shape one) {
        return of(one, one.textOrEmpty("indicator"));
    }

    static Cell of(Shape one, String indicator) {
        return of(one, indicator, one.textOrEmpty("period"));
    }

    static Cell of(Shape one, String indicator, String period) {
        return new Cell(
                indicator,
                one.number("version").orElse(1),
                period,
                one.number("num"),
                one.number("den"),
                one.number("median"),
                one.flag("suppressed"),
                Optional.empty());
    }
}
