package se.samordna.cli.county;

import java.util.function.Consumer;

/** What goes with a support at home: intensive work with the family, its plan, a team with child psychiatry, disability. */
final class HomeStory {
    private static final long PURPOSE = 0x503E;
    private static final int REVIEW_DAYS = 90;

    private final Life life;
    private final Dice dice;
    private final long started;
    private final long ended;

    HomeStory(Life of, long started, long ended) {
        this.life = of.beside(PURPOSE ^ started);
        this.dice = life.dice();
        this.started = started;
        this.ended = ended;
    }

    void tell() {
        if (dice.chance(0.2)) {
            intensive();
        }
        if (dice.chance(0.4)) {
            plan();
        }
        if (dice.chance(0.06)) {
            Voice region = Voice.REGION.on("INVESTIGATION_DUTY");
            life.tell("TeamAccepted", region, Sweden.officeAfter(started, dice.waiting(20, 0.5), dice));
        }
        if (dice.chance(0.04)) {
            life.tell("LssDecided", Voice.SOCIAL, Sweden.officeAfter(started, dice.waiting(10, 0.5), dice));
        }
    }

    private void intensive() {
        String support = life.number("h");
        Consumer<Line> body = l -> l.text("supportId", support);
        life.tell("HomeSupportStarted", Voice.SOCIAL, started + Sweden.HOUR, body);
        life.tell(
                "HomeSupportEnded",
                Voice.SOCIAL,
                Sweden.officeAfter(started, dice.waiting(90, 0.3), dice),
                body.andThen(l -> l.text("outcome", dice.chance(0.75) ? "GOAL_MET" : "ENDED_EARLY")));
    }

    /** Made soon, and looked through each three months: most often in time. */
    private void plan() {
        String plan = life.number("f");
        long made = Sweden.officeAfter(started, dice.waiting(12, 0.5), dice);
        if (made >= ended) {
            return;
        }
        tellOf("FamilyPlanMade", plan, made);
        for (long before = made; before + REVIEW_DAYS * Sweden.DAY < ended; ) {
            double late = dice.chance(0.8) ? dice.between(-10.0, 0.0) : dice.between(1.0, 30.0);
            before = Sweden.officeAfter(before, REVIEW_DAYS + late, dice);
            if (before < ended) {
                tellOf("FamilyPlanReviewed", plan, before);
            }
        }
        life.tell("FamilyPlanEnded", Voice.SOCIAL, ended + Sweden.HOUR, l -> l.text("planId", plan));
    }

    private void tellOf(String type, String plan, long at) {
        String review = Sweden.dayOf(at).plusDays(REVIEW_DAYS).toString();
        life.tell(type, Voice.SOCIAL, at, l -> l.text("planId", plan).text("reviewDate", review));
    }
}
