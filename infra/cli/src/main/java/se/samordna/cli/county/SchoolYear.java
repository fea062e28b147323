package se.samordna.cli.county;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;

/** The Swedish school year as Jämtland's municipalities lay it: about 178 days, five breaks, a few study days. */
final class SchoolYear {
    private SchoolYear() {}

    static boolean isSchoolDay(LocalDate day) {
        return !Sweden.isWeekend(day) && !Sweden.isHoliday(day) && inTerm(day) && !isBreak(day);
    }

    private static boolean inTerm(LocalDate day) {
        int monthDay = day.getMonthValue() * 100 + day.getDayOfMonth();
        boolean spring = monthDay >= 109 && monthDay <= 611;
        boolean autumn = monthDay >= 818 && monthDay <= 1219;
        return spring || autumn;
    }

    /** Autumn break (week 44), winter break (week 10), Easter's week, the day after Ascension, study days. */
    private static boolean isBreak(LocalDate day) {
        int week = day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        long sinceEaster = day.toEpochDay() - Sweden.easter(day.getYear()).toEpochDay();
        boolean easter = sinceEaster >= -6 && sinceEaster <= 1;
        boolean study = day.getDayOfWeek() == DayOfWeek.MONDAY && (week == 39 || week == 18);
        return week == 44 || week == 10 || easter || sinceEaster == 40 || study;
    }
}
