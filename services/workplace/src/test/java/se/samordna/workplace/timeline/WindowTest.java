package se.samordna.workplace.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samordna.workplace.query.Event;
import se.samordna.workplace.query.Freshness;
import se.samordna.workplace.timeline.Picture.Tick;
import se.samordna.workplace.timeline.Picture.Week;

/** From two weeks to three years, and earlier and later. */
class WindowTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final Instant NOW = Instant.parse("2026-06-22T08:00:00Z");
    private static final Freshness FRESH = new Freshness(Optional.of(NOW), false, List.of());

    @ParameterizedTest
    @CsvSource({
        "'', '', '', months=12",
        "2, '', '', weeks=2",
        "'', 1, '', months=1",
        "'', 36, 2025-03-01, months=36&from=2025-03-01"
    })
    void an_address_says_how_long_and_from_when(String weeks, String months, String from, String query) {
        assertThat(Window.of(weeks, months, from).orElseThrow().query()).isEqualTo(query);
    }

    @ParameterizedTest
    @CsvSource({
        "1, '', ''",
        "2, 3, ''",
        "'', 2, ''",
        "'', 7, ''",
        "'', x, ''",
        "'', 12, 2026-02-30",
        "'', 12, 1899-01-01",
        "'', 12, yesterday"
    })
    void what_is_none_of_ours_is_no_window(String weeks, String months, String from) {
        assertThat(Window.of(weeks, months, from)).isEmpty();
    }

    @Test
    void one_goes_back_in_its_own_steps_and_returns_to_now() {
        Window now = window("2", "");
        assertThat(now.begin(NOW, ZONE)).isEqualTo(day("2026-06-11"));
        assertThat(now.end(NOW, ZONE)).contains(day("2026-06-25"));
        assertThat(now.later(NOW, ZONE)).isEmpty();

        Window before = now.earlier(NOW, ZONE);
        assertThat(before.query()).isEqualTo("weeks=2&from=2026-05-28");
        assertThat(before.later(NOW, ZONE)).contains(now);
        Window first = before.earlier(NOW, ZONE);
        assertThat(first.later(NOW, ZONE)).contains(before);
        assertThat(first.with(Window.Length.YEAR).query()).isEqualTo("months=12&from=2026-05-14");
        assertThat(Window.of("2", "", "2026-06-23").orElseThrow().knownAt(NOW, ZONE))
                .as("of days to come")
                .isEqualTo(now);
    }

    @Test
    void two_weeks_have_a_line_for_each_day_and_its_name_over_it() {
        Picture picture = drawn(window("2", "2026-03-23"));

        assertThat(picture.ticks()).extracting(Tick::text).isEqualTo(days("2026-03-23", 14));
        assertThat(picture.ticks()).allMatch(tick -> tick.textX() > tick.x());
        assertThat(picture.ticks()).extracting(Tick::x).isSorted().startsWith(Span.LEFT);
        assertThat(picture.now()).as("it was long ago").isEmpty();
    }

    @Test
    void a_month_names_its_mondays_and_leaves_room_for_now() {
        Picture picture = drawn(Window.of("", "1", "").orElseThrow());

        assertThat(picture.ticks()).hasSize(31);
        assertThat(picture.ticks())
                .extracting(Tick::text)
                .filteredOn(text -> !text.isEmpty())
                .containsExactly("2026-06-01", "2026-06-08", "2026-06-15");
        assertThat(picture.now().orElseThrow().text()).isEqualTo("child.timeline.now 2026-06-22");
    }

    @Test
    void absence_is_told_by_the_day_where_days_can_be_told_apart() {
        Picture picture = drawn(
                window("2", "2026-03-23"),
                attendance("2026-03-22", 60),
                attendance("2026-03-24", 60),
                attendance("2026-03-24", 30),
                attendance("2026-04-05", 0),
                attendance("2026-04-06", 300));

        List<Week> band =
                picture.lanes().get(Drawing.AGENCIES.indexOf("SCHOOL")).weeks();
        assertThat(band)
                .extracting(Week::title)
                .containsExactly("child.absence.day 2026-03-24: 15 %", "child.absence.day 2026-04-05: 0 %");
        assertThat(band).allMatch(day -> day.width() > 60 && day.x() + day.width() <= Span.RIGHT);
    }

    private static Picture drawn(Window window, Event... events) {
        return new Drawing(ZONE, new PlainWords())
                .draw(List.of(events), List.of(), FRESH, NOW, window, "SOCIAL_SERVICES");
    }

    private static Window window(String weeks, String from) {
        return Window.of(weeks, "", from).orElseThrow();
    }

    private static List<String> days(String first, int many) {
        return IntStream.range(0, many)
                .mapToObj(LocalDate.parse(first)::plusDays)
                .map(LocalDate::toString)
                .toList();
    }

    private static Event attendance(String date, int absent) {
        return new Event(
                date,
                "AttendanceReported",
                "SCHOOL",
                Optional.of(day(date)),
                Map.of(
                        "date", List.of(date),
                        "isReported", List.of("true"),
                        "offeredMinutes", List.of("300"),
                        "validAbsenceMinutes", List.of("" + absent),
                        "invalidAbsenceMinutes", List.of("0")),
                false,
                false);
    }

    private static Instant day(String day) {
        return LocalDate.parse(day).atStartOfDay(ZONE).toInstant();
    }
}
