package se.samordna.cli.county;

import java.util.function.Consumer;

/** A family about to lose its home: arrears, an application, sometimes a date; most end well. */
final class HousingStory {
    private final Life life;
    private final Dice dice;
    private final Consumer<Line> housingCase;

    HousingStory(Life life) {
        this.life = life;
        this.dice = life.dice();
        String number = life.number("h");
        this.housingCase = l -> l.text("caseId", number);
    }

    void tell(long at) {
        notice(at, dice.chance(0.85) ? "ARREARS" : "DISTURBANCE");
        if (dice.chance(0.7)) {
            notice(Sweden.officeAfter(at, dice.waiting(15, 0.5), dice), "RESOLVED");
            return;
        }
        long applied = Sweden.officeAfter(at, dice.waiting(35, 0.4), dice);
        notice(applied, "APPLIED");
        if (dice.chance(0.6)) {
            notice(Sweden.officeAfter(applied, dice.waiting(14, 0.5), dice), "WITHDRAWN");
            return;
        }
        long set = Sweden.officeAfter(applied, dice.waiting(30, 0.3), dice);
        String date = Sweden.workingDay(Sweden.dayOf(set).plusDays(25)).toString();
        life.tell(
                "HousingNotice",
                Voice.SOCIAL,
                set,
                housingCase.andThen(l -> l.text("kind", "DATE_SET").text("evictionDate", date)));
        notice(Sweden.officeAfter(set, 25, dice), dice.chance(0.45) ? "EXECUTED" : "REHOUSED");
    }

    private void notice(long at, String kind) {
        life.tell("HousingNotice", Voice.SOCIAL, at, housingCase.andThen(l -> l.text("kind", kind)));
    }
}
