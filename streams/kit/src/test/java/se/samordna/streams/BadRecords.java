package se.samordna.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.jspecify.annotations.Nullable;
import se.samordna.events.Agency;
import se.samordna.events.AttendanceReported;
import se.samordna.events.ConcernReportReceived;
import se.samordna.platform.Tick;
import se.samordna.schemas.Topic;
import se.samordna.schemas.Topics;
import se.samordna.streams.DeadLettersTest.Sent;

/** Records that no honest sender writes. */
final class BadRecords {

    private static final Topic SOCIAL = Topics.SOCIAL_SERVICES_EVENTS;
    private static final int WIRE_HEADER = 5;

    private BadRecords() {}

    static Stream<Sent> all(Wire wire, byte[] key) {
        byte[] good = wire.write(SOCIAL, Wire.report());
        ConcernReportReceived other = Wire.report();
        other.getHeader().setChildId(UUID.fromString("0b540000-0000-4000-8000-000000000002"));
        ConcernReportReceived ofPolice = new ConcernReportReceived(
                Wire.header(Agency.POLICE),
                "r1",
                Wire.report().getReporterType(),
                Wire.report().getReasons(),
                true);
        ConcernReportReceived late = Wire.report();
        late.getHeader().setOccurredAt(Instant.ofEpochMilli(Long.MAX_VALUE));
        AttendanceReported early = Wire.attendance();
        early.setDate(LocalDate.of(-1, 1, 1));
        byte[] upper = new String(key, UTF_8).toUpperCase(Locale.ROOT).getBytes(UTF_8);
        byte[] nil = new UUID(0, 0).toString().getBytes(UTF_8);
        return Stream.of(
                sent("a tombstone", key, null, "tombstone"),
                sent("nothing at all", key, new byte[0], "bad-magic"),
                sent("another magic byte", key, changed(good, 0, 1), "bad-magic"),
                sent("four bytes", key, Arrays.copyOf(good, 4), "bad-magic"),
                sent("text", key, "{\"type\":\"ConcernReportReceived\"}".getBytes(UTF_8), "bad-magic"),
                sent("schema id 0", key, id(good, 0), "unknown-schema"),
                sent("a forged schema id", key, id(good, 1_000_000), "unknown-schema"),
                sent("a negative schema id", key, id(good, -7), "unknown-schema"),
                sent("cut short", key, Arrays.copyOf(good, good.length - 9), "bad-bytes"),
                sent("nothing but its schema id", key, Arrays.copyOf(good, WIRE_HEADER), "bad-bytes"),
                sent("bytes left over", key, Arrays.copyOf(good, good.length + 1), "bad-bytes"),
                sent("a string said to be of 2 GB", key, prefixed(good, huge()), "bad-bytes"),
                sent("a string of negative length", key, prefixed(good, new byte[] {3}), "bad-bytes"),
                sent(
                        "an eventId that is no UUID",
                        key,
                        prefixed(good, new byte[] {8, 'a', 'b', 'c', 'd'}),
                        "bad-bytes"),
                sent("an enum index of no symbol", key, changed(good, agencyAt(good), 0x7E), "bad-bytes"),
                sent("an enum symbol newer than ours", key, changed(good, agencyAt(good), 0), "unknown-symbol"),
                sent("too many reasons said", key, blocks(good), "bad-bytes"),
                sent("64 KB and one", key, new byte[Decoder.LARGEST + 1], "oversized"),
                sent("no key", null, good, "missing-key"),
                sent("a key of 15 bytes", Arrays.copyOf(key, 15), good, "bad-key"),
                sent("a key of 17 bytes", Arrays.copyOf(key, 17), good, "bad-key"),
                sent("a key in upper case", upper, good, "bad-key"),
                sent("a key of no hex", changed(key, 3, 'x'), good, "bad-key"),
                sent("the nil key", nil, good, "bad-key"),
                sent("another child's header", key, wire.write(SOCIAL, other), "key-differs"),
                sent("another agency's header", key, wire.write(SOCIAL, ofPolice), "wrong-agency"),
                new Sent("another topic's type", Topics.SCHOOL_EVENTS, key, good, "wrong-topic"),
                sent("a time beyond every calendar", key, wire.write(SOCIAL, late), "bad-time"),
                new Sent(
                        "a clock of 2200",
                        Topics.CLOCK,
                        "0".getBytes(UTF_8),
                        wire.write(Topics.CLOCK, new Tick(Instant.parse("2200-01-01T00:00:00Z"))),
                        "bad-time"),
                new Sent(
                        "a day before every calendar",
                        Topics.SCHOOL_EVENTS,
                        key,
                        wire.write(Topics.SCHOOL_EVENTS, early),
                        "bad-time"),
                sent(
                        "a type newer than we",
                        key,
                        typed(wire, good, "se.samordna.events.NotYetThought"),
                        "unknown-type"),
                sent("a type of someone else's", key, typed(wire, good, "evil.Gadget"), "unknown-type"),
                sent("our type in a foreign shape", key, foreign(wire, good), "incompatible-schema"));
    }

    private static Sent sent(String what, byte @Nullable [] key, byte @Nullable [] value, String reason) {
        return new Sent(what, SOCIAL, key, value, reason);
    }

    private static byte[] changed(byte[] bytes, int at, int to) {
        byte[] changed = bytes.clone();
        changed[at] = (byte) to;
        return changed;
    }

    private static byte[] id(byte[] good, int id) {
        byte[] changed = good.clone();
        ByteBuffer.wrap(changed).putInt(1, id);
        return changed;
    }

    /** The record with these bytes where its first string, the eventId, begins. */
    private static byte[] prefixed(byte[] good, byte[] first) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(good, 0, WIRE_HEADER);
        out.writeBytes(first);
        out.write(good, WIRE_HEADER, good.length - WIRE_HEADER);
        return out.toByteArray();
    }

    /** 2^31 - 1 as Avro writes a length. */
    private static byte[] huge() {
        return new byte[] {(byte) 0xFE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F};
    }

    /** Where the agency stands: after two UUIDs of 36 and a kommunkod of 4, each with its length. */
    private static int agencyAt(byte[] good) {
        int at = WIRE_HEADER + 37 + 37 + 5;
        if (good[at] != 2) {
            throw new IllegalStateException("the header has changed");
        }
        return at;
    }

    /** The list of reasons said to have 2^31 - 1 entries: the count is the byte before the one reason, the end and a flag. */
    private static byte[] blocks(byte[] good) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int count = good.length - 4;
        out.write(good, 0, count);
        out.writeBytes(huge());
        out.write(good, count + 1, 3);
        return out.toByteArray();
    }

    private static byte[] typed(Wire wire, byte[] good, String name) {
        int dot = name.lastIndexOf('.');
        Schema schema = SchemaBuilder.record(name.substring(dot + 1))
                .namespace(name.substring(0, dot))
                .fields()
                .requiredString("eventId")
                .endRecord();
        return renamed(good, wire.named(name, schema));
    }

    private static byte[] foreign(Wire wire, byte[] good) {
        Schema schema = SchemaBuilder.record("ConcernReportReceived")
                .namespace("se.samordna.events")
                .fields()
                .requiredInt("header")
                .endRecord();
        return renamed(good, wire.named("foreign", schema));
    }

    private static byte[] renamed(byte[] good, byte[] wireHeader) {
        byte[] renamed = good.clone();
        System.arraycopy(wireHeader, 0, renamed, 0, WIRE_HEADER);
        return renamed;
    }
}
