package se.samordna.streams;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import se.samordna.contributions.AlertTimeliness;
import se.samordna.events.EventHeader;
import se.samordna.platform.Tick;
import se.samordna.rules.Agency;
import se.samordna.rules.Body;
import se.samordna.rules.Event;
import se.samordna.rules.Ground;
import se.samordna.rules.ProtectedIdentity;
import se.samordna.schemas.Agencies;
import se.samordna.schemas.EventTypes;
import se.samordna.schemas.Topics;

/** From Avro records to what the rules speak of. */
public final class Signals {

    /** What the calendars of law and plan reach; beyond it arithmetic on instants would one day overflow. */
    private static final long FIRST_MILLI =
            Instant.parse("0001-01-01T00:00:00Z").toEpochMilli();

    private static final long LAST_MILLI =
            Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();
    /** No clock of a platform goes there: indicators would count every month until then. */
    private static final long LAST_CLOCK = Instant.parse("2200-01-01T00:00:00Z").toEpochMilli();

    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final int UUID_LENGTH = 36;
    private static final UUID NIL = new UUID(0, 0);

    private final Bodies bodies = Bodies.all();
    private final Crossings crossings = new Crossings();
    private final Map<String, se.samordna.events.Agency> ownerOfTopic = new HashMap<>();

    public Signals() {
        Agencies.ALL.forEach(agency -> ownerOfTopic.put(Topics.events(agency).name(), agency));
    }

    /** An event as the domain sees it; empty if the record is no event. */
    public Optional<Event> event(SpecificRecord record) {
        return bodies.of(record).map(body -> event(EventTypes.header(record), body));
    }

    /** Either a signal or why the record is dead. */
    public sealed interface Read {
        record Live(Signal signal) implements Read {}

        record Dead(DeadReason reason) implements Read {}
    }

    /** What a decoded record says, with where it lay; judged as a whole, also against its key, topic and times. */
    public Read read(Decoded.Read decoded, byte @Nullable [] key, Signal.Origin origin) {
        if (!reached(origin.timestamp()) || origin.timestamp() >= LAST_CLOCK || !reached(decoded.record())) {
            return new Read.Dead(DeadReason.BAD_TIME);
        }
        if (decoded.record() instanceof Tick tick) {
            return tick.getAt().toEpochMilli() >= LAST_CLOCK
                    ? new Read.Dead(DeadReason.BAD_TIME)
                    : new Read.Live(new Signal.Tick(tick.getAt()));
        }
        if (Topics.isCrossed(origin.topic())) {
            return crossings.signal(decoded.record(), key, origin);
        }
        if (decoded.record() instanceof AlertTimeliness told) {
            return Contributions.signal(told, key, origin);
        }
        Optional<Body> body = bodies.of(decoded.record());
        if (body.isEmpty()) {
            return new Read.Dead(DeadReason.WRONG_TOPIC);
        }
        EventHeader header = EventTypes.header(decoded.record());
        Optional<DeadReason> misplaced = misplaced(key, header.getChildId());
        if (misplaced.isPresent()) {
            return new Read.Dead(misplaced.get());
        }
        se.samordna.events.Agency owner = ownerOfTopic.getOrDefault(origin.topic(), header.getAgency());
        if (owner != header.getAgency()) {
            return new Read.Dead(DeadReason.WRONG_AGENCY);
        }
        return new Read.Live(new Signal.OfChild(event(header, body.get()), decoded.record(), origin));
    }

    /** Why a record of a child is not under its key; empty if it is. */
    static Optional<DeadReason> misplaced(byte @Nullable [] key, UUID childId) {
        if (key == null) {
            return Optional.of(DeadReason.MISSING_KEY);
        }
        Optional<UUID> child = child(key);
        if (child.isEmpty()) {
            return Optional.of(DeadReason.BAD_KEY);
        }
        return child.get().equals(childId) ? Optional.empty() : Optional.of(DeadReason.KEY_DIFFERS);
    }

    private static Event event(EventHeader header, Body body) {
        return new Event(
                header.getEventId(),
                header.getChildId(),
                header.getMunicipality(),
                Bodies.agency(header.getAgency()),
                header.getSource(),
                header.getOccurredAt(),
                header.getReceivedAt(),
                Ground.valueOf(header.getGround().name()),
                Optional.ofNullable(header.getConsentId()),
                ProtectedIdentity.valueOf(header.getProtectedIdentity().name()),
                Optional.ofNullable(header.getCorrects()),
                body);
    }

    /** The agency in Avro's words. */
    public static se.samordna.events.Agency agency(Agency agency) {
        return se.samordna.events.Agency.valueOf(agency.name());
    }

    /** The child of a key: a UUID in lower-case text, as it is partitioned by; any other text would split a child. */
    static Optional<UUID> child(byte[] key) {
        if (key.length != UUID_LENGTH) {
            return Optional.empty();
        }
        long high = 0;
        long low = 0;
        int digits = 0;
        for (int i = 0; i < UUID_LENGTH; i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            int digit = dash ? 0 : digit(key[i]);
            if (dash ? key[i] != '-' : digit < 0) {
                return Optional.empty();
            }
            if (!dash && digits++ < 16) {
                high = high << 4 | digit;
            } else if (!dash) {
                low = low << 4 | digit;
            }
        }
        UUID child = new UUID(high, low);
        return child.equals(NIL) ? Optional.empty() : Optional.of(child);
    }

    /** The key of a child's records. */
    public static byte[] key(UUID child) {
        return child.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static int digit(byte b) {
        return b >= '0' && b <= '9' ? b - '0' : b >= 'a' && b <= 'f' ? b - 'a' + 10 : -1;
    }

    private static boolean reached(long milli) {
        return milli >= FIRST_MILLI && milli <= LAST_MILLI;
    }

    private static boolean reached(IndexedRecord record) {
        for (int i = 0; i < record.getSchema().getFields().size(); i++) {
            boolean reached = switch (record.get(i)) {
                case Instant at -> reached(at);
                case LocalDate day -> !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
                case IndexedRecord inner -> reached(inner);
                case null, default -> true;
            };
            if (!reached) {
                return false;
            }
        }
        return true;
    }

    private static boolean reached(Instant at) {
        long second = at.getEpochSecond();
        return second >= FIRST_MILLI / 1000 && second <= LAST_MILLI / 1000;
    }
}
