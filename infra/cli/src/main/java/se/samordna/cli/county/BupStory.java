package se.samordna.cli.county;

import java.util.function.Consumer;

/** Child psychiatry: a referral, a wait that is often too long, visits, and an end. */
final class BupStory {
    private static final double FIRST_VISIT_MEDIAN_DAYS = 38;

    private final Life life;
    private final Dice dice;

    BupStory(Life life) {
        this.life = life;
        this.dice = life.dice();
    }

    /** Chance of a new referral in a year, by age and sex: the girls of secondary school most. */
    static double yearly(Resident child, int age) {
        if (age < 6) {
            return 0.004;
        }
        if (age < 13) {
            return 0.026;
        }
        return child.girl() ? 0.07 : 0.034;
    }

    void referred(long at) {
        speak(at);
        String referral = life.number("b");
        Consumer<Line> body = l -> l.text("referralId", referral);
        life.tell("BupReferralReceived", life.region(), at, body);
        if (dice.chance(0.07)) {
            life.tell("BupClosed", life.region(), Sweden.officeAfter(at, dice.between(5, 30), dice));
            return;
        }
        long first = Sweden.officeAfter(at, dice.waiting(FIRST_VISIT_MEDIAN_DAYS, 0.55), dice);
        long treated = Sweden.officeAfter(first, dice.waiting(26, 0.5), dice);
        if (dice.chance(0.75)) {
            life.tell("BupTreatmentStarted", life.region(), treated, body);
        }
        visits(first, first);
    }

    /** Known since before the system was connected: a contact then, and the visits from now on. */
    void known(long since) {
        speak(life.window().start());
        visits(since, life.window().start());
    }

    private void visits(long first, long from) {
        long closed = Sweden.officeAfter(from, dice.waiting(230, 0.6), dice);
        contact(first, "FIRST_VISIT");
        long at = from;
        while (true) {
            at = Sweden.officeAfter(at, dice.waiting(24, 0.5), dice);
            if (at >= closed || at >= life.window().end()) {
                break;
            }
            contact(at, dice.chance(0.02) ? "URGENT" : "FOLLOW_UP");
        }
        if (dice.chance(0.05)) {
            life.tell(
                    "SelfHarmAssessed",
                    life.region(),
                    first + Sweden.HOUR,
                    l -> l.text("risk", dice.chance(0.25) ? "HIGH" : "MEDIUM"));
        }
        life.tell("BupClosed", life.region(), closed);
        life.works("health", first, closed);
    }

    private void contact(long at, String kind) {
        life.tell(
                "BupContact",
                life.region(),
                at,
                l -> l.text("contactId", life.number("c")).text("kind", kind));
    }

    /** On what ground health care may speak of this child: need, a duty, a consent, or (a few) none at all. */
    private void speak(long at) {
        double drawn = dice.unit();
        if (drawn < 0.30) {
            String consent = life.number("consent");
            life.tell(
                    "ConsentGiven",
                    Voice.REGION.on("OWN"),
                    at - Sweden.HOUR,
                    l -> l.text("consentId", consent)
                            .codes("from", "REGION", "SCHOOL")
                            .codes("to", "SOCIAL_SERVICES", "SCHOOL", "REGION"));
            life.regionSpeaks(Voice.REGION.byConsent(consent));
            if (dice.chance(0.06)) {
                life.tell(
                        "ConsentWithdrawn",
                        Voice.REGION.on("OWN"),
                        Sweden.officeAfter(at, 120, dice),
                        l -> l.text("consentId", consent));
            }
        } else if (drawn < 0.55) {
            life.regionSpeaks(Voice.REGION.on("INVESTIGATION_DUTY"));
        } else if (drawn < 0.63) {
            life.regionSpeaks(Voice.REGION.on("NONE"));
        } else {
            life.regionSpeaks(Voice.REGION);
        }
    }
}
