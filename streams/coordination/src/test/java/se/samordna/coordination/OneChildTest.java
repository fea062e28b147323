package se.samordna.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.samordna.alerts.Alert;
import se.samordna.alerts.Disclosure;
import se.samordna.contributions.AlertTimeliness;
import se.samordna.events.Agency;

/**
 * One child through two months: a report without an assessment, the fourteen days passed, a police incident with a report
 * within a day, an investigation and an absence inquiry without a plan, and absence that rises.
 */
class OneChildTest {

    private final County county = new County();

    @AfterEach
    void close() {
        county.close();
    }

    @Test
    void each_recipient_is_told_what_it_may_know_and_nothing_else() {
        OneChild.lives(county);

        assertThat(county.alerts(Agency.SOCIAL_SERVICES)).containsExactlyInAnyOrderElementsOf(OneChild.TO_SOCIAL);
        assertThat(county.alerts(Agency.SCHOOL)).containsExactlyElementsOf(OneChild.TO_SCHOOL);
        assertThat(county.alerts(Agency.REGION)).containsExactlyElementsOf(OneChild.TO_REGION);
        assertThat(county.alerts(Agency.POLICE)).containsExactlyElementsOf(OneChild.TO_POLICE);
        assertThat(county.dead()).isEmpty();
    }

    @Test
    void a_restart_after_every_line_changes_nothing() {
        OneChild.lives(county, County::restart);

        assertThat(county.alerts(Agency.SOCIAL_SERVICES)).containsExactlyInAnyOrderElementsOf(OneChild.TO_SOCIAL);
        assertThat(county.alerts(Agency.SCHOOL)).containsExactlyElementsOf(OneChild.TO_SCHOOL);
        assertThat(county.alerts(Agency.REGION)).containsExactlyElementsOf(OneChild.TO_REGION);
        assertThat(county.alerts(Agency.POLICE)).containsExactlyElementsOf(OneChild.TO_POLICE);
    }

    @Test
    void every_telling_has_its_entry_in_the_ledger_and_nothing_else_has() {
        OneChild.lives(county);

        assertThat(county.disclosed()).hasSameSizeAs(county.told());
        for (int i = 0; i < county.told().size(); i++) {
            Disclosure entry = (Disclosure) county.disclosed().get(i);
            AlertLine line = AlertLine.of(county.told().get(i).record());
            assertThat(entry.getAlertId()).isEqualTo(line.alertId());
            assertThat(entry.getRecipient()).isEqualTo(county.told().get(i).recipient());
            assertThat(county.told().get(i).key()).isEqualTo(line.childId() + "/" + line.alertId());
        }
    }

    @Test
    void a_second_telling_of_the_same_events_tells_nothing() {
        OneChild.lives(county);
        int told = county.told().size();

        OneChild.events().forEach(county::send);

        assertThat(county.told()).hasSize(told);
        assertThat(county.dead()).isEmpty();
    }

    @Test
    void the_words_of_an_alert_are_told_with_it() {
        OneChild.lives(county);

        Alert first = county.told().stream()
                .map(County.Told::record)
                .filter(Alert.class::isInstance)
                .map(Alert.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(first.getRuleId()).isEqualTo("R01");
        assertThat(first.getSentence().getSv()).isNotBlank();
        assertThat(first.getBasis()).contains("SoL");
        assertThat(first.getEvidence().getFirst().getType()).isEqualTo("ConcernReportReceived");
    }

    @Test
    void indicators_are_told_of_each_alert_once_and_again_when_it_is_answered_in_time() {
        OneChild.lives(county, County::restart);

        assertThat(county.contributed().stream()
                        .map(AlertTimeliness.class::cast)
                        .map(told -> "%s %s due %s %s%s"
                                .formatted(
                                        told.getRuleId(),
                                        told.getMunicipality(),
                                        told.getDueAt(),
                                        told.getInTime(),
                                        told.getWithdrawn() ? " withdrawn" : "")))
                .containsExactly(
                        "R01 2380 due 2026-01-12T23:00:00Z false",
                        "R02 2380 due 2026-01-26T23:00:00Z false",
                        "R09 2380 due 2026-02-11T23:00:00Z false",
                        "R01 2380 due 2026-02-04T23:00:00Z true",
                        "R06 2380 due 2026-02-05T07:30:00Z false",
                        "R09 2380 due 2026-02-11T23:00:00Z true",
                        "R07 2380 due 2026-03-02T23:00:00Z false");
    }

    @Test
    void the_feeds_say_how_fresh_each_agency_is_and_nothing_of_the_child() {
        OneChild.lives(county);

        assertThat(county.feeds()).containsOnlyKeys("2380/police/0", "2380/school/0", "2380/social-services/0");
        assertThat(county.feeds().get("2380/police/0"))
                .isEqualTo(new se.samordna.platform.Feed("2380", Agency.POLICE, Instant.parse("2026-02-03T21:00:00Z")));
    }

    @Test
    void what_was_received_before_1970_is_taken_like_any_other_and_stops_nothing() {
        var old = OneChild.day(LocalDate.of(1969, 12, 30), 0, 12);
        old.getHeader().setReceivedAt(Instant.parse("1969-12-31T12:00:00Z"));
        county.tick("2026-01-12T18:00:00Z");

        county.send(old);
        county.send(OneChild.day(LocalDate.of(2026, 1, 12), 0, 10));

        assertThat(county.dead()).isEmpty();
        assertThat(county.feeds().keySet()).containsExactly("2380/school/0");
    }

    @Test
    void a_school_day_more_costs_one_entry_of_its_week_in_the_changelog() {
        county.tick("2026-01-12T18:00:00Z");
        county.send(OneChild.day(LocalDate.of(2026, 1, 12), 0, 10));
        county.tick("2026-01-12T19:00:00Z");
        county.changelog("child");
        county.tick("2026-01-13T18:00:00Z");
        county.send(OneChild.day(LocalDate.of(2026, 1, 13), 0, 11));

        assertThat(county.changelog("child")).as("the clock and the week").containsExactly("C", "A");

        county.tick("2026-01-13T19:00:00Z");
        assertThat(county.changelog("child"))
                .as("the line comes into force and nothing else")
                .containsExactly("C");
    }
}
