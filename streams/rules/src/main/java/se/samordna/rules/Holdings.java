package se.samordna.rules;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import se.samordna.rules.SchoolFact.AttendanceReported;

/** What is held of a child and what stands of it, kept in step. */
final class Holdings {

    private final Memory memory;
    private final Copies copies = new Copies();
    private final Standing standing = new Standing();
    private final Attendance attendance;
    private final Changes changes = new Changes();
    private final Set<UUID> dirty = new HashSet<>(2);

    Holdings(UUID childId, Memory memory) {
        this.memory = memory;
        attendance = new Attendance(childId, memory, standing);
    }

    Copies copies() {
        return copies;
    }

    Standing standing() {
        return standing;
    }

    Attendance attendance() {
        return attendance;
    }

    Changes changes() {
        return changes;
    }

    /** The copy held of any event, plain attendance included. */
    Optional<Event> find(UUID id) {
        Optional<Held> whole = copies.get(id);
        if (whole.isPresent()) {
            return whole.map(Held::copy);
        }
        int i = attendance.log().find(id);
        return i < 0 ? Optional.empty() : Optional.of(attendance.log().event(i));
    }

    void add(Event event, AttendanceReported line, Instant now) {
        attendance.add(event, line);
        changes.attendance(
                line,
                event.protectedIdentity() != ProtectedIdentity.NONE,
                event.occurredAt().isAfter(now));
    }

    /** Holds a plain line whole from now on, since something disputes or repairs it. */
    void unpack(UUID id) {
        int i = attendance.log().find(id);
        if (i >= 0) {
            Event line = attendance.log().event(i);
            attendance.remove(i);
            copies.put(new Held(line, false));
            standing.put(new Fact<>(id, line, line.body()));
            dirty.add(id);
            // Nobody watches the log for it any more: its rules must learn when it comes into force.
            changes.unpacked((AttendanceReported) line.body());
        }
    }

    void hold(Held held) {
        Event event = held.copy();
        UUID id = event.eventId();
        Copies.repairOf(event).ifPresent(this::unpack);
        Optional<UUID> before = copies.get(id).flatMap(h -> copies.rootOf(h.copy()));
        copies.put(held);
        dirty.add(id);
        Optional<UUID> after = copies.rootOf(event);
        Cause cause = cause(held);
        Stream.of(before, after, Optional.of(id))
                .flatMap(Optional::stream)
                .distinct()
                .forEach(root -> stand(root, cause));
    }

    private static Cause cause(Held held) {
        if (held.disputed()) {
            return Cause.CONFLICTING_COPIES;
        } else if (held.copy().body() instanceof SharedFact.Retracted) {
            return Cause.RETRACTED;
        }
        return held.copy().corrects().isPresent() ? Cause.CORRECTED : Cause.LATE_EVENT;
    }

    /** Works out anew what stands under an id: of a root, its winner; of a correction, nothing. */
    private void stand(UUID root, Cause cause) {
        Optional<Fact<?>> old = standing.get(root);
        Optional<Fact<?>> now = copies.standing(root, this::isLate).map(e -> new Fact<>(root, e, e.body()));
        if (!old.equals(now)) {
            old.ifPresent(f -> {
                standing.remove(f);
                changed(f, cause);
            });
            now.ifPresent(f -> {
                standing.put(f);
                changed(f, cause);
            });
        }
    }

    private void changed(Fact<?> fact, Cause cause) {
        changes.fact(fact, cause);
        if (fact.body() instanceof AttendanceReported) {
            attendance.changed();
        }
    }

    private boolean isLate(Event root, Event repair) {
        return root.body() instanceof AttendanceReported a
                && memory.isLate(a.date().toEpochDay(), repair.receivedAt().toEpochMilli());
    }

    /** After a restore: works out what stands of everything held. */
    void standAll() {
        copies.all().forEach(h -> stand(h.copy().eventId(), Cause.LATE_EVENT));
        changes.clear();
    }

    /** Lines held whole go together with all that repairs them. */
    void forgetWhole(long nowMs) {
        for (Held h : List.copyOf(copies.all())) {
            Event root = h.copy();
            if (root.body() instanceof AttendanceReported && root.corrects().isEmpty()) {
                List<Event> cluster = copies.cluster(root);
                if (cluster.stream().allMatch(e -> mayForget(e, nowMs))) {
                    cluster.forEach(e -> {
                        standing.get(e.eventId()).ifPresent(this::forget);
                        copies.remove(e.eventId());
                        dirty.add(e.eventId());
                    });
                }
            }
        }
    }

    private void forget(Fact<?> fact) {
        standing.remove(fact);
        if (fact.event().protectedIdentity() != ProtectedIdentity.NONE) {
            attendance.rememberProtection(fact.at());
        }
    }

    private boolean mayForget(Event e, long nowMs) {
        return !(e.body() instanceof AttendanceReported a)
                || a.date().toEpochDay() <= attendance.memory().through()
                        && memory.mayForget(a.date().toEpochDay(), nowMs);
    }

    Dirty drain() {
        if (dirty.isEmpty() && attendance.isClean()) {
            return Dirty.NOTHING;
        }
        Dirty all = new Dirty(Set.copyOf(dirty), attendance.drainWeeks(), attendance.drainMemory(), Set.of());
        dirty.clear();
        return all;
    }
}
