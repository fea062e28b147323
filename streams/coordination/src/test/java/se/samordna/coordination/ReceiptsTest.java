package se.samordna.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.samordna.events.AttendanceReported;
import se.samordna.events.EventHeader;
import se.samordna.schemas.Agencies;
import se.samordna.schemas.EventTypes;

/** Each event of an agency is accounted for once, in the day and month it was first received, and nothing else is. */
class ReceiptsTest {

    private static final ZoneId LOCAL = ZoneId.of("Europe/Stockholm");

    private final County county = new County();

    @AfterEach
    void close() {
        county.close();
    }

    @Test
    void every_event_of_two_months_is_accounted_for_once_also_with_a_restart_after_every_line() {
        OneChild.lives(county, County::restart);

        assertThat(county.receipts()).isEqualTo(counted());
    }

    @Test
    void a_second_replay_soon_or_a_year_later_adds_nothing() {
        OneChild.lives(county);
        OneChild.events().forEach(county::send);
        county.tick("2026-08-01T12:00:00Z");
        OneChild.events().forEach(county::send);
        county.tick("2027-08-01T12:00:00Z");

        assertThat(county.receipts()).isEqualTo(counted());
        assertThat(county.dead()).isEmpty();
    }

    @Test
    void numbers_are_told_soon_where_no_tick_comes_and_never_twice() {
        county.tick("2026-01-12T12:00:00Z");
        county.send(line(12, "2026-01-12", "2026-01-12T14:00:00Z"));
        assertThat(county.receipts()).isEmpty();

        county.passes(Duration.ofSeconds(1));
        assertThat(county.receipts()).isEqualTo(receipts("2026-01-12", 1));
        county.receipts().clear();
        county.restart().passes(Duration.ofSeconds(1));
        county.tick("2026-01-12T18:00:00Z");
        assertThat(county.receipts()).isEmpty();
    }

    @Test
    void an_earlier_copy_moves_it_to_its_day_and_a_copy_in_conflict_is_none() {
        county.tick("2026-02-02T12:00:00Z");
        county.send(line(12, "2026-01-30", "2026-02-01T14:00:00Z"));
        county.send(line(12, "2026-01-30", "2026-01-30T14:00:00Z"));
        AttendanceReported other = line(12, "2026-01-30", "2026-02-02T08:00:00Z");
        other.setInvalidAbsenceMinutes(10);
        county.send(other);
        county.tick("2026-02-02T18:00:00Z");

        assertThat(county.receipts()).isEqualTo(receipts("2026-01-30", 1));
        assertThat(county.dead()).hasSize(1);
    }

    @Test
    void a_line_too_late_for_alerts_is_accounted_for_once_as_long_as_anyone_can_tell() {
        county.tick("2026-06-01T12:00:00Z");
        AttendanceReported forty = line(12, "2026-04-20", "2026-06-01T08:00:00Z");
        AttendanceReported hundred = line(13, "2026-01-12", "2026-06-01T09:00:00Z");
        county.send(forty).send(hundred).restart().send(forty).send(hundred);
        county.tick("2026-06-09T12:00:00Z").send(forty).send(hundred);
        county.tick("2026-06-30T12:00:00Z").restart().send(forty).send(hundred);
        county.tick("2026-12-30T12:00:00Z").restart().send(forty).send(hundred);
        county.tick("2026-12-30T18:00:00Z");

        assertThat(county.receipts()).isEqualTo(receipts("2026-06-01", 2));
        assertThat(county.entries("receipts"))
                .as("the two numbers, and no id any more")
                .hasSize(2);
    }

    private static AttendanceReported line(int id, String day, String received) {
        AttendanceReported line = OneChild.day(LocalDate.parse(day), 0, id);
        EventHeader header = line.getHeader();
        header.setReceivedAt(Instant.parse(received));
        return line;
    }

    private static Map<String, Long> receipts(String day, long school) {
        return new TreeMap<>(
                Map.of("school/" + day + "//0", school, "school/" + day.substring(0, 7) + "/2380/0", school));
    }

    /** Counted from the events as they were sent. */
    private static Map<String, Long> counted() {
        Map<String, Long> counted = new TreeMap<>();
        for (SpecificRecord event : OneChild.events()) {
            EventHeader header = EventTypes.header(event);
            String day = header.getReceivedAt().atZone(LOCAL).toLocalDate().toString();
            String agency = Agencies.wireName(header.getAgency());
            counted.merge(agency + "/" + day + "//0", 1L, Long::sum);
            counted.merge(agency + "/" + day.substring(0, 7) + "/2380/0", 1L, Long::sum);
        }
        return counted;
    }
}
