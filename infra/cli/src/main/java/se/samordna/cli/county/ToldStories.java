package se.samordna.cli.county;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Stories told on purpose, one to a child, near the end of the data: in each municipality, however few its children,
 * every rule has something to say.
 */
final class ToldStories {
    private final Window window;
    private final long seed;

    ToldStories(Window window, long seed) {
        this.window = window;
        this.seed = seed;
    }

    private final List<BiConsumer<ToldStories, Life>> stories = List.of(
            ToldStories::neverAssessed,
            ToldStories::neverDecided,
            ToldStories::neverFinished,
            ToldStories::noJointVisit,
            ToldStories::sideBySide,
            ToldStories::slippingAway);

    int number() {
        return stories.size();
    }

    /** Tells the story of that number; returns the child's absence. */
    Trouble tell(int number, Life life) {
        stories.get(number).accept(this, life);
        boolean absent = number == number() - 1;
        LocalDate until = window.until();
        return absent ? new Trouble(0.65, until.minusDays(75), until.plusDays(60)) : Trouble.NONE;
    }

    /** R01: a report of violence on an evening, and nobody assessed the child's protection. */
    private void neverAssessed(Life life) {
        report(life, daysBefore(4, 18.2), "VIOLENCE");
    }

    /** R02: assessed at once, and then neither opened nor closed within fourteen days. */
    private void neverDecided(Life life) {
        long at = daysBefore(19, 10.4);
        String report = report(life, at, "NEGLECT");
        assess(life, at, report);
    }

    /** R03: an investigation past its four months. */
    private void neverFinished(Life life) {
        String investigation = life.number("i");
        life.tell(
                "InvestigationOpened",
                Voice.SOCIAL,
                daysBefore(131, 9.5),
                l -> l.text("investigationId", investigation).codes("bbicDomains", "FAMILY"));
    }

    /** R06: the police met the child in a home with violence, a report came within hours, no visit was made. */
    private void noJointVisit(Life life) {
        long at = daysBefore(3, 21.3);
        String incident = life.number("k");
        life.tell(
                "PoliceIncident",
                Voice.POLICE,
                at,
                l -> l.text("incidentId", incident)
                        .text("kind", "DOMESTIC_VIOLENCE")
                        .bool("childPresent", true));
        long reported = at + 9 * Sweden.HOUR;
        assess(life, reported, report(life, reported, "VIOLENCE"));
    }

    /** R07: support, psychiatry and an absence inquiry side by side for months, and no common plan. */
    private void sideBySide(Life life) {
        String support = life.number("s");
        life.tell(
                "SupportStarted",
                Voice.SOCIAL,
                daysBefore(80, 13.2),
                l -> l.text("supportId", support).text("kind", "FAMILY_TREATMENT"));
        life.tell(
                "BupContact",
                Voice.REGION,
                daysBefore(58, 10.1),
                l -> l.text("contactId", life.number("c")).text("kind", "FIRST_VISIT"));
        String inquiry = life.number("q");
        life.tell("AbsenceInquiryOpened", Voice.SCHOOL, daysBefore(38, 14.4), l -> l.text("inquiryId", inquiry));
    }

    /** R09: absence that rises week by week, and no inquiry; the school's records tell it. */
    private void slippingAway(Life life) {
        life.tell("StudentHealthMeetingHeld", Voice.SCHOOL, daysBefore(20, 15.1));
    }

    private String report(Life life, long at, String reason) {
        String report = life.number("r");
        Consumer<Line> body = l -> l.text("reportId", report)
                .text("reporterType", "SCHOOL")
                .codes("reasons", reason)
                .bool("feedbackRequested", true);
        life.tell("ConcernReportReceived", Voice.SOCIAL, at, body);
        return report;
    }

    private static void assess(Life life, long at, String report) {
        life.tell(
                "ProtectionAssessed",
                Voice.SOCIAL,
                at + 2 * Sweden.HOUR,
                l -> l.text("reportId", report).bool("immediateDanger", false));
    }

    private long daysBefore(int days, double hour) {
        double jitter = Dice.of(seed, days).between(0.0, 0.3);
        return Sweden.at(Sweden.workingDay(window.until().minusDays(days)), hour + jitter);
    }
}
