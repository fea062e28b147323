package se.samordna.workplace.query;

import java.util.OptionalLong;

/**
 * One figure: integers, never a percentage (indicators.md).
 *
 * @param period {@code 2026}, {@code 2026-Q1}, {@code 2026-03} or {@code 2026-03/R12}
 * @param num and den are empty where suppressed
 * @param median whole local days, where the indicator has one
 */
public record Cell(
        String indicator, String period, OptionalLong num, OptionalLong den, OptionalLong median, boolean suppressed) {

    /** MONTH, QUARTER, YEAR or ROLLING (the twelve months that end with it). */
    public String kind() {
        if (period.endsWith("/R12")) {
            return "ROLLING";
        }
        return period.contains("Q") ? "QUARTER" : period.length() == 4 ? "YEAR" : "MONTH";
    }

    static Cell of(Shape one) {
        return new Cell(
                one.textOrEmpty("indicator"),
                one.textOrEmpty("period"),
                one.number("num"),
                one.number("den"),
                one.number("median"),
                one.flag("suppressed"));
    }
}
