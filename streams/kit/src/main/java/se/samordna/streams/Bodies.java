package se.samordna.streams;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import se.samordna.rules.Agency;
import se.samordna.rules.Body;

/** From an event's Avro record to what it says, by type. A test holds it complete against the catalogue of types. */
final class Bodies {

    private final Map<Class<?>, Function<SpecificRecord, Body>> ofTypes = new HashMap<>();

    private Bodies() {}

    static Bodies all() {
        Bodies bodies = new Bodies();
        SharedBodies.addTo(bodies);
        SocialBodies.addTo(bodies);
        SchoolBodies.addTo(bodies);
        RegionBodies.addTo(bodies);
        PoliceBodies.addTo(bodies);
        ActionBodies.addTo(bodies);
        return bodies;
    }

    <R extends SpecificRecord> void on(Class<R> type, Function<R, Body> says) {
        ofTypes.put(type, event -> says.apply(type.cast(event)));
    }

    /** What the event says; empty if the record is no event. */
    Optional<Body> of(SpecificRecord event) {
        return Optional.ofNullable(ofTypes.get(event.getClass())).map(says -> says.apply(event));
    }

    static Agency agency(se.samordna.events.Agency agency) {
        return switch (agency) {
            case SOCIAL_SERVICES -> Agency.SOCIAL_SERVICES;
            case SCHOOL -> Agency.SCHOOL;
            case REGION -> Agency.REGION;
            case POLICE -> Agency.POLICE;
            case UNKNOWN -> throw new IllegalArgumentException("UNKNOWN is no agency; the decoder stops it");
        };
    }

    static List<Agency> agencies(List<se.samordna.events.Agency> agencies) {
        return agencies.stream().map(Bodies::agency).toList();
    }

    static OptionalInt count(@Nullable Integer count) {
        return count == null ? OptionalInt.empty() : OptionalInt.of(count);
    }
}
