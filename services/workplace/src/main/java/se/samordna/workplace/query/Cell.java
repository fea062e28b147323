package se.samordna.workplace.query;

import java.util.OptionalLong;

/**
 * One figure: integers, never a percentage (indicators.md).
 *
 * @param version of the indicator's definition
 * @param period {@code 2026}, {@code 2026-Q1}, {@code 2026-03} or {@code 2026-03/R12}
 * @param num and den are empty where suppressed
 * @param median whole local days, where the indicator has one
 */
public record Cell(
        String indicator,
        long version,
        String period,
        OptionalLong num,
        OptionalLong den,
        OptionalLong median,
        boolean suppressed) {

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
                one.flag("suppressed"));
    }
}
