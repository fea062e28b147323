package se.samordna.indicators.units;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import se.samordna.indicators.cells.Period;
import se.samordna.rules.Agency;
import se.samordna.rules.Body;
import se.samordna.rules.Event;
import se.samordna.rules.Ground;
import se.samordna.rules.PoliceFact;
import se.samordna.rules.ProtectedIdentity;
import se.samordna.rules.RegionFact;
import se.samordna.rules.SchoolFact;
import se.samordna.rules.SharedFact;

/**
 * A random history of one child, or of several ids that are one at times: events in the order they arrive, with repairs,
 * copies, late and early ones.
 */
final class History {

    private static final List<String> MUNICIPALITIES = List.of("2380", "2380", "2303", "1265");
    private static final List<Ground> GROUNDS =
            List.of(Ground.OWN, Ground.OWN, Ground.INVESTIGATION_DUTY, Ground.CONSENT, Ground.CONSENT, Ground.NONE);
    private static final LocalDate FIRST = LocalDate.of(2025, 11, 1);

    private static final UUID ONE = new UUID(1, 1);

    private final Random random;
    private final List<UUID> ids;
    private final boolean sharesAttendance;
    private final Themes themes;
    private final int theme;
    private final boolean gated;
    private final int breadth;
    private final List<Event> events = new ArrayList<>();
    private final OnAlerts alerts;

    private History(long seed, List<UUID> ids) {
        random = new Random(seed);
        this.ids = ids;
        sharesAttendance = sharesAttendance(seed);
        themes = new Themes(random, this::day);
        alerts = new OnAlerts(random);
        theme = (int) (seed % themes.count());
        gated = random.nextBoolean();
        breadth = seed % 3 == 0 ? 4 : 20; // in few days what must come within hours of each other meets
    }

    /** Events in the order they arrive. */
    static List<Event> of(long seed) {
        return of(seed, List.of(ONE));
    }

    /** The same of several ids, some of which say that another is the same child. */
    static List<Event> of(long seed, List<UUID> ids) {
        var history = new History(seed, ids);
        int length = 3 + history.random.nextInt(40);
        for (int i = 0; i < length; i++) {
            history.add();
        }
        Collections.shuffle(history.events, history.random);
        return history.events;
    }

    /**
     * Whether a line of attendance and what repairs it may come under different ids. Once such a line is forgotten what it
     * came to can no longer be mended, so that such histories must end before.
     */
    static boolean sharesAttendance(long seed) {
        return seed % 2 == 0;
    }

    private void add() {
        Event event = switch (random.nextInt(10)) {
            case 0 -> copy();
            case 1 -> correction();
            case 2 -> retraction();
            case 3 -> random.nextBoolean() ? action() : fresh(body(), Optional.empty(), Optional.empty(), anyId());
            default -> fresh(body(), Optional.empty(), Optional.empty(), anyId());
        };
        events.add(event);
    }

    /** Mostly of one theme. */
    private Body body() {
        if (ids.size() > 1 && random.nextInt(7) == 0) {
            return new SharedFact.IdentityMerged(anyId());
        }
        return themes.body(random.nextInt(5) > 0 ? theme : random.nextInt(themes.count()));
    }

    private LocalDate day() {
        // Near each other, so that days, months and due times meet.
        return FIRST.plusDays(random.nextInt(3) == 0 ? random.nextInt(300) : 55 + random.nextInt(breadth));
    }

    private Instant instant() {
        Instant start = day().atStartOfDay(Period.LOCAL).toInstant();
        return switch (random.nextInt(4)) {
            case 0 -> start;
            case 1 -> start.minusMillis(1);
            default -> start.plus(Duration.ofMinutes(random.nextInt(1440)));
        };
    }

    private Event fresh(Body body, Optional<UUID> corrects, Optional<Agency> of, UUID child) {
        Instant at = instant();
        Instant received = switch (random.nextInt(6)) {
            case 0 -> at.minus(Duration.ofDays(random.nextInt(3)));
            case 1 -> at.plus(Duration.ofDays(random.nextInt(600)));
            default -> at.plusSeconds(random.nextInt(100_000));
        };
        Ground ground = gated ? GROUNDS.get(random.nextInt(GROUNDS.size())) : Ground.OWN;
        return new Event(
                new UUID(random.nextLong(), random.nextInt(200)),
                child,
                MUNICIPALITIES.get(random.nextInt(MUNICIPALITIES.size())),
                of.orElseGet(() -> agency(body)),
                "urn:test",
                at,
                received,
                ground,
                ground == Ground.CONSENT ? Optional.of(themes.id("c")) : Optional.empty(),
                ProtectedIdentity.NONE,
                corrects,
                body);
    }

    private Agency agency(Body body) {
        return switch (body) {
            case SchoolFact _ -> Agency.SCHOOL;
            case RegionFact _ -> Agency.REGION;
            case PoliceFact _ -> Agency.POLICE;
            case SharedFact _ -> Agency.values()[random.nextInt(Agency.values().length)];
            default -> Agency.SOCIAL_SERVICES;
        };
    }

    private Event copy() {
        if (events.isEmpty()) {
            return fresh(body(), Optional.empty(), Optional.empty(), anyId());
        }
        Event of = some(events);
        Instant received =
                random.nextBoolean() ? of.receivedAt() : of.receivedAt().plusSeconds(random.nextInt(20) - 10);
        String municipality = random.nextInt(3) == 0 ? "2305" : of.municipality();
        return new Event(
                of.eventId(),
                underWhich(of, of.body()),
                municipality,
                of.agency(),
                of.source(),
                of.occurredAt(),
                received,
                of.ground(),
                of.consentId(),
                of.protectedIdentity(),
                of.corrects(),
                of.body());
    }

    private Event correction() {
        if (events.isEmpty()) {
            return fresh(body(), Optional.empty(), Optional.empty(), anyId());
        }
        Event of = some(events);
        Body body = random.nextInt(5) == 0 ? body() : like(of.body());
        return fresh(
                body,
                Optional.of(of.eventId()),
                Optional.of(of.agency()).filter(same -> random.nextInt(9) > 0),
                underWhich(of, body));
    }

    private Body like(Body of) {
        for (int i = 0; i < 60; i++) {
            Body other = body();
            if (other.getClass() == of.getClass()) {
                return other;
            }
        }
        return of;
    }

    private Event retraction() {
        if (events.isEmpty()) {
            return fresh(body(), Optional.empty(), Optional.empty(), anyId());
        }
        Event of = some(events);
        Agency from = random.nextInt(6) == 0 ? Agency.REGION : of.agency();
        Body retraction = new SharedFact.Retracted(of.eventId(), "WRONG");
        return fresh(retraction, Optional.empty(), Optional.of(from), underWhich(of, retraction));
    }

    private Event action() {
        Event of = events.isEmpty() ? fresh(body(), Optional.empty(), Optional.empty(), anyId()) : some(events);
        for (int i = 0; i < 9 && !events.isEmpty() && !OnAlerts.opens(of.body()); i++) {
            of = some(events);
        }
        Event sent = fresh(alerts.action(of, day()), Optional.empty(), Optional.of(alerts.by()), of.childId());
        return alerts.inTime(sent, of);
    }

    /** Mostly the same id as what is copied or repaired. */
    private UUID underWhich(Event of, Body body) {
        boolean attendance = of.body() instanceof SchoolFact.AttendanceReported
                || of.body() instanceof SharedFact.Retracted
                || body instanceof SchoolFact.AttendanceReported;
        boolean other = ids.size() > 1 && random.nextInt(4) == 0 && (sharesAttendance || !attendance);
        return other ? anyId() : of.childId();
    }

    private UUID anyId() {
        return ids.size() == 1 ? ids.getFirst() : some(ids);
    }

    private <T> T some(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
