package se.samordna.indicators.units;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import se.samordna.indicators.cells.Period;

/** The exact cells a recount comes to, added up in its own way: every value kept, in every period it lies in. */
final class RecountCells {

    private static final Set<String> PER_POPULATION = Set.of("I01", "I02", "I21");

    private static final class Sum {
        private long num;
        private long den;
        private final List<Long> values = new ArrayList<>();
    }

    private final Instant now;
    private final Map<String, Sum> cells = new TreeMap<>();

    RecountCells(Instant now) {
        this.now = now;
    }

    /** A unit at an event's own instant. */
    void at(String indicator, Standing anchor, Instant t, boolean inNumerator, long... value) {
        if (!t.isAfter(now)) {
            unit(indicator, anchor, month(t), inNumerator ? 1 : 0, 1, value);
        }
    }

    /** A unit at a due time. */
    void due(String indicator, Standing anchor, Instant t, boolean inNumerator, long... value) {
        if (!t.isAfter(now)) {
            unit(indicator, anchor, month(t.minusMillis(1)), inNumerator ? 1 : 0, 1, value);
        }
    }

    void unit(String indicator, Standing anchor, YearMonth month, long num, long den, long... value) {
        String municipality = anchor.event().municipality();
        for (String period : periods(month)) {
            add(indicator, municipality, period, num, den, value);
        }
        add(indicator, municipality.substring(0, 2), Integer.toString(month.getYear()), num, den);
    }

    /** A distinct child's cell, and its county's, if it is of a year. */
    void child(String indicator, String municipality, String period, long num, long den) {
        add(indicator, municipality, period, num, den);
        if (period.length() == 4) {
            add(indicator, municipality.substring(0, 2), period, num, den);
        }
    }

    private void add(String indicator, String municipality, String period, long num, long den, long... value) {
        if (period.endsWith("/R12") && YearMonth.parse(period.substring(0, 7)).isAfter(month(now))) {
            return;
        }
        Sum sum = cells.computeIfAbsent(indicator + " " + municipality + " " + period, key -> new Sum());
        sum.num += num;
        sum.den += den;
        for (long each : value) {
            sum.values.add(each);
        }
    }

    Map<String, String> print() {
        var printed = new TreeMap<String, String>();
        cells.forEach((name, sum) -> {
            if (PER_POPULATION.contains(name.substring(0, 3)) ? sum.num > 0 : sum.den > 0) {
                Collections.sort(sum.values);
                String median = sum.values.isEmpty() ? "" : " median " + sum.values.get((sum.values.size() - 1) / 2);
                printed.put(name, sum.num + "/" + sum.den + median);
            }
        });
        return printed;
    }

    static List<String> periods(YearMonth month) {
        return Stream.concat(
                        Stream.of(
                                month.toString(),
                                month.getYear() + "-Q" + ((month.getMonthValue() - 1) / 3 + 1),
                                Integer.toString(month.getYear())),
                        Stream.iterate(month, m -> m.plusMonths(1)).limit(12).map(m -> m + "/R12"))
                .toList();
    }

    static LocalDate day(Instant at) {
        return at.atZone(Period.LOCAL).toLocalDate();
    }

    static YearMonth month(Instant at) {
        return YearMonth.from(day(at));
    }

    /** From one to the other in whole local days. */
    static long days(Instant from, Instant to) {
        return day(from).datesUntil(day(to)).count();
    }

    /** The end of the day so many months later. */
    static Instant months(Instant from, int months) {
        return Standing.endOf(day(from).plusMonths(months));
    }
}
