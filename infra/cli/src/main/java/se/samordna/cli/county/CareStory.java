package se.samordna.cli.county;

import java.util.function.Consumer;

/** What happens around a placement: a move, what health care finds wanting, self-harm before it, secure care after it. */
final class CareStory {
    private static final long PURPOSE = 0xCA5E;
    private static final Voice HEALTH = Voice.REGION.on("INVESTIGATION_DUTY");

    private final Life life;
    private final Dice dice;
    private final String placement;
    private final long started;
    private final long ended;

    CareStory(Life of, String placement, long started, long ended) {
        this.life = of.beside(PURPOSE ^ started);
        this.dice = life.dice();
        this.placement = placement;
        this.started = started;
        this.ended = ended;
    }

    void tell(long considered, boolean schoolAge) {
        if (dice.chance(0.08)) {
            harm(considered);
        }
        if (dice.chance(0.2)) {
            life.tell(
                    "PlacementMoved",
                    Voice.SOCIAL,
                    between(0.2, 0.8),
                    l -> l.text("placementId", placement)
                            .text("kind", dice.chance(0.7) ? "FOSTER" : "RESIDENTIAL")
                            .bool("schoolAge", schoolAge));
        }
        if (dice.chance(0.15)) {
            deviation();
        }
        if (dice.chance(0.1)) {
            secure(schoolAge);
        }
    }

    /** A high risk, assessed in the days about the placement; a joint plan within the day for most. */
    private void harm(long considered) {
        long assessed = considered + (long) (dice.between(-20, 10) * Sweden.DAY);
        life.tell("SelfHarmAssessed", HEALTH, assessed, l -> l.text("risk", "HIGH"));
        if (dice.chance(0.7)) {
            long both = Math.max(assessed, considered);
            life.tell("JointCarePlanMade", Voice.SOCIAL, both + (long) (dice.between(2.0, 40.0) * Sweden.HOUR));
        }
    }

    private void deviation() {
        String deviation = life.number("d");
        Consumer<Line> body = l -> l.text("deviationId", deviation);
        String kind = dice.pick(
                Dice.of("BUP_VISIT_MISSED", 50),
                Dice.of("HEALTH_EXAM_MISSED", 35),
                Dice.of("PSYCHOTROPICS_OVERPRESCRIBED", 15));
        long reported = between(0.1, 0.9);
        life.tell("MasDeviationReported", HEALTH, reported, body.andThen(l -> l.text("kind", kind)));
        if (dice.chance(0.85)) {
            life.tell("MasDeviationClosed", HEALTH, Sweden.officeAfter(reported, dice.waiting(9, 0.6), dice), body);
        }
    }

    /** A stay in secure care (SiS), from which one in two comes home to a plan of all. */
    private void secure(boolean schoolAge) {
        String stay = life.number("p");
        Consumer<Line> body = l -> l.text("placementId", stay);
        long from = Sweden.officeAfter(ended, 1, dice);
        long until = Sweden.officeAfter(from, dice.waiting(110, 0.4), dice);
        life.tell(
                "PlacementStarted",
                Voice.SOCIAL,
                from,
                body.andThen(l -> l.text("kind", "SIS").text("legal", "LVU").bool("schoolAge", schoolAge)));
        if (dice.chance(0.7)) {
            life.tell("SisDischargePlanned", Voice.SOCIAL, Sweden.officeAfter(until, -30, dice), body);
        }
        if (dice.chance(0.5)) {
            String sip = life.number("sip");
            life.tell(
                    "SipStarted",
                    Voice.SOCIAL,
                    Sweden.officeAfter(until, -20, dice),
                    l -> l.text("sipId", sip).codes("members", "SOCIAL_SERVICES", "REGION", "SCHOOL"));
            life.tell(
                    "SipClosed",
                    Voice.SOCIAL,
                    Sweden.officeAfter(until, dice.between(90, 200), dice),
                    l -> l.text("sipId", sip).text("goalsMet", dice.chance(0.5) ? "YES" : "PARTLY"));
        }
        life.tell("PlacementEnded", Voice.SOCIAL, until, body);
    }

    private long between(double from, double to) {
        return started + (long) (dice.between(from, to) * (ended - started));
    }
}
