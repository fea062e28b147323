package se.samordna.kit.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import se.samordna.events.Agency;
import se.samordna.schemas.EventType;

/**
 * Where a line comes from, and so what it may be and whether a clock judges it.
 *
 * @param accepts which lines are taken
 * @param sender the agency that sends, where that is known
 * @param now the service's clock, cut to milliseconds; empty in files, where {@code receivedAt} must be given and no
 *     time is too late
 */
public record Mode(Accepts accepts, Optional<Agency> sender, Optional<Instant> now) {

    /** Which lines are taken. */
    public enum Accepts {
        EVENTS,
        ACTIONS,
        MEASUREMENTS,
        EVERYTHING
    }

    /** Events of one agency over HTTP. */
    public static Mode events(Agency sender, Clock clock) {
        return new Mode(Accepts.EVENTS, Optional.of(sender), Optional.of(reading(clock)));
    }

    /** Coordinators' actions over HTTP. */
    public static Mode actions(Clock clock) {
        return new Mode(Accepts.ACTIONS, Optional.empty(), Optional.of(reading(clock)));
    }

    /** Measurements over HTTP. */
    public static Mode measurements(Clock clock) {
        return new Mode(Accepts.MEASUREMENTS, Optional.empty(), Optional.of(reading(clock)));
    }

    /** JSON-lines files: everything, of any agency, without a clock. */
    public static Mode files() {
        return new Mode(Accepts.EVERYTHING, Optional.empty(), Optional.empty());
    }

    boolean takes(EventType type) {
        return switch (accepts) {
            case EVERYTHING -> true;
            case ACTIONS -> type.family() == EventType.Family.ACTION;
            case MEASUREMENTS -> false;
            case EVENTS ->
                type.family() != EventType.Family.ACTION
                        && sender.map(agency -> type.owners().contains(agency)).orElse(true);
        };
    }

    boolean takesMeasurements() {
        return accepts == Accepts.EVERYTHING || accepts == Accepts.MEASUREMENTS;
    }

    private static Instant reading(Clock clock) {
        return Instant.ofEpochMilli(clock.millis());
    }
}
