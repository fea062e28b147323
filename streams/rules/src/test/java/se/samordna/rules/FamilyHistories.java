package se.samordna.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Random histories of a few children that are linked, parted and merged, made to collide. The same for the same seed. */
final class FamilyHistories {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 20); // clocks go forward
    private static final List<UUID> NAMES = List.of(
            UUID.fromString("0b540000-0000-4000-8000-000000000001"),
            UUID.fromString("f0000000-0000-4000-8000-000000000002"),
            UUID.fromString("7a000000-0000-4000-8000-000000000003"),
            UUID.fromString("30000000-0000-4000-8000-000000000004"));

    private final Random random;
    private final List<UUID> children;
    private final List<Event> events = new ArrayList<>();
    private final Bodies bodies;

    private FamilyHistories(long seed) {
        random = new Random(seed);
        children = NAMES.subList(0, 2 + random.nextInt(3));
        bodies = new Bodies(random, FIRST);
    }

    static List<Event> of(long seed) {
        FamilyHistories h = new FamilyHistories(seed);
        if (h.random.nextInt(6) == 0) {
            h.attendance(h.pick(h.children));
        }
        int n = 4 + h.random.nextInt(12);
        int crossing = 1 + h.random.nextInt(6);
        for (int i = 0; i < n; i++) {
            h.events.add(h.event(h.id(), h.pick(h.children), i < crossing ? h.crossing() : h.any()));
        }
        for (int i = h.random.nextInt(6); i > 0; i--) {
            h.events.add(h.repair());
        }
        for (int i = h.random.nextInt(3); i > 0; i--) {
            h.events.add(h.action());
        }
        return List.copyOf(h.events);
    }

    private Body crossing() {
        return switch (random.nextInt(7)) {
            case 0, 1, 2 -> new SocialFact.SiblingLinked(pick(children));
            case 3 -> new SocialFact.SiblingUnlinked(pick(children));
            default ->
                random.nextInt(3) == 0
                        ? new SocialFact.SiblingLinked(pick(children))
                        : new SharedFact.IdentityMerged(pick(children));
        };
    }

    private Body any() {
        String id = "x" + random.nextInt(2);
        return switch (random.nextInt(9)) {
            case 0, 1 -> new SocialFact.ConcernReportReceived(id, SocialCode.ReporterType.SCHOOL, List.of(), false);
            case 2 -> new SocialFact.ProtectionAssessed(Optional.of(id), random.nextBoolean());
            case 3 ->
                new SocialFact.PlacementStarted(
                        id, SocialCode.PlacementKind.FOSTER, SocialCode.PlacementLaw.SOL, random.nextBoolean());
            case 4 -> new SocialFact.SiblingAssessed();
            case 5 -> crossing();
            default -> bodies.any();
        };
    }

    private Event event(UUID id, UUID child, Body body) {
        Agency agency = random.nextInt(12) == 0 ? pick(List.of(Agency.values())) : Bodies.owner(body);
        return event(id, child, agency, instant(), body, Optional.empty());
    }

    private Event event(UUID id, UUID child, Agency agency, Instant at, Body body, Optional<UUID> corrects) {
        Ground ground = random.nextInt(4) > 0 ? Ground.OWN : pick(List.of(Ground.values()));
        ProtectedIdentity protection =
                random.nextInt(60) == 0 ? ProtectedIdentity.SECRECY_MARKED : ProtectedIdentity.NONE;
        return new Event(
                id,
                child,
                random.nextInt(4) == 0 ? "2326" : "2380",
                agency,
                "urn:test",
                at,
                at.plusSeconds(random.nextInt(4) == 0 ? random.nextInt(400_000) : 60),
                ground,
                ground == Ground.CONSENT ? Optional.of("c0") : Optional.empty(),
                protection,
                corrects,
                body);
    }

    private Event repair() {
        Event x = pick(events);
        UUID child = random.nextInt(4) > 0 ? x.childId() : pick(children);
        UUID target = random.nextInt(12) == 0 ? id() : x.eventId();
        Agency agency = random.nextInt(8) == 0 ? pick(List.of(Agency.values())) : x.agency();
        return switch (random.nextInt(7)) {
            case 0, 1 ->
                received(
                        event(
                                id(),
                                child,
                                agency,
                                random.nextBoolean() ? x.occurredAt() : instant(),
                                again(x.body()),
                                Optional.of(target)),
                        x.receivedAt().plusSeconds(random.nextInt(2_000_000)));
            case 2, 3 ->
                received(
                        event(
                                id(),
                                child,
                                agency,
                                instant(),
                                new SharedFact.Retracted(target, "WRONG"),
                                Optional.empty()),
                        x.receivedAt().plusSeconds(random.nextInt(600_000)));
            case 4 -> received(x.of(pick(children)), x.receivedAt().plusSeconds(random.nextInt(3) - 1L));
            case 5 ->
                received(
                        event(x.eventId(), child, x.agency(), x.occurredAt(), again(x.body()), x.corrects()),
                        x.receivedAt().plusSeconds(random.nextInt(3) - 1L));
            default -> received(x, x.receivedAt().minusSeconds(random.nextInt(100_000)));
        };
    }

    private Body again(Body body) {
        for (int i = 0; i < 100; i++) {
            Body other = random.nextBoolean() ? crossing() : any();
            if (other.getClass() == body.getClass()) {
                return other;
            }
        }
        return body;
    }

    private Event action() {
        Event x = pick(events);
        UUID alert = new AlertIds(Decide.DEFAULT_NAMESPACE)
                .id(
                        random.nextInt(3) > 0 ? RuleId.R17 : RuleId.R01,
                        pick(children),
                        x.eventId().toString());
        Body body = random.nextInt(3) > 0
                ? new Action.AlertClosed(alert, Action.CloseReason.HANDLED)
                : new Action.AlertAcknowledged(alert);
        Instant at = x.occurredAt().plusSeconds(random.nextInt(20) * 86_400L);
        return event(id(), pick(children), Agency.SOCIAL_SERVICES, at, body, Optional.empty());
    }

    /** Weeks of school, few enough that none is forgotten before the children are one. */
    private void attendance(UUID child) {
        int days = 20 + random.nextInt(30);
        for (int i = 0; i < days; i++) {
            LocalDate day = FIRST.plusDays(i);
            if (day.getDayOfWeek().getValue() > 5) {
                continue;
            }
            Body line = new SchoolFact.AttendanceReported(day, true, 300, 0, 60 * random.nextInt(6));
            Instant at = Calendar.start(day).plusSeconds(50_000);
            UUID of = random.nextInt(3) == 0 ? pick(children) : child;
            events.add(event(id(), of, Agency.SCHOOL, at, line, Optional.empty()));
        }
    }

    private Instant instant() {
        if (!events.isEmpty() && random.nextInt(2) == 0) {
            Instant other = pick(events).occurredAt();
            return switch (random.nextInt(5)) {
                case 0, 1 -> other;
                case 2 -> other.plusMillis(random.nextInt(3) - 1L);
                case 3 -> other.plus(Duration.ofDays(random.nextInt(3) * 7L));
                default -> other.plus(Duration.ofHours(random.nextInt(40)));
            };
        }
        return Calendar.start(FIRST.plusDays(random.nextInt(random.nextInt(3) == 0 ? 50 : 10)))
                .plusSeconds(random.nextInt(86_400));
    }

    private static Event received(Event e, Instant at) {
        return Edit.of(e).received(at).done();
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
