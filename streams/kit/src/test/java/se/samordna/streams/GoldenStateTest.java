package se.samordna.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.samordna.rules.Crossing;
import se.samordna.rules.CrossingBytes;
import se.samordna.rules.Held;
import se.samordna.rules.HistoryOf;
import se.samordna.rules.SiblingTold;
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

        SpecificRecord read =
                events.readWhole(entry.bytes(), _ -> entry.schema().getBytes(StandardCharsets.UTF_8));

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
                .forEach(e -> assertThat(events.writeWhole(
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
    void the_key_of_what_another_child_told_stays_where_it_is() {
        Crossing.Key told = new Crossing.Key(Crossing.Kind.HISTORY, OTHER);
        assertThat(hex(ChildKeys.crossing(Wire.CHILD, told).get()))
                .isEqualTo("0b540000000040008000000000000001" + "58" + "02" + "6f0c00000000400080000000000000aa");
        assertThat(ChildKeys.crossing(ChildKeys.crossing(Wire.CHILD, told))).isEqualTo(told);
    }

    @Test
    void the_history_of_a_merged_child_is_read_by_the_schemas_it_brings() throws IOException {
        EventBytes events = new EventBytes(new StateSchemas());
        SpecificRecord report = Wire.report();
        Map<Bytes, byte[]> entries = new TreeMap<>();
        UUID id = EventTypes.header(report).getEventId();
        entries.put(ChildKeys.event(Wire.CHILD, id), events.writeWhole(report, true));
        SiblingTold sibling = new SiblingTold(OTHER, List.of(), List.of(), List.of());
        entries.put(ChildKeys.crossing(Wire.CHILD, sibling.key()), CrossingBytes.write(sibling, 0));
        entries.put(ChildKeys.head(Wire.CHILD), new byte[] {7});
        Map<UUID, byte[]> parts = Map.of(Wire.CHILD, PartBytes.write(entries, Optional.empty(), new Saved(report)));
        byte[] entry = HistoryBytes.write(parts, 0);

        assertThat(hex(entry))
                .isEqualTo(Files.readString(GOLDEN.resolve("0.1.0/history.txt")).strip());
        assertThat(hex(HistoryBytes.write(parts, 7)))
                .isEqualTo("02" + "0000000000000007" + hex(entry).substring(2));
        assertThat(HistoryBytes.number(entry)).isZero();
        assertThat(HistoryBytes.number(HistoryBytes.write(parts, 7))).isEqualTo(7);
        assertThat(HistoryBytes.read(HistoryBytes.write(parts, 7)))
                .usingRecursiveComparison()
                .isEqualTo(parts);
        HistoryOf history = HistoryBytes.history(OTHER, HistoryBytes.read(entry), new PartBytes(events, new Signals()));
        HistoryOf.Part part = history.parts().getFirst();
        assertThat(part.childId()).isEqualTo(Wire.CHILD);
        assertThat(part.events())
                .containsExactly(new Held(new Signals().event(report).orElseThrow(), true));
        assertThat(part.siblings()).containsExactly(sibling);
        assertThat(part.weeks()).isEmpty();
    }

    @Test
    void what_an_application_remembers_of_forgotten_days_goes_with_the_history() {
        byte[] part = PartBytes.write(Map.of(), Optional.of(new byte[] {1, 2}), new Saved(Wire.report()));

        assertThat(hex(part)).isEqualTo("01" + "00000000" + "00000001" + "46" + "00000002" + "0102");
        PartBytes reader = new PartBytes(new EventBytes(new StateSchemas()), new Signals());
        assertThat(reader.read(Wire.CHILD, part).forgotten()).contains(new byte[] {1, 2});
        byte[] none = PartBytes.write(Map.of(), Optional.empty(), new Saved(Wire.report()));
        assertThat(reader.read(Wire.CHILD, none).forgotten()).isEmpty();
    }

    @Test
    void the_flag_of_a_dispute_is_the_second_byte() {
        byte[] entry = new EventBytes(new StateSchemas()).writeWhole(Wire.report(), true);

        assertThat(EventBytes.disputed(entry)).isTrue();
        assertThat(EventBytes.flagged(entry, false))
                .isEqualTo(new EventBytes(new StateSchemas()).writeWhole(Wire.report(), false));
    }

    /** The schema of an event, and no letterhead: its entry is whole. */
    private record Saved(SpecificRecord event) implements Dictionary {
        @Override
        public byte[] schema(long fingerprint) {
            return StateSchemas.text(event);
        }

        @Override
        public byte[] letterhead(int number) {
            throw new AssertionError("asked for letterhead " + number);
        }
    }

    /** A line as {@code everyReleasedEntry} reads it; to be added for a new release, never changed. */
    static String line(EventType type) {
        SpecificRecord event = Sample.of(type);
        return type.name() + " " + hex(new EventBytes(new StateSchemas()).writeWhole(event, false)) + " "
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
