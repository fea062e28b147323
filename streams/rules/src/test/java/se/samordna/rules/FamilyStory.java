package se.samordna.rules;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** The story of several children on one calendar, in local time; what they tell each other comes at once. */
final class FamilyStory {

    static final UUID ALVA = UUID.fromString("0b540000-0000-4000-8000-00000000000a");
    static final UUID BO = UUID.fromString("0b540000-0000-4000-8000-00000000000b");
    static final UUID CAJ = UUID.fromString("0b540000-0000-4000-8000-00000000000c");

    private final Street street;
    private Instant now = Instant.EPOCH;
    private String municipality = "2380";
    private int events;

    FamilyStory(Rule... rules) {
        street = new Street(new Random(1), now, new Rules(List.of(rules)));
    }

    FamilyStory on(String local) {
        now = instant(local);
        street.settle(now);
        return this;
    }

    private static Instant instant(String local) {
        return LocalDateTime.parse(local, ToldLine.MINUTE).atZone(Calendar.ZONE).toInstant();
    }

    FamilyStory in(String kommunkod) {
        municipality = kommunkod;
        return this;
    }

    UUID says(UUID child, Body body) {
        return sends(child, Bodies.owner(body), now, Optional.empty(), body);
    }

    /** What happened at an earlier or later local minute comes to light now. */
    UUID saysOf(String local, UUID child, Body body) {
        return sends(child, Bodies.owner(body), instant(local), Optional.empty(), body);
    }

    UUID corrects(UUID id, UUID child, Body body) {
        return sends(child, Bodies.owner(body), now, Optional.of(id), body);
    }

    UUID retracts(UUID id, UUID child) {
        return sends(child, Agency.SOCIAL_SERVICES, now, Optional.empty(), new SharedFact.Retracted(id, "WRONG"));
    }

    private UUID sends(UUID child, Agency agency, Instant at, Optional<UUID> corrects, Body body) {
        UUID id = Story.id(++events);
        street.accept(new Event(
                id,
                child,
                municipality,
                agency,
                "urn:test",
                at,
                now,
                Ground.OWN,
                Optional.empty(),
                ProtectedIdentity.NONE,
                corrects,
                body));
        street.settle(now);
        return id;
    }

    static UUID alert(RuleId rule, UUID child, UUID anchor) {
        return new AlertIds(Decide.DEFAULT_NAMESPACE).id(rule, child, anchor.toString());
    }

    /** What stands told of a child now. */
    List<String> told(UUID child) {
        return street.told(child).entries().stream()
                .filter(e -> e.telling().status() != Status.WITHDRAWN)
                .map(e -> e.recipient() + " " + ToldLine.of(e.telling()))
                .sorted()
                .toList();
    }

    List<Effect.Tell> tellings(UUID child) {
        return street.tellings(child);
    }

    /** The last revision told of a child in full. */
    Alert last(UUID child) {
        return (Alert) street.tellings(child).getLast().telling();
    }

    Child child(UUID id) {
        return street.child(id);
    }

    int parcels() {
        return street.parcels();
    }
}
