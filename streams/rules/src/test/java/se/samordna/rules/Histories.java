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
        SchoolDays days = new SchoolDays(h, h.random);
        Repairs repairs = new Repairs(h, h.random, days);
        Coordinators coordinators = new Coordinators(h, h.random);
        boolean school = h.random.nextInt(h.bodies.joined().isAtSchool() ? 2 : 4) == 0;
        if (school) {
            h.events.addAll(days.weeks());
        }
        int n = 2 + h.random.nextInt(school ? 8 : 16);
        for (int i = 0; i < n; i++) {
            h.events.add(h.fresh());
        }
        for (int i = h.random.nextInt(12); i > 0; i--) {
            h.events.add(coordinators.acts());
        }
        int many = h.random.nextInt(7) + (school ? h.random.nextInt(12) : 0);
        for (int i = 0; i < many; i++) {
            h.events.add(repairs.any());
        }
        return List.copyOf(h.events);
    }

    private Event fresh() {
        Body body = bodies.any();
        return event(id(), Bodies.owner(body), instant(), body, Optional.empty());
    }

    Event event(UUID id, Agency agency, Instant at, Body body, Optional<UUID> corrects) {
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

    Instant instant() {
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

    Bodies bodies() {
        return bodies;
    }

    LocalDate first() {
        return first;
    }

    List<Event> events() {
        return events;
    }

    UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
