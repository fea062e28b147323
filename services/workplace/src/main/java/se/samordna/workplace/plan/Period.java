package se.samordna.workplace.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A period of a figure (indicators.md).
 *
 * @param last its last month
 */
record Period(Span span, YearMonth last) implements Comparable<Period> {
    private static final Pattern CODE =
            Pattern.compile("(?<year>\\d{4})(?:-Q(?<quarter>[1-4])|-(?<month>0[1-9]|1[0-2])(?<rolling>/R12)?)?");
    private static final Comparator<Period> ORDER =
            Comparator.comparing(Period::last).thenComparing(Period::span);

    /** As indicators.md writes it: {@code 2026}, {@code 2026-Q1}, {@code 2026-03} or {@code 2026-03/R12}. */
    static Optional<Period> of(String code) {
        Matcher parts = CODE.matcher(code);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(parts.group("year"));
        String quarter = parts.group("quarter");
        String month = parts.group("month");
        if (quarter != null) {
            return Optional.of(new Period(Span.QUARTER, YearMonth.of(year, 3 * Integer.parseInt(quarter))));
        }
        if (month == null) {
            return Optional.of(new Period(Span.YEAR, YearMonth.of(year, 12)));
        }
        Span span = parts.group("rolling") == null ? Span.MONTH : Span.ROLLING;
        return Optional.of(new Period(span, YearMonth.of(year, Integer.parseInt(month))));
    }

    String code() {
        return switch (span) {
            case YEAR -> "%04d".formatted(last.getYear());
            case QUARTER -> "%04d-Q%d".formatted(last.getYear(), quarter());
            case MONTH -> last.toString();
            case ROLLING -> last + "/R12";
        };
    }

    /** Its first month. */
    YearMonth first() {
        return last.minusMonths(
                switch (span) {
                    case MONTH -> 0;
                    case QUARTER -> 2;
                    case YEAR, ROLLING -> 11;
                });
    }

    /** 1 to 4. */
    int quarter() {
        return (last.getMonthValue() + 2) / 3;
    }

    Period next() {
        return new Period(span, last.plusMonths(span.step()));
    }

    LocalDate lastDay() {
        return last.atEndOfMonth();
    }

    @Override
    public int compareTo(Period other) {
        return ORDER.compare(this, other);
    }
}
