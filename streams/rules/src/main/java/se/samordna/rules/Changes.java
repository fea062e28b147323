package se.samordna.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What the events accepted since the last {@link #clear} changed among a child's facts; nothing after a duplicate. */
public final class Changes {

    private final Map<Class<? extends Body>, Instant> types = new HashMap<>(4); // and the first event time of each
    private final Set<LocalDate> days = new TreeSet<>();
    private final Set<UUID> alerts = new HashSet<>(2);
    private boolean facts;
    private boolean protection;
    private boolean crossing;
    private boolean identity;
    private Optional<Cause> cause = Optional.empty();

    /** The types of the facts that came, went or changed, now or in the future. */
    public Set<Class<? extends Body>> types() {
        return Collections.unmodifiableSet(types.keySet());
    }

    /** The local days whose attendance changed. */
    public Set<LocalDate> days() {
        return Collections.unmodifiableSet(days);
    }

    public boolean nothing() {
        return types.isEmpty() && !crossing;
    }

    /** Called when the change has been acted on; {@link Decide} does it itself. */
    public void clear() {
        if (!types.isEmpty()) {
            types.clear();
            days.clear();
            alerts.clear();
        }
        facts = false;
        protection = false;
        crossing = false;
        identity = false;
        cause = Optional.empty();
    }

    /** The alerts acted on. */
    Set<UUID> alerts() {
        return alerts;
    }

    /** Whether the child's protection may have changed, which every payload shows. */
    boolean protection() {
        return protection;
    }

    /** The weightiest cause. */
    Optional<Cause> cause() {
        return cause;
    }

    void fact(Fact<?> fact, Cause why) {
        Body body = fact.body();
        facts = true;
        first(body.getClass(), fact.at());
        identity |= body instanceof SharedFact.IdentityMerged;
        protection |= fact.event().protectedIdentity() != ProtectedIdentity.NONE;
        because(body instanceof SharedFact.ConsentWithdrawn && why == Cause.LATE_EVENT ? Cause.CONSENT_WITHDRAWN : why);
        if (body instanceof SchoolFact.AttendanceReported a) {
            days.add(a.date());
        } else if (body instanceof Action a) {
            alerts.add(a.alertId());
        }
    }

    /** By the clock. */
    void cameIntoForce(Fact<?> fact) {
        fact(fact, Cause.LATE_EVENT);
    }

    /** Another child told something else than before. */
    void crossing(Crossing.Kind kind, Optional<Cause> why) {
        crossing = true;
        identity |= kind != Crossing.Kind.SIBLING;
        because(why.orElse(Cause.LATE_EVENT));
    }

    /** Whether another child told something. */
    boolean crossing() {
        return crossing;
    }

    /** Whether other events than before may be the child's. */
    boolean identity() {
        return identity;
    }

    /** Whether anything but attendance changed. */
    boolean moreThanAttendance() {
        return crossing || types.size() > (attendance() ? 1 : 0);
    }

    /** Whether a fact of a type that is in force came, went or changed. */
    boolean inForce(Class<? extends Body> type, Instant now) {
        Instant first = types.get(type);
        return first != null && !first.isAfter(now);
    }

    /** Whether attendance changed at all. */
    boolean attendance() {
        return types.containsKey(SchoolFact.AttendanceReported.class);
    }

    /** Whether nothing changed but by plain lines of attendance, which rules see as runs. */
    boolean onlyLines() {
        return !facts && !protection && !crossing;
    }

    /** A plain line of attendance is held as a fact from now on. */
    void unpacked(SchoolFact.AttendanceReported line) {
        facts = true;
        attendance(line, false, false);
    }

    /** A plain line of attendance came. */
    void attendance(SchoolFact.AttendanceReported line, boolean protects, boolean pends) {
        first(SchoolFact.AttendanceReported.class, pends ? Instant.MAX : Instant.MIN);
        days.add(line.date());
        protection |= protects;
        because(Cause.LATE_EVENT);
    }

    private void first(Class<? extends Body> type, Instant at) {
        Instant known = types.get(type);
        if (known == null || at.isBefore(known)) {
            types.put(type, at);
        }
    }

    private void because(Cause why) {
        if (cause.isEmpty() || why.compareTo(cause.get()) < 0) {
            cause = Optional.of(why);
        }
    }
}
