package se.samordna.rules;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Set;

/**
 * Local time is Europe/Stockholm, whose days are 23, 24 or 25 hours. Working days are Monday to Friday that are no
 * public holiday (lag 1989:253 om allmänna helgdagar); midsommarafton, julafton and nyårsafton count as free too.
 */
public final class Calendar {

    public static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    static final long DAY_MS = 86_400_000;

    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(1, 6),
            MonthDay.of(5, 1),
            MonthDay.of(6, 6),
            MonthDay.of(12, 24),
            MonthDay.of(12, 25),
            MonthDay.of(12, 26),
            MonthDay.of(12, 31));

    // The starts of the days that matter, looked up once: a rule asks for them for every line of attendance.
    private static final int FIRST = (int) LocalDate.of(1990, 1, 1).toEpochDay();
    private static final long[] STARTS = starts((int) LocalDate.of(2080, 1, 1).toEpochDay() - FIRST);

    private Calendar() {}

    private static long[] starts(int days) {
        long[] starts = new long[days];
        for (int i = 0; i < days; i++) {
            starts[i] = computedStart(FIRST + i);
        }
        return starts;
    }

    private static long computedStart(long epochDay) {
        return LocalDate.ofEpochDay(epochDay).atStartOfDay(ZONE).toInstant().toEpochMilli();
    }

    /** The local day of an instant. */
    public static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** The first instant of a local day. */
    public static Instant start(LocalDate day) {
        return Instant.ofEpochMilli(startMs(day.toEpochDay()));
    }

    /** The first instant after a local day. */
    public static Instant end(LocalDate day) {
        return Instant.ofEpochMilli(startMs(day.toEpochDay() + 1));
    }

    /** A local time of day. */
    public static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZONE).toInstant();
    }

    static long startMs(long epochDay) {
        long i = epochDay - FIRST;
        return i >= 0 && i < STARTS.length ? STARTS[(int) i] : computedStart(epochDay);
    }

    static long endMs(long epochDay) {
        return startMs(epochDay + 1);
    }

    /** n · 24 h later, whatever the local days. */
    public static Instant plusDays(Instant instant, long days) {
        return instant.plusMillis(days * DAY_MS);
    }

    /** n h later. */
    public static Instant plusHours(Instant instant, long hours) {
        return instant.plusMillis(hours * 3_600_000);
    }

    /** The n-th working day after a day. */
    public static LocalDate workingDayAfter(LocalDate day, int n) {
        LocalDate found = day;
        for (int left = n; left > 0; ) {
            found = found.plusDays(1);
            if (isWorkingDay(found)) {
                left--;
            }
        }
        return found;
    }

    public static boolean isWorkingDay(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !isFree(day);
    }

    private static boolean isFree(LocalDate day) {
        return FIXED.contains(MonthDay.from(day)) || isByEaster(day) || isMidsummerEve(day);
    }

    // Långfredagen, annandag påsk, Kristi himmelsfärdsdag; Easter and Whitsun themselves are Sundays.
    private static boolean isByEaster(LocalDate day) {
        long after = day.toEpochDay() - easter(day.getYear()).toEpochDay();
        return after == -2 || after == 1 || after == 39;
    }

    // The Friday in 19–25 June. Midsommardagen and alla helgons dag are Saturdays.
    private static boolean isMidsummerEve(LocalDate day) {
        return day.getMonthValue() == 6
                && day.getDayOfMonth() >= 19
                && day.getDayOfMonth() <= 25
                && day.getDayOfWeek() == DayOfWeek.FRIDAY;
    }

    /** Easter Sunday by the Gregorian computus (Meeus, Jones, Butcher). */
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int ofCentury = year % 100;
        int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        int n = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
