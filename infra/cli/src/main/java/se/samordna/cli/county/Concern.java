package se.samordna.cli.county;

import java.time.LocalDate;

/** A report of concern about a family: when, by whom, why. */
record Concern(long at, String reporter, String reason) {
    static Concern draw(Window window, Dice dice) {
        String reporter = dice.pick(
                Dice.of("POLICE", 16),
                Dice.of("SCHOOL", 19),
                Dice.of("PRESCHOOL", 4),
                Dice.of("HEALTH", 15),
                Dice.of("DENTAL", 3),
                Dice.of("SOCIAL", 10),
                Dice.of("OTHER_AUTHORITY", 10),
                Dice.of("PRIVATE", 13),
                Dice.of("ANONYMOUS", 7));
        return new Concern(moment(window, reporter, dice), reporter, reason(reporter, dice));
    }

    private static String reason(String reporter, Dice dice) {
        if (reporter.equals("SCHOOL") && dice.chance(0.25)) {
            return "SCHOOL_ABSENCE";
        }
        return dice.pick(
                Dice.of("VIOLENCE", 20),
                Dice.of("NEGLECT", 17),
                Dice.of("PARENT_SUBSTANCE", 14),
                Dice.of("OWN_SUBSTANCE", 7),
                Dice.of("MENTAL_HEALTH", 15),
                Dice.of("CRIME", 9),
                Dice.of("HONOUR", 1.5),
                Dice.of("SEXUAL_ABUSE", 2.5),
                Dice.of("OTHER", 14));
    }

    /** Mondays are the busiest, weekends are the police's, July is quiet, mornings come before afternoons. */
    private static long moment(Window window, String reporter, Dice dice) {
        boolean aroundTheClock = reporter.equals("POLICE") || reporter.equals("ANONYMOUS");
        while (true) {
            LocalDate day = Sweden.dayOf(window.any(dice));
            double season = switch (day.getMonthValue()) {
                case 7 -> 0.45;
                case 6, 8 -> 0.75;
                default -> 1.0;
            };
            double weekday = Sweden.isWeekend(day)
                    ? (aroundTheClock ? 1.0 : 0.06)
                    : day.getDayOfWeek().getValue() == 1 ? 1.0 : 0.74;
            boolean closed = reporter.contains("SCHOOL") && !SchoolYear.isSchoolDay(day);
            if (dice.chance(closed ? season * 0.04 : season * weekday)) {
                double hour = aroundTheClock && dice.chance(0.7) ? dice.between(0.0, 24.0) : Sweden.officeHour(dice);
                return Sweden.at(day, hour);
            }
        }
    }

    /** Bodies that must report and may be told how it went (the Social Services Act 19:1, 19:6). */
    boolean byDuty() {
        return !reporter.equals("PRIVATE") && !reporter.equals("ANONYMOUS");
    }

    boolean violent() {
        return reason.equals("VIOLENCE") || reason.equals("HONOUR") || reason.equals("SEXUAL_ABUSE");
    }

    /** The same concern, told of a brother or sister some minutes later. */
    Concern alsoFor(Dice dice) {
        return new Concern(at + dice.between(1, 40) * Sweden.MINUTE, reporter, reason);
    }
}
