package se.samordna.cli.county;

import java.util.List;
import java.util.function.Consumer;

/** What a school does about absence (the Education Act 7:19a): an inquiry, the attendance team, sometimes a report. */
final class InquiryStory {
    private InquiryStory() {}

    /** Tells it and returns the reports of concern that follow. */
    static List<Concern> tell(Life life, Trouble trouble) {
        Dice dice = life.dice();
        Window window = life.window();
        double seen = trouble.level() > 0.2 ? 0.72 : 0.4;
        if (!trouble.any() || !dice.chance(seen)) {
            return List.of();
        }
        long noticed = Math.max(window.start(), Sweden.startOf(trouble.onset()));
        long opened = schoolTime(noticed, dice.waiting(36, 0.5), dice);
        String inquiry = life.number("q");
        Consumer<Line> body = l -> l.text("inquiryId", inquiry);
        life.tell("StudentHealthMeetingHeld", Voice.SCHOOL, schoolTime(noticed, dice.between(8, 30), dice));
        life.tell("AbsenceInquiryOpened", Voice.SCHOOL, opened, body);
        if (dice.chance(0.8)) {
            life.tell("AttendanceTeamContact", Voice.SCHOOL, schoolTime(opened, dice.waiting(9, 0.6), dice), body);
        }
        long closed = Math.max(
                schoolTime(opened, dice.waiting(75, 0.5), dice), Sweden.startOf(trouble.until()) - 20 * Sweden.DAY);
        life.tell("AbsenceInquiryClosed", Voice.SCHOOL, closed, body);
        if (dice.chance(0.6)) {
            life.tell("AttendanceRestored", Voice.SCHOOL, closed + Sweden.HOUR);
        }
        life.works("school", opened, closed);
        if (!dice.chance(0.3)) {
            return List.of();
        }
        return List.of(new Concern(schoolTime(opened, dice.between(10, 50), dice), "SCHOOL", "SCHOOL_ABSENCE"));
    }

    private static long schoolTime(long from, double days, Dice dice) {
        long at = Sweden.officeAfter(from, days, dice);
        while (!SchoolYear.isSchoolDay(Sweden.dayOf(at))) {
            at = Sweden.officeAfter(at, 1, dice);
        }
        return at;
    }
}
