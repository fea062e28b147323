package se.samordna.cli.county;

import java.util.function.Consumer;

/** What an investigation leads to: support at home, or care elsewhere with a health examination and a school. */
final class SupportStory {
    private final Life life;
    private final Dice dice;

    SupportStory(Life life) {
        this.life = life;
        this.dice = life.dice();
    }

    /** Decided, started weeks later, ended after some months. Returns the end. */
    long support(long decided) {
        String support = life.number("s");
        String kind = dice.pick(
                Dice.of("CONTACT_FAMILY", 20),
                Dice.of("FAMILY_TREATMENT", 45),
                Dice.of("CONTACT_PERSON", 20),
                Dice.of("OPEN_CARE", 15));
        Consumer<Line> body = l -> l.text("supportId", support).text("kind", kind);
        life.tell("SupportDecided", Voice.SOCIAL, decided + 20 * Sweden.MINUTE, body);
        if (dice.chance(0.04)) {
            life.tell(
                    "SupportDecisionRevoked",
                    Voice.SOCIAL,
                    Sweden.officeAfter(decided, 25, dice),
                    l -> l.text("supportId", support));
            return decided;
        }
        long started = Sweden.officeAfter(decided, dice.waiting(17, 0.6), dice);
        long ended = Sweden.officeAfter(started, dice.waiting(170, 0.5), dice);
        life.tell("SupportStarted", Voice.SOCIAL, started, body);
        life.tell(
                "SupportEnded",
                Voice.SOCIAL,
                ended,
                l -> l.text("supportId", support).text("outcome", dice.chance(0.7) ? "GOAL_MET" : "ENDED_EARLY"));
        new HomeStory(life, started, ended).tell();
        return ended;
    }

    /** A placement, considered first. Returns its end, often beyond what is generated. */
    long placement(long decided) {
        boolean schoolAge = life.child().isPupilOn(Sweden.dayOf(decided));
        life.tell("PlacementConsidered", Voice.SOCIAL, decided - 3 * Sweden.HOUR);
        if (dice.chance(0.55)) {
            life.tell(
                    "HomeSupportRuledOut",
                    Voice.SOCIAL,
                    decided - 2 * Sweden.HOUR,
                    l -> l.text("reason", "NOT_SUFFICIENT"));
        }
        String placement = life.number("p");
        String kind = dice.pick(
                Dice.of("FOSTER", 68),
                Dice.of("RESIDENTIAL", 18),
                Dice.of("EMERGENCY", 9),
                Dice.of("SUPPORTED_HOUSING", 5));
        String legal = dice.chance(0.7) ? "SOL" : "LVU";
        long started = Sweden.officeAfter(decided, dice.waiting(4, 0.7), dice);
        life.tell(
                "PlacementStarted",
                Voice.SOCIAL,
                started,
                l -> l.text("placementId", placement)
                        .text("kind", kind)
                        .text("legal", legal)
                        .bool("schoolAge", schoolAge));
        care(placement, started, schoolAge);
        long ended = Sweden.officeAfter(started, dice.waiting(330, 0.6), dice);
        life.tell(
                "PlacementReviewed",
                Voice.SOCIAL,
                Sweden.officeAfter(started, dice.between(150, 200), dice),
                l -> l.text("placementId", placement));
        life.tell("PlacementEnded", Voice.SOCIAL, ended, l -> l.text("placementId", placement));
        new CareStory(life, placement, started, ended).tell(decided - 3 * Sweden.HOUR, schoolAge);
        return ended;
    }

    private void care(String placement, long started, boolean schoolAge) {
        Consumer<Line> body = l -> l.text("placementId", placement);
        if (dice.chance(0.75)) {
            long notified = Sweden.officeAfter(started, dice.waiting(4, 0.7), dice);
            life.tell("HealthExamNotified", Voice.SOCIAL, notified, body);
            if (dice.chance(0.8)) {
                Voice region = Voice.REGION.on("INVESTIGATION_DUTY");
                life.tell("HealthExamDone", region, Sweden.officeAfter(notified, dice.waiting(38, 0.5), dice), body);
            }
        }
        if (schoolAge && dice.chance(0.85)) {
            life.tell(
                    "Enrolled",
                    Voice.SCHOOL,
                    Sweden.officeAfter(started, dice.waiting(5, 0.6), dice),
                    l -> l.text("schoolUnitCode", School.unitCode(life.child().municipality(), 1)));
        }
        if (schoolAge && dice.chance(0.3)) {
            life.tell("SkolFamEnrolled", Voice.SOCIAL, Sweden.officeAfter(started, 30, dice));
        }
    }
}
