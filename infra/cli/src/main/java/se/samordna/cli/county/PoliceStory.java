package se.samordna.cli.county;

import java.util.List;
import java.util.function.Consumer;

/** An incident the police met children in, the report it leads to, and a visit made together, or not. */
final class PoliceStory {
    private PoliceStory() {}

    /** Tells it for every child of the family that was there; returns the reports that follow. */
    static List<Concern> incident(Life life, long at) {
        Dice dice = life.dice();
        String incident = life.number("k");
        String kind = dice.pick(
                Dice.of("DOMESTIC_VIOLENCE", 52),
                Dice.of("VIOLENCE", 12),
                Dice.of("NEGLECT", 8),
                Dice.of("SUBSTANCE", 16),
                Dice.of("MISSING", 5),
                Dice.of("OTHER", 7));
        boolean present = dice.chance(0.72);
        Consumer<Line> body = l -> l.text("incidentId", incident);
        life.tell(
                "PoliceIncident",
                Voice.POLICE,
                at,
                body.andThen(l -> l.text("kind", kind).bool("childPresent", present)));
        if (!present) {
            return List.of();
        }
        if (dice.chance(0.5)) {
            life.tell("JointVisitRequested", Voice.POLICE, at + dice.between(20, 200) * Sweden.MINUTE, body);
        }
        visit(life, at, body);
        if (!dice.chance(0.82)) {
            return List.of();
        }
        long reported = at + (long) (dice.between(1.0, 21.0) * Sweden.HOUR);
        return List.of(new Concern(reported, "POLICE", kind.contains("VIOLENCE") ? "VIOLENCE" : "NEGLECT"));
    }

    private static void visit(Life life, long at, Consumer<Line> body) {
        Dice dice = life.dice();
        double drawn = dice.unit();
        long visited = at + (long) (dice.waiting(17, 0.5) * Sweden.HOUR);
        if (drawn < 0.55) {
            boolean accepted = dice.chance(0.6);
            life.tell("JointVisitDone", Voice.SOCIAL, visited, body.andThen(l -> l.bool("supportAccepted", accepted)));
        } else if (drawn < 0.75) {
            life.tell("JointVisitDeclined", Voice.SOCIAL, visited, body);
        }
    }

    /** A young person suspected of a crime (the Young Offenders Act, section 6). */
    static void youthCrime(Life life, long at) {
        Dice dice = life.dice();
        String notice = life.number("n");
        Consumer<Line> body = l -> l.text("noticeId", notice);
        life.tell("YouthCrimeNotified", Voice.POLICE, at, body);
        if (dice.chance(0.8)) {
            life.tell("YouthMeetingHeld", Voice.SOCIAL, Sweden.officeAfter(at, dice.waiting(5, 0.5), dice), body);
        }
    }
}
