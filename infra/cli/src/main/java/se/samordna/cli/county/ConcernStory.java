package se.samordna.cli.county;

import java.util.List;

/** What social services do with reports: protection at once, open or not within two weeks, an answer to the reporter. */
final class ConcernStory {
    private static final double OPENED = 0.36;
    private static final double WRONG_CHILD = 0.006;

    private final Life life;
    private final Dice dice;
    private long investigatedUntil;

    ConcernStory(Life life) {
        this.life = life;
        this.dice = life.dice();
    }

    /** An investigation that was open when the system was connected keeps new reports from opening another. */
    ConcernStory investigatedUntil(long instant) {
        investigatedUntil = instant;
        return this;
    }

    void tell(List<Concern> concerns) {
        for (Concern concern : concerns) {
            report(concern);
        }
    }

    private void report(Concern concern) {
        String report = life.number("r");
        boolean asks = concern.byDuty() && dice.chance(0.45);
        String event = life.tell(
                "ConcernReportReceived",
                Voice.SOCIAL,
                concern.at(),
                l -> l.text("reportId", report)
                        .text("reporterType", concern.reporter())
                        .codes("reasons", concern.reason())
                        .bool("feedbackRequested", asks));
        if (dice.chance(WRONG_CHILD)) {
            life.retract(event, Voice.SOCIAL, Sweden.officeAfter(concern.at(), 0.8, dice));
            return;
        }
        protect(report, concern);
        if (concern.at() >= investigatedUntil) {
            decide(report, concern, asks);
        }
    }

    /** Most are assessed within the day; some the next; a few are forgotten. */
    private void protect(String report, Concern concern) {
        double drawn = dice.unit();
        if (drawn > 0.98) {
            return;
        }
        double hours = drawn < 0.80
                ? dice.waiting(1.8, 0.7)
                : drawn < 0.95 ? dice.between(4.0, 16.0) : dice.between(20.0, 70.0);
        boolean danger = concern.violent() && dice.chance(0.12);
        life.tell(
                "ProtectionAssessed",
                Voice.SOCIAL,
                concern.at() + (long) (hours * Sweden.HOUR),
                l -> l.text("reportId", report).bool("immediateDanger", danger));
    }

    private void decide(String report, Concern concern, boolean asks) {
        boolean opens = dice.chance(concern.violent() ? 0.82 : OPENED - 0.08);
        double drawn = dice.unit();
        if (drawn > 0.985) {
            return;
        }
        double days = concern.violent() && opens ? dice.between(0.0, 2.0) : days(drawn);
        long at = Sweden.officeAfter(concern.at(), days, dice);
        if (days > 13 && dice.chance(0.5)) {
            life.tell(
                    "PreliminaryAssessmentExtended",
                    Voice.SOCIAL,
                    Sweden.officeAfter(concern.at(), 11.5, dice),
                    l -> l.text("reportId", report)
                            .text(
                                    "until",
                                    Sweden.dayOf(concern.at()).plusDays(24).toString()));
        }
        life.tell(
                "PreliminaryAssessmentDecided",
                Voice.SOCIAL,
                at,
                l -> l.text("reportId", report).text("outcome", opens ? "OPEN" : "NOT_OPEN"));
        if (asks && dice.chance(0.9)) {
            life.tell(
                    "FeedbackGiven",
                    Voice.SOCIAL,
                    Sweden.officeAfter(at, dice.waiting(3, 0.6), dice),
                    l -> l.text("reportId", report).text("status", opens ? "OPENED" : "NOT_OPENED"));
        }
        if (opens) {
            investigatedUntil = new InvestigationStory(life).open(at + 5 * Sweden.MINUTE, report, concern.violent());
        }
    }

    private double days(double drawn) {
        if (drawn < 0.80) {
            return dice.between(0.5, 9.0);
        }
        return drawn < 0.93 ? dice.between(9.0, 13.3) : dice.between(13.3, 24.0);
    }
}
