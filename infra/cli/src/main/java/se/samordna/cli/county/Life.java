package se.samordna.cli.county;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One child's life as the agencies tell it: writes its events, with the slips real systems make, and their receipt. */
final class Life {
    private static final double SENT_TWICE = 0.006;
    private static final double TOLD_WRONG = 0.004;

    private final Resident child;
    private final Window window;
    private final Ledger ledger;
    private final Dice dice;
    private final Line line = new Line();
    private final Stamp stamp = new Stamp();
    private final List<Involvement> involvements = new ArrayList<>();
    private Voice region = Voice.REGION;

    Life(Resident child, Window window, Ledger ledger) {
        this(child, window, ledger, 7);
    }

    /** {@code purpose} sets these dice apart from those of what else is told of the child. */
    Life(Resident child, Window window, Ledger ledger, long purpose) {
        this.child = child;
        this.window = window;
        this.ledger = ledger;
        this.dice = child.dice(purpose);
    }

    /** The same child's, with dice of their own: what is told so changes nothing of what else is told. */
    Life beside(long purpose) {
        return new Life(child, window, ledger, purpose);
    }

    Resident child() {
        return child;
    }

    Window window() {
        return window;
    }

    Dice dice() {
        return dice;
    }

    /** How the region speaks of this child: on a duty, or by the consent it named. */
    Voice region() {
        return region;
    }

    void regionSpeaks(Voice voice) {
        this.region = voice;
    }

    /** A time during which an agency works with the child: social, health or school. */
    record Involvement(String field, long from, long to) {}

    void works(String field, long from, long to) {
        involvements.add(new Involvement(field, from, to));
    }

    List<Involvement> involvements() {
        return involvements;
    }

    /** A short id of the sender's own, unique for this child. */
    String number(String prefix) {
        return prefix + "-" + child.municipality() + "-" + Long.toString(dice.bits() >>> 16, 36);
    }

    /** Tells an event; {@code body} adds the fields of its type. Returns its eventId. */
    String tell(String type, Voice voice, long occurredAt, Consumer<Line> body) {
        Line fields = new Line();
        body.accept(fields);
        byte[] told = fields.copy();
        String id = Id.event(dice);
        long received = receipt(voice, occurredAt);
        if (dice.chance(TOLD_WRONG)) {
            write(type, voice, id, occurredAt + 26 * Sweden.MINUTE, received + 30 * Sweden.MINUTE, told);
            long corrected = Sweden.officeAfter(received, dice.between(0.5, 3), dice);
            byte[] right = fields.text("corrects", id).copy();
            write(type, voice, Id.event(dice), occurredAt, corrected, right);
            return id;
        }
        write(type, voice, id, occurredAt, received, told);
        if (dice.chance(SENT_TWICE)) {
            write(type, voice, id, occurredAt, received + dice.between(1, 90) * Sweden.MINUTE, told);
        }
        return id;
    }

    String tell(String type, Voice voice, long occurredAt) {
        return tell(type, voice, occurredAt, l -> {});
    }

    /** Takes back an event told by mistake. */
    void retract(String eventId, Voice voice, long occurredAt) {
        byte[] body = new Line()
                .text("retracts", eventId)
                .text("reason", "WRONG_CHILD")
                .copy();
        write("Retracted", voice, Id.event(dice), occurredAt, receipt(voice, occurredAt), body);
    }

    /**
     * When the platform gets it. What is older than the window comes with the first load when the system was connected;
     * the region sends most of its day's events in the night.
     */
    private long receipt(Voice voice, long occurredAt) {
        if (occurredAt < window.start()) {
            return window.start() + (long) (dice.between(0.1, 3.5) * Sweden.HOUR);
        }
        if (voice.agency().equals("REGION") && dice.chance(0.6)) {
            long night = Sweden.at(Sweden.dayOf(occurredAt).plusDays(1), dice.between(2.0, 3.0));
            return Math.max(night, occurredAt + Sweden.MINUTE);
        }
        if (dice.chance(0.02)) {
            return occurredAt + (long) (dice.between(0.6, 6) * Sweden.DAY);
        }
        return occurredAt + (long) (dice.waiting(6, 0.9) * Sweden.MINUTE);
    }

    private void write(String type, Voice voice, String id, long occurredAt, long receivedAt, byte[] body) {
        if (receivedAt >= window.end()) {
            return;
        }
        line.clear()
                .raw("{\"type\":\"")
                .raw(type)
                .raw("\",\"eventId\":\"")
                .raw(id)
                .raw("\",")
                .raw(child.identity());
        int municipality = child.municipalityAt(occurredAt);
        line.text("municipality", String.valueOf(municipality)).text("agency", voice.agency());
        line.text("source", voice.source(municipality));
        line.raw(",\"occurredAt\":\"");
        stamp.on(line, occurredAt);
        line.raw("\",\"receivedAt\":\"");
        stamp.on(line, receivedAt);
        line.raw("\"").text("ground", voice.ground());
        if (!voice.consentId().isEmpty()) {
            line.text("consentId", voice.consentId());
        }
        if (!child.protection().equals("NONE")) {
            line.text("protectedIdentity", child.protection());
        }
        ledger.add(receivedAt, line.raw(body).raw("}").copy());
    }
}
