package se.samordna.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.samordna.schemas.EventType;
import se.samordna.schemas.EventTypes;

/** An event in its store says only what its key and its letterhead do not. */
class ShortEntriesTest {

    private static final Path GOLDEN = Path.of("src/test/golden/0.1.0/short-events.txt");

    private final KeyValueStore<Bytes, byte[]> store =
            HeapChildStore.named("child").get();
    private final EventBytes events = new EventBytes(new StateSchemas());

    /** One line: type, letterhead, entry under the first number. */
    record Line(String type, byte[] letterhead, byte[] entry) {
        static Line of(String line) {
            String[] parts = line.split(" ");
            return new Line(
                    parts[0], HexFormat.of().parseHex(parts[1]), HexFormat.of().parseHex(parts[2]));
        }

        @Override
        public String toString() {
            return type;
        }
    }

    static Stream<Line> everyType() throws IOException {
        return Files.readAllLines(GOLDEN).stream().map(Line::of);
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void an_entry_of_a_release_is_read_and_written_as_it_was(Line line) {
        SpecificRecord event = Sample.of(EventTypes.named(line.type).orElseThrow());

        byte[] written = events.write(event, false, new Letterheads(store));

        assertThat(written).isEqualTo(line.entry);
        assertThat(store.get(ChildKeys.letterhead(0))).isEqualTo(line.letterhead);
        assertThat(read(event, line.entry)).isEqualTo(event);
        assertThat(EventBytes.disputed(line.entry)).isFalse();
    }

    @Test
    void every_type_has_its_line() throws IOException {
        assertThat(everyType().map(Line::type))
                .containsExactlyElementsOf(
                        EventTypes.all().stream().map(EventType::name).toList());
    }

    @Test
    void neither_ids_nor_source_nor_municipality_are_said_again() {
        SpecificRecord report = Wire.report();
        byte[] whole = events.writeWhole(report, false);

        byte[] entry = events.write(report, false, new Letterheads(store));

        String text = new String(entry, StandardCharsets.ISO_8859_1);
        assertThat(new String(whole, StandardCharsets.ISO_8859_1)).contains("2380", "urn:");
        assertThat(text).doesNotContain("2380", "urn:", Wire.CHILD.toString());
        assertThat(entry.length).isLessThan(whole.length - 2 * 37 - 8);
    }

    @Test
    void a_dispute_is_a_flag_of_the_same_entry() {
        SpecificRecord report = Wire.report();
        Letterheads letterheads = new Letterheads(store);

        byte[] disputed = events.write(report, true, letterheads);

        assertThat(EventBytes.disputed(disputed)).isTrue();
        assertThat(EventBytes.flagged(disputed, false)).isEqualTo(events.write(report, false, letterheads));
        assertThat(EventBytes.flagged(EventBytes.flagged(disputed, false), true))
                .isEqualTo(disputed);
        assertThat(read(report, disputed)).isEqualTo(report);
    }

    @Test
    void who_restarts_goes_on_with_the_numbers_that_are_saved() {
        Letterheads before = new Letterheads(store);
        for (int i = 0; i < 300; i++) {
            assertThat(before.number(letterhead(i))).hasValue(i);
        }

        Letterheads after = new Letterheads(store);

        assertThat(after.number(letterhead(299))).hasValue(299);
        assertThat(after.number(letterhead(0))).hasValue(0);
        assertThat(after.number(letterhead(300))).hasValue(300);
        assertThat(after.get(200)).isEqualTo(letterhead(200));
    }

    @Test
    void beyond_the_last_number_an_entry_says_all_itself() {
        Letterheads full = new Letterheads(store);
        for (int i = 0; i < Letterheads.MOST; i++) {
            full.number(letterhead(i));
        }
        SpecificRecord report = Wire.report();

        byte[] entry = events.write(report, true, full);

        assertThat(entry).isEqualTo(events.writeWhole(report, true));
        assertThat(read(report, entry)).isEqualTo(report);
        assertThat(full.number(letterhead(Letterheads.MOST - 1))).hasValue(Letterheads.MOST - 1);
    }

    @Test
    void under_a_long_source_an_entry_says_all_itself() {
        SpecificRecord report = Wire.report();
        EventTypes.header(report).setSource("urn:" + "x".repeat(Letterheads.LONGEST));

        byte[] entry = events.write(report, false, new Letterheads(store));

        assertThat(entry).isEqualTo(events.writeWhole(report, false));
        assertThat(store.get(ChildKeys.letterhead(0))).isNull();
        assertThat(read(report, entry)).isEqualTo(report);
    }

    @Test
    void numbers_of_two_and_three_bytes_are_read_as_written() {
        Letterheads many = new Letterheads(store);
        SpecificRecord report = Wire.report();
        for (int number : List.of(127, 128, 9_999)) {
            Letterheads filled = new Letterheads(HeapChildStore.named("child").get());
            for (int i = 0; i < number; i++) {
                filled.number(letterhead(i));
            }
            byte[] entry = events.write(report, false, filled);

            assertThat(read(report, entry, filled)).as("number %d", number).isEqualTo(report);
        }
        assertThat(many.number(letterhead(7))).hasValue(0);
    }

    @Test
    void a_history_for_another_store_takes_events_whole() {
        SpecificRecord report = Wire.report();
        UUID id = EventTypes.header(report).getEventId();
        Letterheads letterheads = new Letterheads(store);
        byte[] entry = events.write(report, true, letterheads);

        byte[] fromShort = PartBytes.write(
                Map.of(ChildKeys.event(Wire.CHILD, id), entry), Optional.empty(), dictionary(report, letterheads));

        assertThat(fromShort)
                .isEqualTo(PartBytes.write(
                        Map.of(ChildKeys.event(Wire.CHILD, id), events.writeWhole(report, true)),
                        Optional.empty(),
                        dictionary(report, letterheads)));
    }

    private SpecificRecord read(SpecificRecord like, byte[] entry) {
        return read(like, entry, new Letterheads(store));
    }

    private SpecificRecord read(SpecificRecord like, byte[] entry, Letterheads letterheads) {
        return events.read(
                EventTypes.header(like).getChildId(),
                EventTypes.header(like).getEventId(),
                entry,
                dictionary(like, letterheads));
    }

    private static Dictionary dictionary(SpecificRecord event, Letterheads letterheads) {
        return new Dictionary() {
            @Override
            public byte[] schema(long fingerprint) {
                return StateSchemas.text(event);
            }

            @Override
            public byte[] letterhead(int number) {
                return letterheads.get(number);
            }
        };
    }

    private static byte[] letterhead(int i) {
        return ("letterhead " + i).getBytes(StandardCharsets.US_ASCII);
    }
}
