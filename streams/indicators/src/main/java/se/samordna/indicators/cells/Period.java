package se.samordna.indicators.cells;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A span of whole local months, written {@code 2026-03}, {@code 2026-Q1}, {@code 2026} or {@code 2026-03/R12} (the
 * twelve months that end with it). It holds the instants from the first of its first day to before the first after its
 * last day, in Swedish local time.
 *
 * @param span how long it is
 * @param last its last month
 */
public record Period(Span span, YearMonth last) implements Comparable<Period> {

    /** Months, holidays and days are those of the municipalities. */
    public static final ZoneId LOCAL = ZoneId.of("Europe/Stockholm");

    // Five digits: the year that rolls on from December 9999.
    private static final Pattern YEAR = Pattern.compile("\\d{4,5}");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4,5})-Q([1-4])");
    private static final Pattern MONTH = Pattern.compile("(\\d{4,5})-(0[1-9]|1[0-2])");
    private static final String ROLLING = "/R12";

    /** How many months a period has, and how it is told from the others. */
    public enum Span {
        MONTH(1),
        QUARTER(3),
        YEAR(12),
        /** The twelve months that end with any month: a municipality's own view, never published. */
        R12(12);

        private final int months;

        Span(int months) {
            this.months = months;
        }

        public int months() {
            return months;
        }
    }

    public static Period month(YearMonth month) {
        return new Period(Span.MONTH, month);
    }

    public static Period quarter(YearMonth any) {
        return new Period(Span.QUARTER, any.withMonth((any.getMonthValue() + 2) / 3 * 3));
    }

    public static Period year(int year) {
        return new Period(Span.YEAR, YearMonth.of(year, 12));
    }

    public static Period rolling(YearMonth last) {
        return new Period(Span.R12, last);
    }

    /** The month an event's own instant falls in. */
    public static YearMonth monthOf(Instant at) {
        return YearMonth.from(at.atZone(LOCAL));
    }

    /** The month a due time falls in: that of the millisecond before it, so that the end of 31 January is January's. */
    public static YearMonth monthOfDue(Instant due) {
        return monthOf(due.minusMillis(1));
    }

    /** The period a code names; none for a code that is no period. */
    public static Optional<Period> parse(String code) {
        if (YEAR.matcher(code).matches()) {
            return Optional.of(year(Integer.parseInt(code)));
        }
        var quarter = QUARTER.matcher(code);
        if (quarter.matches()) {
            return Optional.of(
                    quarter(YearMonth.of(Integer.parseInt(quarter.group(1)), 3 * Integer.parseInt(quarter.group(2)))));
        }
        boolean rolling = code.endsWith(ROLLING);
        String month = rolling ? code.substring(0, code.length() - ROLLING.length()) : code;
        var parts = MONTH.matcher(month);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var last = YearMonth.of(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
        return Optional.of(new Period(rolling ? Span.R12 : Span.MONTH, last));
    }

    /** The months, quarter, year and twelve rolling periods a month lies in. */
    public static Stream<Period> around(YearMonth month) {
        return Stream.concat(
                Stream.of(month(month), quarter(month), year(month.getYear())),
                Stream.iterate(month, each -> each.plusMonths(1))
                        .limit(Span.R12.months())
                        .map(Period::rolling));
    }

    public YearMonth first() {
        return last.minusMonths(span.months() - 1L);
    }

    public Stream<YearMonth> months() {
        return Stream.iterate(first(), month -> month.plusMonths(1)).limit(span.months());
    }

    public boolean holds(YearMonth month) {
        return !month.isBefore(first()) && !month.isAfter(last);
    }

    /** The first instant of its first day. */
    public Instant start() {
        return dayStart(first().atDay(1));
    }

    /** The first instant after its last day. */
    public Instant end() {
        return dayStart(last.plusMonths(1).atDay(1));
    }

    /** How many local days it has. */
    public int days() {
        return Math.toIntExact(
                last.atEndOfMonth().toEpochDay() - first().atDay(1).toEpochDay() + 1);
    }

    public boolean endedBy(Instant now) {
        return !end().isAfter(now);
    }

    /** Whether its last month has begun: before that, a rolling period is no period yet. */
    public boolean lastMonthBegunBy(Instant now) {
        return !dayStart(last.atDay(1)).isAfter(now);
    }

    public String code() {
        return switch (span) {
            case MONTH -> month();
            case QUARTER -> year() + "-Q" + (last.getMonthValue() / 3);
            case YEAR -> year();
            case R12 -> month() + ROLLING;
        };
    }

    // By hand, since sorting cells asks for it all the time.
    private String year() {
        String year = Integer.toString(last.getYear());
        return "0".repeat(Math.max(0, 4 - year.length())) + year;
    }

    private String month() {
        int month = last.getMonthValue();
        return year() + (month < 10 ? "-0" : "-") + month;
    }

    /** In the order of the codes as text. */
    @Override
    public int compareTo(Period other) {
        return Comparator.comparing(Period::code).compare(this, other);
    }

    @Override
    public String toString() {
        return code();
    }

    private static Instant dayStart(LocalDate day) {
        return day.atStartOfDay(LOCAL).toInstant();
    }
}
