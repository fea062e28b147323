package se.samordna.workplace.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The stretch of time a child's page is of.
 *
 * @param length how long it is
 * @param from its first local day; empty: so that it ends with now and what is soon due
 */
public record Window(Length length, Optional<LocalDate> from) {
    /** How wide it is unless something else is asked for. */
    public static final Window USUAL = new Window(Length.YEAR, Optional.empty());

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 9998;

    /** How long it may be: a picture of so much can be drawn so that it says something. */
    public enum Length {
        TWO_WEEKS("weeks", 2, Period.ofWeeks(2), 3),
        MONTH("months", 1, Period.ofMonths(1), 5),
        QUARTER("months", 3, Period.ofMonths(3), 0),
        YEAR("months", 12, Period.ofMonths(12), 0),
        THREE_YEARS("months", 36, Period.ofMonths(36), 0);

        private final String field;
        private final int count;
        private final Period period;
        private final int ahead;

        /** @param ahead local days after now's that a short one ends with; 0: as far as something is due */
        Length(String field, int count, Period period, int ahead) {
            this.field = field;
            this.count = count;
            this.period = period;
            this.ahead = ahead;
        }

        /** The parameter of an address that says it: weeks or months. */
        public String field() {
            return field;
        }

        /** How many of them. */
        public int count() {
            return count;
        }

        /** Whether days can be told apart in it. */
        public boolean byDay() {
            return ahead > 0;
        }

        /** The first of the local days that end with this one. */
        public LocalDate backFrom(LocalDate last) {
            return last.minus(period);
        }
    }

    /**
     * As an address has it.
     *
     * @param weeks and months, of which one may be given; empty: not said
     * @param from an ISO day; empty: not said
     * @return empty of what is none of ours
     */
    public static Optional<Window> of(String weeks, String months, String from) {
        try {
            Optional<LocalDate> day = from.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(from));
            boolean some = day.filter(one -> one.getYear() < FIRST_YEAR || one.getYear() > LAST_YEAR)
                    .isEmpty();
            return some ? length(weeks, months).map(length -> new Window(length, day)) : Optional.empty();
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private static Optional<Length> length(String weeks, String months) {
        if (weeks.isEmpty() && months.isEmpty()) {
            return Optional.of(USUAL.length);
        }
        return Stream.of(Length.values())
                .filter(one -> weeks.equals(one.field.equals("weeks") ? "" + one.count : "")
                        && months.equals(one.field.equals("months") ? "" + one.count : ""))
                .findFirst();
    }

    /** As an address says it. */
    public String query() {
        return length.field + "=" + length.count
                + from.map(day -> "&from=" + day).orElse("");
    }

    /** Of days to come nothing is known: then it is the one that ends with now. */
    public Window knownAt(Instant now, ZoneId zone) {
        return from.filter(day -> day.isAfter(day(now, zone))).isPresent() ? latest() : this;
    }

    /** Its first instant. */
    public Instant begin(Instant now, ZoneId zone) {
        return from.map(day -> start(day, zone))
                .orElseGet(() -> length.byDay()
                        ? start(length.backFrom(lastDay(now, zone)), zone)
                        : now.atZone(zone).minus(length.period).toInstant());
    }

    /** The first instant after it; empty: as far ahead as something is due. */
    public Optional<Instant> end(Instant now, ZoneId zone) {
        Optional<LocalDate> near = length.byDay() ? Optional.of(lastDay(now, zone)) : Optional.empty();
        return from.map(day -> day.plus(length.period)).or(() -> near).map(day -> start(day, zone));
    }

    /** The one before it. */
    public Window earlier(Instant now, ZoneId zone) {
        return new Window(length, Optional.of(length.backFrom(day(begin(now, zone), zone))));
    }

    /** The one after it; empty if it reaches now already. */
    public Optional<Window> later(Instant now, ZoneId zone) {
        return from.map(day -> day.plus(length.period))
                .filter(next -> !next.isAfter(day(now, zone)))
                .map(next -> next.plus(length.period).isAfter(day(now, zone))
                        ? latest()
                        : new Window(length, Optional.of(next)));
    }

    /** The same stretch of time, or as much of it as that is long. */
    public Window with(Length other) {
        return new Window(other, from);
    }

    private Window latest() {
        return new Window(length, Optional.empty());
    }

    private LocalDate lastDay(Instant now, ZoneId zone) {
        return day(now, zone).plusDays(length.ahead);
    }

    private static LocalDate day(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate();
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
