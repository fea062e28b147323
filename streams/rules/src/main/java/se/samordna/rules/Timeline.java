package se.samordna.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.samordna.rules.SchoolFact.AttendanceReported;
import se.samordna.rules.SchoolFact.Enrolled;

/** A child's facts in order with what the gate says of each, as one agency may see them. */
public final class Timeline {

    /** A fact and whether it takes part where agencies are joined. */
    public record Entry(Fact<?> fact, GateStatus gate) {}

    private Timeline() {}

    /**
     * The asker's own facts and, to social services, the released ones of the others. Of a protected child the source
     * and the school unit are left out (empty), whoever asks.
     */
    public static List<Entry> of(Child child, Instant now, Agency asker) {
        return of(child, child, now, asker);
    }

    /**
     * The facts of one id of a child.
     *
     * @param whole with those of all its ids, by which the gate is judged
     */
    public static List<Entry> of(Child child, Child whole, Instant now, Agency asker) {
        Gate gate = Gate.of(whole, now);
        boolean redact = child.isProtected(now) || whole.isProtected(now);
        List<Entry> entries = new ArrayList<>();
        for (Fact<?> fact : effective(child, now)) {
            GateStatus status = gate.status(fact);
            boolean released = asker == Agency.SOCIAL_SERVICES && status == GateStatus.RELEASED;
            if (fact.agency() == asker || released) {
                entries.add(new Entry(redact ? redacted(fact) : fact, status));
            }
        }
        return entries;
    }

    private static List<Fact<?>> effective(Child child, Instant now) {
        List<Fact<?>> facts = new ArrayList<>();
        for (Fact<?> fact : child.standing().all()) {
            facts.add(fact);
        }
        AttendanceLog log = child.attendance().log();
        for (int i = 0; i < log.size(); i++) {
            Event line = log.event(i);
            facts.add(new Fact<>(line.eventId(), line, line.body()));
        }
        facts.removeIf(f -> f.at().isAfter(now));
        facts.sort(Order.FACTS);
        return facts;
    }

    private static Fact<?> redacted(Fact<?> fact) {
        Event e = fact.event();
        Body body = e.body() instanceof Enrolled ? new Enrolled("") : e.body();
        Event bare = new Event(
                e.eventId(),
                e.childId(),
                e.municipality(),
                e.agency(),
                "",
                e.occurredAt(),
                e.receivedAt(),
                e.ground(),
                e.consentId(),
                e.protectedIdentity(),
                e.corrects(),
                body);
        return new Fact<>(fact.id(), bare, body);
    }

    /**
     * What has become of one event for the balance: replaced and retracted ones count as released; empty if it is not
     * held here.
     */
    public static Optional<GateStatus> of(Child child, Instant now, UUID eventId) {
        return child.find(eventId).map(event -> {
            if (child.held(eventId).map(Held::disputed).orElse(false)) {
                return GateStatus.WAITS;
            } else if (event.body() instanceof SharedFact.Retracted) {
                return child.copies().rootOf(event).isPresent() ? GateStatus.RELEASED : GateStatus.WAITS;
            } else if (child.copies().rootOf(event).isEmpty()) {
                return GateStatus.WAITS;
            }
            UUID root = child.copies().rootOf(event).orElse(eventId);
            boolean packed = event.body() instanceof AttendanceReported
                    && child.held(eventId).isEmpty();
            boolean stands = packed
                    || child.standing()
                            .get(root)
                            .filter(f -> f.event().eventId().equals(eventId))
                            .isPresent();
            return stands ? Gate.of(child, now).status(event) : GateStatus.RELEASED;
        });
    }
}
