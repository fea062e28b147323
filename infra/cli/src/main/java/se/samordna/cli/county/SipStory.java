package se.samordna.cli.county;

import java.util.List;
import java.util.function.Consumer;

/** A coordinated individual plan where agencies work side by side: proposed in time for some, late or never for others. */
final class SipStory {
    private final Life life;
    private final Dice dice;

    SipStory(Life life) {
        this.life = life;
        this.dice = life.dice();
    }

    void tell() {
        long overlap = firstOverlap(life.involvements());
        if (overlap == Long.MAX_VALUE || overlap < life.window().start()) {
            return;
        }
        double drawn = dice.unit();
        if (drawn < 0.45) {
            start(Sweden.officeAfter(overlap, dice.waiting(16, 0.7), dice));
        } else if (drawn < 0.55) {
            life.tell("SipRefused", Voice.SOCIAL, Sweden.officeAfter(overlap, dice.waiting(14, 0.6), dice));
        }
    }

    /** The first instant two fields work with the child, for at least a week. */
    private static long firstOverlap(List<Life.Involvement> involvements) {
        long first = Long.MAX_VALUE;
        for (Life.Involvement a : involvements) {
            for (Life.Involvement b : involvements) {
                long from = Math.max(a.from(), b.from());
                boolean meet = !a.field().equals(b.field()) && from + 7 * Sweden.DAY < Math.min(a.to(), b.to());
                if (meet && from < first) {
                    first = from;
                }
            }
        }
        return first;
    }

    private void start(long at) {
        String sip = life.number("sip");
        Consumer<Line> body = l -> l.text("sipId", sip);
        life.tell("SipProposed", Voice.SOCIAL, at - 2 * Sweden.DAY, body);
        life.tell(
                "SipStarted",
                Voice.SOCIAL,
                at,
                body.andThen(l -> l.codes("members", "SOCIAL_SERVICES", "REGION", "SCHOOL")));
        if (dice.chance(0.85)) {
            long met = Sweden.officeAfter(at, dice.waiting(17, 0.4), dice);
            life.tell(
                    "SipMeetingHeld",
                    Voice.SOCIAL,
                    met,
                    body.andThen(l -> l.text(
                            "nextFollowUp", Sweden.dayOf(met).plusDays(84).toString())));
            life.tell("SipMeetingHeld", Voice.SOCIAL, Sweden.officeAfter(met, dice.between(75, 100), dice), body);
        }
        life.tell(
                "SipClosed",
                Voice.SOCIAL,
                Sweden.officeAfter(at, dice.waiting(220, 0.3), dice),
                body.andThen(l -> l.text("goalsMet", dice.chance(0.5) ? "YES" : "PARTLY")));
    }
}
