package se.samordna.cli.county;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SchoolYearTest {
    @Test
    void a_school_year_has_about_178_days() {
        long days = LocalDate.of(2025, 8, 1)
                .datesUntil(LocalDate.of(2026, 7, 1))
                .filter(SchoolYear::isSchoolDay)
                .count();

        assertThat(days).isBetween(174L, 182L);
    }

    @Test
    void weekends_holidays_and_breaks_are_free() {
        assertThat(SchoolYear.isSchoolDay(LocalDate.of(2026, 4, 3)))
                .as("Good Friday")
                .isFalse();
        assertThat(SchoolYear.isSchoolDay(LocalDate.of(2026, 3, 4)))
                .as("winter break")
                .isFalse();
        assertThat(SchoolYear.isSchoolDay(LocalDate.of(2026, 5, 14)))
                .as("Ascension")
                .isFalse();
        assertThat(SchoolYear.isSchoolDay(LocalDate.of(2026, 7, 15)))
                .as("summer")
                .isFalse();
        assertThat(SchoolYear.isSchoolDay(LocalDate.of(2026, 9, 12)))
                .as("Saturday")
                .isFalse();
        assertThat(SchoolYear.isSchoolDay(LocalDate.of(2026, 9, 14)))
                .as("Monday")
                .isTrue();
    }
}
