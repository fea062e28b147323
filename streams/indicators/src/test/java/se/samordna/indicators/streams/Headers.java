package se.samordna.indicators.streams;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samordna.events.Agency;
import se.samordna.events.EventHeader;
import se.samordna.events.Ground;
import se.samordna.events.ProtectedIdentity;
import se.samordna.indicators.cells.Period;

/** Headers of events told by numbers of children, names of events and local times. */
final class Headers {

    private Headers() {}

    static UUID child(int number) {
        return new UUID(0x0b54000000004000L, 0x8000000000000000L | number);
    }

    static EventHeader header(
            int child,
            String municipality,
            String arrives,
            String at,
            String name,
            Agency agency,
            @Nullable UUID corrects) {
        return EventHeader.newBuilder()
                .setEventId(id(name))
                .setChildId(child(child))
                .setMunicipality(municipality)
                .setAgency(agency)
                .setSource("urn:test")
                .setOccurredAt(instant(at))
                .setReceivedAt(instant(arrives))
                .setGround(Ground.OWN)
                .setProtectedIdentity(ProtectedIdentity.NONE)
                .setCorrects(corrects)
                .build();
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static Instant instant(String at) {
        var local = at.length() > 10
                ? LocalDateTime.parse(at.replace(' ', 'T'))
                : LocalDate.parse(at).atTime(12, 0);
        return local.atZone(Period.LOCAL).toInstant();
    }
}
