package se.samordna.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samordna.cli.county.County;
import se.samordna.cli.county.CountyOrder;
import se.samordna.cli.county.Municipality;
import se.samordna.kit.intake.EventReader;
import se.samordna.kit.intake.Fault;
import se.samordna.kit.intake.Reading;
import se.samordna.kit.privacy.PseudonymKey;
import se.samordna.kit.privacy.Pseudonymizer;

class ReplayTest {
    private static final String REPORT =
            "{\"type\":\"ConcernReportReceived\",\"eventId\":\"6f0c0000-0000-4000-8000-000000000001\",\"childId\":\"0b540000-0000-4000-8000-000000000001\",\"municipality\":\"2380\",\"agency\":\"SOCIAL_SERVICES\",\"source\":\"urn:test\",\"occurredAt\":\"2026-01-10T09:00:00Z\",\"receivedAt\":\"%s\",\"ground\":\"OWN\",\"reportId\":\"r1\",\"reporterType\":\"SCHOOL\",\"reasons\":[\"VIOLENCE\"],\"feedbackRequested\":true}";

    @TempDir
    Path dir;

    private final List<String> told = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    private EventReader reader() {
        return new EventReader(Pseudonymizer.with(new PseudonymKey.KeyFile(dir.resolve("key.json"), true)));
    }

    @Test
    void without_ticks_the_clock_follows_what_is_received_and_records_carry_the_last_tick() throws Exception {
        replay(
                OptionalLong.empty(),
                REPORT.formatted("2026-01-10T09:00:02Z"),
                REPORT.formatted("2026-01-10T11:30:00Z"));

        assertThat(told)
                .containsExactly(
                        "tick 2026-01-10T09:00:00Z",
                        "event at 2026-01-10T09:00:00Z",
                        "tick 2026-01-10T10:00:00Z",
                        "tick 2026-01-10T11:00:00Z",
                        "event at 2026-01-10T11:00:00Z",
                        "tick 2026-01-10T11:30:00Z",
                        "settled");
    }

    @Test
    void a_file_with_ticks_goes_by_those_alone_and_lines_before_the_first_carry_it() throws Exception {
        replay(
                OptionalLong.empty(),
                REPORT.formatted("2026-01-10T09:00:02Z"),
                "",
                "{\"type\":\"Tick\",\"at\":\"2026-01-20T00:00:00Z\"}",
                REPORT.formatted("2026-03-10T09:00:02Z"));

        assertThat(told)
                .containsExactly(
                        "event at 2026-01-20T00:00:00Z",
                        "tick 2026-01-20T00:00:00Z",
                        "event at 2026-01-20T00:00:00Z",
                        "settled");
    }

    @Test
    void the_last_tick_may_be_told() throws Exception {
        replay(
                OptionalLong.of(Instant.parse("2026-02-01T00:00:00Z").toEpochMilli()),
                REPORT.formatted("2026-01-10T09:00:02Z"));

        assertThat(told)
                .containsExactly(
                        "tick 2026-01-10T09:00:00Z",
                        "event at 2026-01-10T09:00:00Z",
                        "tick 2026-02-01T00:00:00Z",
                        "settled");
    }

    @Test
    void bad_lines_are_named_and_the_rest_is_published() throws Exception {
        replay(
                OptionalLong.empty(),
                "{",
                REPORT.formatted("2026-01-10T09:00:02Z"),
                REPORT.formatted("2026-01-10T09:00:03Z").replace("2380", "9999"));

        assertThat(refused).containsExactly("1 $ malformed-json", "3 municipality unknown-kommunkod");
        assertThat(told).filteredOn(line -> line.startsWith("event")).hasSize(1);
    }

    @Test
    void every_line_of_a_made_up_county_is_fit_to_be_published() {
        CountyOrder order = new CountyOrder(
                List.of(new Municipality("2380", "Östersund", 600), new Municipality("2321", "Åre", 600)),
                12,
                LocalDate.of(2026, 7, 1),
                5,
                true);
        Replay replay = new Replay(reader(), new Told(), this::refuse, Duration.ofHours(1));
        replay.begin(OptionalLong.empty());

        long lines = new County(order).write((bytes, length) -> replay.line(bytes, length, "county", 0), day -> {});

        assertThat(refused).isEmpty();
        assertThat(replay.published()).isEqualTo(lines);
    }

    private void replay(OptionalLong until, String... lines) throws Exception {
        Path file = Files.write(dir.resolve("lines.jsonl"), List.of(lines), StandardCharsets.UTF_8);
        Replay replay = new Replay(reader(), new Told(), this::refuse, Duration.ofHours(1));
        new ReplayFiles(replay, reader(), 0, bytes -> {}).file(file);
        replay.end(until);
    }

    private void refuse(String file, long line, Fault fault) {
        refused.add(line + " " + fault.field() + " " + fault.code().wire());
    }

    /** Writes down what it is given. */
    private final class Told implements Sink {
        @Override
        public void event(Reading.Event event, long stamp) {
            told.add("event at " + Instant.ofEpochMilli(stamp));
        }

        @Override
        public void measurement(Reading.Measurement measurement, long stamp) {
            told.add("measurement");
        }

        @Override
        public void tick(Instant at) {
            told.add("tick " + at);
        }

        @Override
        public void settle() {
            told.add("settled");
        }
    }
}
