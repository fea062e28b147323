package se.samordna.rules;

import java.time.Instant;
import java.util.Optional;
import se.samordna.rules.SchoolFact.AttendanceReported;

/** What becomes of an event that comes: which copy counts, what is too late, what is forgotten. */
final class Intake {

    private final Memory memory;
    private final Holdings holdings;
    private Optional<Event> replaced = Optional.empty();

    Intake(Memory memory, Holdings holdings) {
        this.memory = memory;
        this.holdings = holdings;
    }

    /** The copy whose place the last event took, having been received earlier. */
    Optional<Event> replaced() {
        return replaced;
    }

    Outcome accept(Event event, Instant now) {
        replaced = Optional.empty();
        return event.body() instanceof AttendanceReported line
                        && event.corrects().isEmpty()
                ? line(event, line, now)
                : fact(event, now.toEpochMilli());
    }

    private Outcome line(Event event, AttendanceReported line, Instant now) {
        long day = line.date().toEpochDay();
        if (memory.mayForget(day, now.toEpochMilli())) {
            return Outcome.FORGOTTEN;
        }
        Optional<Event> known = holdings.find(event.eventId());
        if (memory.isLate(day, event.receivedAt().toEpochMilli())) {
            // as if never sent, also where it would be the earliest copy
            return known.map(copy -> same(copy, event)).orElse(Outcome.TOO_LATE);
        }
        if (known.isPresent()) {
            return again(known.get(), event);
        }
        if (!holdings.copies().isRepaired(event.eventId())
                && holdings.attendance().log().fits(event, line)) {
            holdings.add(event, line, now);
        } else {
            holdings.hold(new Held(event, false));
        }
        return Outcome.STORED;
    }

    private Outcome fact(Event event, long nowMs) {
        Optional<Event> known = holdings.find(event.eventId());
        if (known.isPresent()) {
            return again(known.get(), event);
        }
        Optional<AttendanceReported> line = lineRepairedBy(event);
        if (line.isPresent() && memory.mayForget(line.get().date().toEpochDay(), nowMs) || isOldLine(event, nowMs)) {
            return Outcome.FORGOTTEN;
        }
        holdings.hold(new Held(event, false));
        boolean late = line.isPresent()
                && memory.isLate(
                        line.get().date().toEpochDay(), event.receivedAt().toEpochMilli());
        return late ? Outcome.TOO_LATE : Outcome.STORED;
    }

    // A correction in a second replay, whose root is long forgotten.
    private boolean isOldLine(Event event, long nowMs) {
        return event.body() instanceof AttendanceReported a
                && memory.mayForget(a.date().toEpochDay(), nowMs)
                && event.receivedAt().toEpochMilli() + memory.forget() * Calendar.DAY_MS <= nowMs
                && event.corrects().flatMap(holdings::find).isEmpty();
    }

    /** The line of attendance at the root of what a correction or retraction repairs. */
    private Optional<AttendanceReported> lineRepairedBy(Event event) {
        Copies.repairOf(event).ifPresent(holdings::unpack);
        return holdings.copies().rootOf(event).flatMap(holdings::find).flatMap(Intake::line);
    }

    private static Optional<AttendanceReported> line(Event event) {
        return event.body() instanceof AttendanceReported a ? Optional.of(a) : Optional.empty();
    }

    /** A further copy of an event of which one is held. */
    private Outcome again(Event held, Event event) {
        Outcome outcome = same(held, event);
        int received = event.receivedAt().compareTo(held.receivedAt());
        if (received < 0) {
            replaced = Optional.of(held);
            holdings.unpack(event.eventId());
            holdings.hold(new Held(event, false));
        } else if (received == 0 && outcome.equals(Outcome.CONFLICT)) {
            holdings.unpack(event.eventId());
            holdings.hold(new Held(held, true));
        }
        return outcome;
    }

    private static Outcome same(Event held, Event event) {
        return held.saysAs(event) ? Outcome.DUPLICATE : Outcome.CONFLICT;
    }
}
