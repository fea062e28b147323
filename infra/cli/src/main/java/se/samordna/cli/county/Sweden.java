package se.samordna.cli.county;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;

/** Local days, office hours and public holidays of Sweden. Instants are epoch milliseconds. */
final class Sweden {
    static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    static final long MINUTE = 60_000L;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;

    private Sweden() {}

    static long at(LocalDate day, double hour) {
        return startOf(day) + (long) (hour * HOUR);
    }

    static long startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant().toEpochMilli();
    }

    static LocalDate dayOf(long instant) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(instant), ZONE).toLocalDate();
    }

    /** Office time on the working day that is about {@code days} after {@code instant}, and after it in any case. */
    static long officeAfter(long instant, double days, Dice dice) {
        LocalDate day = workingDay(dayOf(instant + (long) (days * DAY)));
        long found = at(day, officeHour(dice));
        while (found <= instant) {
            day = workingDay(day.plusDays(1));
            found = at(day, officeHour(dice));
        }
        return found;
    }

    /** Mornings are busier than afternoons, and lunch is quiet. */
    static double officeHour(Dice dice) {
        return dice.chance(0.58) ? dice.between(8.0, 11.8) : dice.between(12.8, 16.7);
    }

    static LocalDate workingDay(LocalDate from) {
        LocalDate day = from;
        while (isWeekend(day) || isHoliday(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** Weekday holidays; the eves that are free in practice too. */
    static boolean isHoliday(LocalDate day) {
        int monthDay = day.getMonthValue() * 100 + day.getDayOfMonth();
        if (Set.of(101, 106, 501, 606, 1224, 1225, 1226, 1231).contains(monthDay)) {
            return true;
        }
        boolean midsummer = day.getDayOfWeek() == DayOfWeek.FRIDAY && monthDay >= 619 && monthDay <= 625;
        long sinceEaster = day.toEpochDay() - easter(day.getYear()).toEpochDay();
        return midsummer || sinceEaster == -2 || sinceEaster == 1 || sinceEaster == 39;
    }

    /** Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876). */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }
}
