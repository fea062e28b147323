package se.samordna.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.samordna.schemas.EventType;
import se.samordna.schemas.EventTypes;

/**
 * State that a release has written must stay readable: one line per type and release, its entry in the child store as
 * hexadecimal digits, and the saved text of its schema.
 */
class GoldenStateTest {

    private static final Path GOLDEN = Path.of("src/test/golden");
    private static final UUID OTHER = UUID.fromString("6f0c0000-0000-4000-8000-0000000000aa");

    /** An entry of a release. */
    record Entry(String release, String type, byte[] bytes, String schema) {
        @Override
        public String toString() {
            return release + " " + type;
        }
    }

    static Stream<Entry> everyReleasedEntry() throws IOException {
        try (Stream<Path> releases = Files.list(GOLDEN)) {
            return releases.toList().stream().flatMap(GoldenStateTest::entries);
        }
    }

    @ParameterizedTest
    @MethodSource("everyReleasedEntry")
    void an_entry_is_read_by_the_schema_saved_beside_it(Entry entry) {
        EventBytes events = new EventBytes(new StateSchemas());

        SpecificRecord read = events.read(entry.bytes(), _ -> entry.schema().getBytes(StandardCharsets.UTF_8));

        assertThat(read).isEqualTo(Sample.of(EventTypes.named(entry.type()).orElseThrow()));
        assertThat(EventBytes.disputed(entry.bytes())).isFalse();
    }

    @Test
    void every_type_of_this_release_is_written_as_it_was() throws IOException {
        assertThat(everyReleasedEntry().filter(e -> e.release().equals("0.1.0")).map(Entry::type))
                .containsExactlyElementsOf(
                        EventTypes.all().stream().map(EventType::name).toList());
        EventBytes events = new EventBytes(new StateSchemas());
        everyReleasedEntry()
                .filter(e -> e.release().equals("0.1.0"))
                .forEach(e -> assertThat(events.write(
                                Sample.of(EventTypes.named(e.type()).orElseThrow()), false))
                        .as(e.type())
                        .isEqualTo(e.bytes()));
    }

    @Test
    void the_keys_stay_where_they_are() {
        assertThat(hex(ChildKeys.head(Wire.CHILD).get())).isEqualTo("0b540000000040008000000000000001" + "48");
        assertThat(hex(ChildKeys.seen(Wire.CHILD).get())).isEqualTo("0b540000000040008000000000000001" + "4e");
        assertThat(hex(ChildKeys.runs(Wire.CHILD).get())).isEqualTo("0b540000000040008000000000000001" + "52");
        assertThat(hex(ChildKeys.week(Wire.CHILD, 2925).get()))
                .isEqualTo("0b540000000040008000000000000001" + "41" + "0b6d");
        assertThat(hex(ChildKeys.event(Wire.CHILD, OTHER).get()))
                .isEqualTo("0b540000000040008000000000000001" + "45" + "6f0c00000000400080000000000000aa");
        assertThat(hex(ChildKeys.schema(1).get()))
                .isEqualTo("00000000000000000000000000000000" + "53" + "0000000000000001");
    }

    @Test
    void the_flag_of_a_dispute_is_the_second_byte() {
        byte[] entry = new EventBytes(new StateSchemas()).write(Wire.report(), true);

        assertThat(EventBytes.disputed(entry)).isTrue();
        assertThat(EventBytes.flagged(entry, false))
                .isEqualTo(new EventBytes(new StateSchemas()).write(Wire.report(), false));
    }

    /** A line as {@code everyReleasedEntry} reads it; to be added for a new release, never changed. */
    static String line(EventType type) {
        SpecificRecord event = Sample.of(type);
        return type.name() + " " + hex(new EventBytes(new StateSchemas()).write(event, false)) + " "
                + SchemaNormalization.toParsingForm(event.getSchema());
    }

    private static Stream<Entry> entries(Path release) {
        try {
            return Files.readAllLines(release.resolve("events.txt")).stream().map(line -> {
                String[] parts = line.split(" ", 3);
                return new Entry(
                        release.getFileName().toString(),
                        parts[0],
                        HexFormat.of().parseHex(parts[1]),
                        parts[2]);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
