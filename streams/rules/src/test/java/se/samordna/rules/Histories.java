package se.samordna.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Random histories of one child, made to collide: few ids, few instants, much repair. The same for the same seed. */
final class Histories {

    static final UUID CHILD = UUID.fromString("0b540000-0000-4000-8000-000000000001");

    private static final List<LocalDate> BEGINNINGS = List.of(
            LocalDate.of(2026, 3, 20), // clocks go forward
            LocalDate.of(2025, 10, 17), // clocks go back
            LocalDate.of(2025, 10, 31), // + 4 months = 28 February
            LocalDate.of(2025, 12, 10), // Christmas
            LocalDate.of(2026, 6, 8)); // midsommar

    private final Random random;
    private final LocalDate first;
    private final List<Event> events = new ArrayList<>();
    private final Bodies bodies;

    private Histories(long seed) {
        random = new Random(seed);
        first = pick(BEGINNINGS);
        bodies = new Bodies(random, first);
    }

    static List<Event> of(long seed) {
        Histories h = new Histories(seed);
        boolean school = h.random.nextInt(h.bodies.joined().isAtSchool() ? 2 : 4) == 0;
        if (school) {
            h.attendance();
        }
        int n = 2 + h.random.nextInt(school ? 8 : 16);
        for (int i = 0; i < n; i++) {
            h.events.add(h.fresh());
        }
        for (int i = h.random.nextInt(6); i > 0; i--) {
            h.events.add(h.action(h.pick(h.events)));
        }
        int repairs = h.random.nextInt(5) + (school ? h.random.nextInt(12) : 0);
        for (int i = 0; i < repairs; i++) {
            h.events.add(h.repair());
        }
        return List.copyOf(h.events);
    }

    private Event fresh() {
        Body body = bodies.any();
        return event(id(), Bodies.owner(body), instant(), body, Optional.empty());
    }

    private Event event(UUID id, Agency agency, Instant at, Body body, Optional<UUID> corrects) {
        Ground ground = random.nextInt(3) > 0 ? Ground.OWN : pick(List.of(Ground.values()));
        Optional<String> consent = random.nextInt(4) > 0 && ground != Ground.CONSENT
                ? Optional.empty()
                : Optional.of("c" + random.nextInt(2));
        ProtectedIdentity protection =
                random.nextInt(40) == 0 ? ProtectedIdentity.SECRECY_MARKED : ProtectedIdentity.NONE;
        Instant received = at.plusSeconds(random.nextInt(4) == 0 ? random.nextInt(400_000) : 60);
        String municipality = random.nextInt(5) == 0 ? "2326" : "2380";
        return new Event(
                id, CHILD, municipality, agency, "urn:test", at, received, ground, consent, protection, corrects, body);
    }

    private Event repair() {
        Event x = pick(events);
        UUID target = random.nextInt(12) == 0 ? id() : x.eventId();
        Agency agency = random.nextInt(8) == 0 ? pick(List.of(Agency.values())) : x.agency();
        Instant later = pick(events).receivedAt();
        return switch (random.nextInt(8)) {
            case 0, 1 -> {
                Body body = random.nextInt(8) == 0 ? bodies.any() : again(x.body());
                Instant at = random.nextBoolean() ? x.occurredAt() : instant();
                Event c = event(id(), agency, at, body, Optional.of(target));
                yield received(c, random.nextBoolean() ? later : x.receivedAt().plusSeconds(random.nextInt(3_000_000)));
            }
            case 2, 3 ->
                received(
                        event(id(), agency, instant(), new SharedFact.Retracted(target, "WRONG"), Optional.empty()),
                        random.nextInt(3) == 0 ? later : x.receivedAt().plusSeconds(random.nextInt(600_000)));
            case 4 -> received(x, x.receivedAt().plusSeconds(random.nextInt(100_000)));
            case 5 -> received(x, x.receivedAt().minusSeconds(random.nextInt(100_000)));
            case 6 ->
                received(event(x.eventId(), x.agency(), x.occurredAt(), again(x.body()), x.corrects()), x.receivedAt());
            default ->
                received(
                        event(x.eventId(), agency, instant(), bodies.any(), x.corrects()),
                        x.receivedAt().plusSeconds(random.nextInt(3) - 1L));
        };
    }

    private static Event received(Event e, Instant at) {
        return new Event(
                e.eventId(),
                e.childId(),
                e.municipality(),
                e.agency(),
                e.source(),
                e.occurredAt(),
                at,
                e.ground(),
                e.consentId(),
                e.protectedIdentity(),
                e.corrects(),
                e.body());
    }

    private Body again(Body body) {
        for (int i = 0; i < 200; i++) {
            Body other = body instanceof SchoolFact.AttendanceReported a
                    ? line(a.date().plusDays(drift()))
                    : bodies.any();
            if (other.getClass() == body.getClass()) {
                return other;
            }
        }
        return body;
    }

    private long drift() {
        return random.nextInt(3) == 0 ? random.nextInt(9) - 4 : 0;
    }

    private Instant instant() {
        if (!events.isEmpty() && random.nextInt(2) == 0) {
            Instant other = pick(events).occurredAt();
            return switch (random.nextInt(8)) {
                case 0, 1 -> other;
                case 2 -> other.plus(Duration.ofHours(24));
                case 3 -> other.minus(Duration.ofHours(24));
                case 4 -> other.plusMillis(1 - random.nextInt(3));
                case 5 -> other.plus(Duration.ofDays(pick(List.of(7, 10, 14, 21, 30, 60))));
                case 6 ->
                    other.plus(Duration.ofDays(
                            isFar(other) || random.nextBoolean()
                                    ? 90
                                    : pick(bodies.own().days())));
                default -> other.plus(Duration.ofHours(random.nextInt(40)));
            };
        }
        LocalDate day = first.plusDays(random.nextInt(random.nextInt(3) == 0 ? 200 : 20));
        return switch (random.nextInt(4)) {
            case 0 -> Calendar.start(day);
            case 1 -> Calendar.start(day).plus(Duration.ofHours(14)).plusMillis(random.nextInt(3) - 1L);
            default -> Calendar.start(day).plusSeconds(random.nextInt(86_400));
        };
    }

    /** Whether the years of custody would lead from here beyond the oracle's almanac. */
    private boolean isFar(Instant at) {
        return at.isAfter(Calendar.start(first.plusDays(200)));
    }

    /** Weeks of school with spells of absence, most of it plain. */
    private void attendance() {
        int days = 20 + random.nextInt(random.nextInt(4) == 0 ? 300 : 100);
        int spell = 0;
        for (int i = 0; i < days; i++) {
            LocalDate day = first.plusDays(i);
            spell = random.nextInt(15) == 0 ? random.nextInt(10) : spell;
            if (day.getDayOfWeek().getValue() > 5 || random.nextInt(12) == 0) {
                continue;
            }
            int absent = random.nextInt(10) < spell ? 60 * random.nextInt(7) : 0;
            Instant at = Calendar.start(day).plusSeconds(50_000 + random.nextInt(3));
            if (random.nextInt(50) == 0) {
                at = at.plus(Duration.ofDays(random.nextInt(random.nextInt(3) == 0 ? 150 : 5)));
            }
            Body line = new SchoolFact.AttendanceReported(
                    day, random.nextInt(30) > 0, 300, random.nextBoolean() ? absent : 0, absent / 2);
            Event e = event(id(), Agency.SCHOOL, at, line, Optional.empty());
            events.add(random.nextInt(40) == 0 ? received(e, at.plus(Duration.ofDays(30 + random.nextInt(8)))) : e);
        }
    }

    private SchoolFact.AttendanceReported line(LocalDate day) {
        return new SchoolFact.AttendanceReported(
                day, random.nextInt(9) > 0, 100 * random.nextInt(5), 50 * random.nextInt(7), 30 * random.nextInt(4));
    }

    private Event action(Event on) {
        Optional<JoinedBodies.Named> joined = bodies.joined().alertOn(on.body());
        if (joined.isPresent() && bodies.tellsJoined()) {
            return action(
                    on, joined.get().rule(), joined.get().suffix(), joined.get().inFull());
        }
        Optional<OwnBodies.Named> own = bodies.own().alertOn(on.body());
        if (own.isPresent()) {
            return action(on, own.get().rule(), own.get().suffix(), Agency.SOCIAL_SERVICES);
        }
        RuleId rule = switch (on.body()) {
            case SocialFact.ConcernReportReceived r -> random.nextBoolean() ? RuleId.R01 : RuleId.R02;
            case PoliceFact p -> RuleId.R06;
            case SocialFact.InvestigationOpened i when random.nextBoolean() -> RuleId.R03;
            case SchoolFact.AttendanceReported a -> RuleId.R09;
            default -> RuleId.R07;
        };
        return action(on, rule, "", rule == RuleId.R09 ? Agency.SCHOOL : Agency.SOCIAL_SERVICES);
    }

    private Event action(Event on, RuleId rule, String suffix, Agency inFull) {
        UUID alert = new AlertIds(Decide.DEFAULT_NAMESPACE).id(rule, CHILD, on.eventId() + suffix);
        Body body = switch (random.nextInt(4)) {
            case 0 -> new Action.AlertAcknowledged(alert);
            case 1, 2 -> new Action.AlertClosed(alert, Action.CloseReason.HANDLED);
            default -> new Action.AlertReopened(alert);
        };
        Agency agency = random.nextInt(6) == 0 ? pick(List.of(Agency.values())) : inFull;
        long after = random.nextInt(3) == 0 ? 0 : random.nextInt(100) * 86_400L + random.nextInt(3) * 3_600L;
        return event(id(), agency, on.occurredAt().plusSeconds(after), body, Optional.empty());
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
