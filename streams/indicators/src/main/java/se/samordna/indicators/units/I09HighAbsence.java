package se.samordna.indicators.units;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import se.samordna.indicators.cells.Figure;
import se.samordna.rules.Agency;
import se.samordna.rules.Calendar;
import se.samordna.rules.Child;
import se.samordna.rules.View;

/**
 * I09: children with reported school time in the period, in the cell's municipality; in the numerator if they were
 * absent, with or without leave, for a fifth of it or more. Närvaro (Östersund A3). A record counts at the beginning of
 * its local day. What is forgotten of a day stays in the month's sums.
 */
final class I09HighAbsence {

    private static final LocalDate LONG_AGO = LocalDate.of(1, 1, 1);

    private I09HighAbsence() {}

    /** @param minutes absent out of offered */
    static Figure ofChild(Figure minutes) {
        if (minutes.den() <= 0) {
            return Figure.NONE;
        }
        return new Figure(5 * minutes.num() >= minutes.den() ? 1 : 0, 1);
    }

    /** The minutes of absence and of offered time a child's held lines of a local month add up to, by municipality. */
    static SortedMap<String, Figure> minutes(Child child, Instant now, int month) {
        LocalDate first = Series.month(month).atDay(1);
        LocalDate today = Calendar.day(now);
        LocalDate end = Series.month(month).atEndOfMonth();
        if (first.isAfter(today)) {
            return new TreeMap<>();
        }
        var absentAndOffered = new HashMap<String, long[]>(2);
        View.own(child, now, Agency.SCHOOL)
                .attendance(
                        first,
                        end.isAfter(today) ? today : end,
                        (day, municipality, reported, offered, valid, invalid) -> {
                            if (reported) {
                                long[] sum = absentAndOffered.computeIfAbsent(municipality, _ -> new long[2]);
                                sum[0] += (long) valid + invalid;
                                sum[1] += offered;
                            }
                        });
        var sums = new TreeMap<String, Figure>();
        absentAndOffered.forEach((municipality, sum) -> sums.put(municipality, new Figure(sum[0], sum[1])));
        return sums;
    }

    /** The numbers of the local months with days that a child holds lines of. */
    static Set<Integer> months(Child child, Instant now) {
        var months = new TreeSet<Integer>();
        View.own(child, now, Agency.SCHOOL)
                .attendance(
                        LONG_AGO,
                        Calendar.day(now),
                        (day, municipality, reported, offered, valid, invalid) ->
                                months.add(Series.number(YearMonth.from(LocalDate.ofEpochDay(day)))));
        return months;
    }
}
