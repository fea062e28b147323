package se.samordna.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import se.samordna.rules.SchoolFact.AttendanceReported;

/** A child's story on a calendar, in local time: what happens, when we look, what each agency has then been told. */
final class Story {

    static final UUID CHILD = UUID.fromString("0b540000-0000-4000-8000-000000000001");

    private final Decide decide;
    private final Child child = Child.empty(CHILD, Memory.COORDINATION);
    private final List<Effect.Tell> tellings = new ArrayList<>();
    private final Measured measured = new Measured();
    private Told told = Told.NOTHING;
    private Optional<Instant> wakeUp = Optional.empty();
    private Instant now = Instant.EPOCH;
    private int events;

    Story() {
        this(Rules.standard());
    }

    /** Nothing else is then nothing else that these rules say. */
    Story(Rule... rules) {
        this(new Rules(List.of(rules)));
    }

    private Story(Rules rules) {
        decide = new Decide(rules, Decide.DEFAULT_NAMESPACE);
    }

    /** Time passes until a local minute, as {@code 2026-01-10 09:00}. */
    Story on(String local) {
        Instant then = LocalDateTime.parse(local, ToldLine.MINUTE)
                .atZone(Calendar.ZONE)
                .toInstant();
        while (wakeUp.isPresent() && !wakeUp.get().isAfter(then)) {
            now = wakeUp.get();
            judge();
        }
        now = then;
        return this;
    }

    UUID says(Body body) {
        return says(Ground.OWN, body);
    }

    UUID says(Ground ground, Body body) {
        return sends(event(nextId(), now, ground, Optional.empty(), Optional.empty(), body));
    }

    UUID saysBy(String consentId, Body body) {
        return sends(event(nextId(), now, Ground.CONSENT, Optional.of(consentId), Optional.empty(), body));
    }

    /** What happened at an earlier or later local minute comes to light now. */
    UUID saysOf(String local, Body body) {
        Instant at = LocalDateTime.parse(local, ToldLine.MINUTE)
                .atZone(Calendar.ZONE)
                .toInstant();
        return sends(event(nextId(), at, Ground.OWN, Optional.empty(), Optional.empty(), body));
    }

    UUID corrects(UUID id, String local, Body body) {
        Instant at = LocalDateTime.parse(local, ToldLine.MINUTE)
                .atZone(Calendar.ZONE)
                .toInstant();
        return sends(event(nextId(), at, Ground.OWN, Optional.empty(), Optional.of(id), body));
    }

    UUID retracts(UUID id) {
        Event x = child.find(id).orElseThrow();
        Event e = event(
                nextId(), now, Ground.OWN, Optional.empty(), Optional.empty(), new SharedFact.Retracted(id, "WRONG"));
        return sends(by(x.agency(), e));
    }

    /** As {@link #retracts}, but by another agency than the event's own. */
    UUID strangerRetracts(UUID id) {
        Event e = event(
                nextId(), now, Ground.OWN, Optional.empty(), Optional.empty(), new SharedFact.Retracted(id, "WRONG"));
        return sends(by(Agency.POLICE, e));
    }

    /** A correction of an event by another agency than its own. */
    UUID strangerCorrects(UUID id, Body body) {
        Event x = child.find(id).orElseThrow();
        Event e = event(nextId(), x.occurredAt(), Ground.OWN, Optional.empty(), Optional.of(id), body);
        return sends(by(Agency.POLICE, e));
    }

    UUID acts(Agency by, Action action) {
        return sends(by(by, event(nextId(), now, Ground.OWN, Optional.empty(), Optional.empty(), action)));
    }

    /** School days from one day through another, each with so many minutes of absence of 300. */
    void attends(String first, String last, int absent) {
        for (LocalDate d = LocalDate.parse(first); !d.isAfter(LocalDate.parse(last)); d = d.plusDays(1)) {
            if (d.getDayOfWeek().getValue() <= 5) {
                on(d + " 16:00");
                says(new AttendanceReported(d, true, 300, 0, absent));
            }
        }
    }

    UUID sends(Event event) {
        child.accept(event, now);
        judge();
        return event.eventId();
    }

    private void judge() {
        Decision decision = decide.decide(child, now, told);
        told = decision.told();
        wakeUp = decision.next();
        decision.effects().forEach(e -> {
            measured.hear(e);
            if (e instanceof Effect.Tell t) {
                tellings.add(t);
            }
        });
    }

    private Event event(
            UUID id, Instant at, Ground ground, Optional<String> consent, Optional<UUID> corrects, Body body) {
        return new Event(
                id,
                CHILD,
                "2380",
                Bodies.owner(body),
                "urn:test",
                at,
                now,
                ground,
                consent,
                ProtectedIdentity.NONE,
                corrects,
                body);
    }

    static Event by(Agency agency, Event e) {
        return Edit.of(e).by(agency).done();
    }

    private UUID nextId() {
        return id(++events);
    }

    static UUID id(int n) {
        return UUID.fromString("6f0c0000-0000-4000-8000-%012d".formatted(n));
    }

    UUID alert(RuleId rule, UUID anchor) {
        return alert(rule, anchor, "");
    }

    UUID alert(RuleId rule, UUID anchor, String suffix) {
        return new AlertIds(Decide.DEFAULT_NAMESPACE).id(rule, CHILD, anchor + suffix);
    }

    /** The last revision of the only alert told in full. */
    Alert only() {
        return told.entries().stream()
                .flatMap(e ->
                        e.telling() instanceof Alert a && a.status() != Status.WITHDRAWN ? Stream.of(a) : Stream.of())
                .reduce((a, b) -> {
                    throw new IllegalStateException("more than one alert");
                })
                .orElseThrow();
    }

    /** What stands told now, one line per recipient and alert: rule or code, status, level, from, due. */
    List<String> told() {
        return told.entries().stream()
                .filter(e -> e.telling().status() != Status.WITHDRAWN)
                .map(e -> e.recipient() + " " + ToldLine.of(e.telling()))
                .sorted()
                .toList();
    }

    /** Everything told so far, first to last, with its revision and cause. */
    /** What indicators count of its alerts, once they are due. */
    Measured measured() {
        return measured;
    }

    List<Effect.Tell> tellings() {
        return tellings;
    }

    /** The types of the events in the evidence last told to a recipient, as it saw them. */
    List<String> evidence(Agency recipient) {
        return told.entries().stream()
                .filter(e -> e.recipient() == recipient)
                .flatMap(e -> e.telling() instanceof Alert a ? a.evidence().stream() : Stream.empty())
                .flatMap(e -> e.type().stream())
                .toList();
    }

    /** What became of the actions so far. */
    ActionLog actions() {
        return decide.actions(child, now, told);
    }

    Told tellingState() {
        return told;
    }

    Child child() {
        return child;
    }

    Instant now() {
        return now;
    }
}
