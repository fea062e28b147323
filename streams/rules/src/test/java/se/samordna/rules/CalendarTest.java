package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalendarTest {

    @Test
    void days_are_23_and_25_hours_when_the_clocks_change() {
        assertThat(length("2026-03-29")).isEqualTo(Duration.ofHours(23));
        assertThat(length("2026-10-25")).isEqualTo(Duration.ofHours(25));
        assertThat(length("2026-01-12")).isEqualTo(Duration.ofHours(24));
        assertThat(Calendar.start(LocalDate.of(2026, 3, 30))).isEqualTo(Instant.parse("2026-03-29T22:00:00Z"));
        assertThat(Calendar.day(Instant.parse("2026-03-29T21:59:59.999Z"))).isEqualTo(LocalDate.of(2026, 3, 29));
        assertThat(Calendar.day(Instant.parse("2026-03-29T22:00:00Z"))).isEqualTo(LocalDate.of(2026, 3, 30));
    }

    private static Duration length(String day) {
        return Duration.between(Calendar.start(LocalDate.parse(day)), Calendar.end(LocalDate.parse(day)));
    }

    @Test
    void starts_far_from_today_are_right_too() {
        assertThat(Calendar.start(LocalDate.of(1950, 1, 1))).isEqualTo(Instant.parse("1949-12-31T23:00:00Z"));
        assertThat(Calendar.start(LocalDate.of(2150, 7, 1))).isEqualTo(Instant.parse("2150-06-30T22:00:00Z"));
    }

    @Test
    void easter_of_the_almanac() {
        assertThat(IntStream.of(1954, 1981, 2024, 2025, 2026, 2027, 2038, 2049, 2076, 2285)
                        .mapToObj(Calendar::easter))
                .containsExactly(
                        LocalDate.of(1954, 4, 18), // these would be a week later, but for the last correction
                        LocalDate.of(1981, 4, 19),
                        LocalDate.of(2024, 3, 31),
                        LocalDate.of(2025, 4, 20),
                        LocalDate.of(2026, 4, 5),
                        LocalDate.of(2027, 3, 28),
                        LocalDate.of(2038, 4, 25),
                        LocalDate.of(2049, 4, 18),
                        LocalDate.of(2076, 4, 19),
                        LocalDate.of(2285, 3, 22));
    }

    @Test
    void the_free_weekdays_of_2026_and_nothing_else() {
        assertThat(LocalDate.of(2026, 1, 1)
                        .datesUntil(LocalDate.of(2027, 1, 1))
                        .filter(d -> d.getDayOfWeek().getValue() <= 5 && !Calendar.isWorkingDay(d))
                        .map(LocalDate::toString))
                .containsExactly(
                        "2026-01-01",
                        "2026-01-06",
                        "2026-04-03",
                        "2026-04-06",
                        "2026-05-01",
                        "2026-05-14",
                        "2026-06-19",
                        "2026-12-24",
                        "2026-12-25",
                        "2026-12-31");
    }

    @Test
    void midsummer_eve_is_the_friday_from_the_19th_through_the_25th() {
        assertThat(Calendar.isWorkingDay(LocalDate.of(2026, 6, 19))).isFalse();
        assertThat(Calendar.isWorkingDay(LocalDate.of(2026, 6, 26))).isTrue();
        assertThat(Calendar.isWorkingDay(LocalDate.of(2027, 6, 18))).isTrue();
        assertThat(Calendar.isWorkingDay(LocalDate.of(2027, 6, 25))).isFalse();
    }

    @Test
    void the_fifth_working_day_over_christmas() {
        assertThat(Calendar.workingDayAfter(LocalDate.of(2025, 12, 22), 5)).isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(Calendar.workingDayAfter(LocalDate.of(2026, 6, 18), 1)).isEqualTo(LocalDate.of(2026, 6, 22));
    }

    @Test
    void a_week_may_be_forgotten_a_hundred_days_after_its_sunday() {
        LocalDate sunday = LocalDate.of(2026, 1, 18);
        Instant due = Calendar.plusDays(Calendar.end(sunday), 100);
        assertThat(Memory.COORDINATION.lastForgettableSunday(due.toEpochMilli()))
                .isEqualTo((int) sunday.toEpochDay());
        assertThat(Memory.COORDINATION.lastForgettableSunday(due.toEpochMilli() - 1))
                .isEqualTo((int) sunday.toEpochDay() - 7);
    }
}
