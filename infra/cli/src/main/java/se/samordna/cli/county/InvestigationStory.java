package se.samordna.cli.county;

import java.util.function.Consumer;

/** An investigation of a child's needs: about a hundred days, talks with the child, and what it leads to. */
final class InvestigationStory {
    private static final double MEDIAN_DAYS = 92;
    private static final long LEAVES = 0x1EA7;

    private final Life life;
    private final Dice dice;

    InvestigationStory(Life life) {
        this.life = life;
        this.dice = life.dice();
    }

    /** Tells the whole of it; {@code report} may be empty. Returns when it closes. */
    long open(long at, String report, boolean violent) {
        String investigation = life.number("i");
        Consumer<Line> reference = report.isEmpty() ? l -> {} : l -> l.text("reportId", report);
        Consumer<Line> body = l -> l.text("investigationId", investigation);
        life.tell(
                "InvestigationOpened",
                Voice.SOCIAL,
                at,
                body.andThen(reference)
                        .andThen(l -> l.codes("bbicDomains", "FAMILY", dice.chance(0.5) ? "HEALTH" : "EDUCATION")));
        if (dice.chance(0.93)) {
            life.tell("CaseworkerAssigned", Voice.SOCIAL, Sweden.officeAfter(at, dice.waiting(1, 0.8), dice));
        }
        double days = Math.min(dice.waiting(MEDIAN_DAYS, 0.38), 190);
        long closes = Sweden.officeAfter(at, days, dice);
        leave(at, closes);
        talk(investigation, at, days);
        if (violent && dice.chance(0.7)) {
            life.tell(
                    "RiskAssessed",
                    Voice.SOCIAL,
                    Sweden.officeAfter(at, dice.between(8, 40), dice),
                    l -> l.text("instrument", "IRISK").text("investigationId", investigation));
        }
        if (days > 118 && dice.chance(0.6)) {
            life.tell(
                    "InvestigationExtended",
                    Voice.SOCIAL,
                    Sweden.officeAfter(at, 112, dice),
                    body.andThen(l ->
                            l.text("until", Sweden.dayOf(closes).plusDays(7).toString())));
        }
        close(investigation, at, closes);
        return closes;
    }

    /** In one case of ten the caseworker leaves; another takes over, within the week as a rule. */
    private void leave(long opened, long closes) {
        Life beside = life.beside(LEAVES ^ opened);
        Dice own = beside.dice();
        if (own.chance(0.1)) {
            long left = opened + (long) (own.between(0.15, 0.7) * (closes - opened));
            beside.tell("CaseworkerUnassigned", Voice.SOCIAL, left);
            if (own.chance(0.9)) {
                beside.tell("CaseworkerAssigned", Voice.SOCIAL, Sweden.officeAfter(left, own.waiting(4, 0.8), own));
            }
        }
    }

    private void talk(String investigation, long opened, double days) {
        if (dice.chance(0.78)) {
            int minutes = dice.between(25, 95);
            life.tell(
                    "ChildConversationHeld",
                    Voice.SOCIAL,
                    Sweden.officeAfter(opened, Math.min(days - 1, dice.waiting(28, 0.6)), dice),
                    l -> l.text("investigationId", investigation).number("minutes", minutes));
        }
    }

    private void close(String investigation, long opened, long closes) {
        double drawn = dice.unit();
        String outcome = drawn < 0.46 ? "SUPPORT" : drawn < 0.91 ? "NO_SUPPORT" : drawn < 0.975 ? "PLACEMENT" : "MOVED";
        life.tell(
                "InvestigationClosed",
                Voice.SOCIAL,
                closes,
                l -> l.text("investigationId", investigation).text("outcome", outcome));
        long works = closes;
        if (outcome.equals("SUPPORT")) {
            works = new SupportStory(life).support(closes);
        } else if (outcome.equals("PLACEMENT")) {
            works = new SupportStory(life).placement(closes);
        }
        life.works("social", opened, works);
    }
}
