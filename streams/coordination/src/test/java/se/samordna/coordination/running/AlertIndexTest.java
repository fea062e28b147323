package se.samordna.coordination.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.samordna.alerts.Alert;
import se.samordna.alerts.AlertNotice;
import se.samordna.alerts.AlertStatus;
import se.samordna.alerts.Sentence;
import se.samordna.alerts.Severity;
import se.samordna.coordination.AlertLine;
import se.samordna.events.Agency;

/** The police have three notices, due on the fifth, the sixth and the seventh of March. */
class AlertIndexTest {

    private static final UUID CHILD = new UUID(1, 1);
    private static final Instant TOLD = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant FIFTH = Instant.parse("2026-03-05T22:59:59.999Z");
    private static final Instant SIXTH = Instant.parse("2026-03-06T22:59:59.999Z");
    private static final Instant SEVENTH = Instant.parse("2026-03-07T22:59:59.999Z");

    private final AlertIndex index = new AlertIndex();

    @BeforeEach
    void three_notices() {
        List.of(SEVENTH, FIFTH, SIXTH).forEach(due -> index.take(notice(due), TOLD));
    }

    @Test
    void what_is_due_by_an_instant_is_due_before_it_or_then() {
        assertThat(due(Optional.empty(), Optional.of(SIXTH))).containsExactly(FIFTH, SIXTH);
    }

    @Test
    void what_is_due_after_an_instant_is_not_due_then() {
        assertThat(due(Optional.of(FIFTH), Optional.empty())).containsExactly(SIXTH, SEVENTH);
    }

    @Test
    void between_the_two_lies_what_comes_next_and_nothing_else() {
        assertThat(due(Optional.of(FIFTH), Optional.of(SIXTH))).containsExactly(SIXTH);
        assertThat(due(Optional.of(SEVENTH), Optional.of(FIFTH))).isEmpty();
        assertThat(due(Optional.empty(), Optional.empty())).containsExactly(FIFTH, SIXTH, SEVENTH);
    }

    @Test
    void of_several_municipalities_they_stand_in_one_order_and_each_says_where_it_is() {
        index.take(alert(SIXTH, "2380", 1), TOLD);
        index.take(alert(FIFTH, "2313", 1), TOLD);
        index.take(alert(SEVENTH, "2313", 3), TOLD.plusSeconds(60));
        index.take(alert(SEVENTH.plusSeconds(1), "1265", 3), TOLD);

        AlertIndex.Page both = index.page(wanted("social-services", Set.of("2313", "2380")), 1, 10, TOLD, TOLD);

        assertThat(both.lines()).extracting(AlertLine::dueAt).containsExactly(SEVENTH, FIFTH, SIXTH);
        assertThat(both.filed())
                .containsExactly(entry(id(SEVENTH), "2313"), entry(id(FIFTH), "2313"), entry(id(SIXTH), "2380"));
        assertThat(List.of(both.total(), both.changed())).containsExactly(3, 1);
        assertThat(both.levels()).isEqualTo(Map.of(1, 2, 3, 1));

        AlertIndex.Page second = index.page(wanted("social-services", Set.of("2313", "2380")), 2, 2, TOLD, TOLD);
        assertThat(second.filed()).containsExactly(entry(id(SIXTH), "2380"));
        assertThat(second.total()).isEqualTo(3);
        assertThat(due(wanted("social-services", Set.of("2380")))).containsExactly(SIXTH);
        assertThat(due(wanted("social-services", Set.of("2303")))).isEmpty();
    }

    @Test
    void a_notice_is_where_its_alert_is_and_one_whose_alert_is_not_known_is_in_no_municipality() {
        index.take(alert(SIXTH, "2380", 2), TOLD);
        index.take(alert(FIFTH, "2313", 2), TOLD);

        AlertIndex.Page polices = index.page(wanted("police", Set.of("2313", "2380")), 1, 10, TOLD, TOLD);

        assertThat(polices.filed()).containsExactly(entry(id(FIFTH), "2313"), entry(id(SIXTH), "2380"));
        assertThat(polices.lines()).hasOnlyElementsOfType(AlertLine.Notice.class);
    }

    @Test
    void what_an_agency_is_asked_stands_before_the_alerts_of_its_own_but_not_before_one_that_is_overdue() {
        index.take(alert(SEVENTH.plusSeconds(1), "2380", 1), TOLD);
        Alert own = alert(SEVENTH.plusSeconds(1), "2380", 2);
        own.setRecipient(Agency.POLICE);
        index.take(own, TOLD);
        index.take(alert(FIFTH, "2380", 1), TOLD);
        AlertIndex.Wanted polices = wanted("police", Set.of("2380"));

        assertThat(dues(polices, FIFTH)).containsExactly(FIFTH, SEVENTH.plusSeconds(1));
        index.take(overdue(own), TOLD);
        assertThat(dues(polices, FIFTH)).containsExactly(SEVENTH.plusSeconds(1), FIFTH);
        assertThat(dues(polices, SIXTH)).as("overdue, both").containsExactly(FIFTH, SEVENTH.plusSeconds(1));
    }

    @Test
    void what_an_agency_is_asked_and_what_is_of_its_own_can_each_be_listed_by_itself() {
        index.take(alert(SEVENTH.plusSeconds(1), "", 1), TOLD);
        Alert own = alert(SEVENTH.plusSeconds(1), "", 2);
        own.setRecipient(Agency.POLICE);
        index.take(own, TOLD);

        assertThat(dues(wanted("police", AlertIndex.Kind.NOTICE), TOLD)).containsExactly(FIFTH, SIXTH, SEVENTH);
        assertThat(dues(wanted("police", AlertIndex.Kind.FULL), TOLD)).containsExactly(SEVENTH.plusSeconds(1));
    }

    @Test
    void what_is_grave_and_due_within_a_day_stands_with_the_worst_and_before_what_is_urgent_and_can_wait() {
        Instant sixthAtNoon = SIXTH.minusSeconds(43_200);
        index.take(alert(SEVENTH.plusSeconds(4), "2380", 2), TOLD);
        index.take(grave(SIXTH.plusSeconds(43_200), 1), TOLD);
        index.take(grave(SEVENTH.plusSeconds(1), 1), TOLD);
        index.take(alert(SEVENTH.plusSeconds(3), "2380", 3), TOLD);
        AlertIndex.Wanted social = wanted("social-services", Set.of("2380"));

        assertThat(dues(social, sixthAtNoon))
                .containsExactly(
                        SIXTH.plusSeconds(43_200),
                        SEVENTH.plusSeconds(3),
                        SEVENTH.plusSeconds(4),
                        SEVENTH.plusSeconds(1));
        assertThat(dues(social, sixthAtNoon.minusSeconds(1)))
                .as("due in more than a day, it stands where its level says")
                .startsWith(SEVENTH.plusSeconds(3), SEVENTH.plusSeconds(4));
        assertThat(dues(social, SEVENTH)).startsWith(SIXTH.plusSeconds(43_200), SEVENTH.plusSeconds(1));
    }

    @Test
    void of_what_is_overdue_the_gravest_stands_first_and_then_what_has_been_so_longest() {
        index.take(overdue(alert(FIFTH.minusSeconds(2), "2380", 3)), TOLD);
        index.take(overdue(grave(FIFTH, 3)), TOLD);
        index.take(overdue(alert(FIFTH.minusSeconds(3), "2380", 3)), TOLD);
        index.take(overdue(grave(FIFTH.minusSeconds(1), 3)), TOLD);
        index.take(grave(SEVENTH, 3), TOLD);
        AlertIndex.Wanted social = wanted("social-services", Set.of("2380"));

        assertThat(dues(social, SIXTH))
                .containsExactly(FIFTH.minusSeconds(1), FIFTH, FIFTH.minusSeconds(3), FIFTH.minusSeconds(2), SEVENTH);
        assertThat(index.page(social, 2, 2, TOLD, SIXTH).lines())
                .extracting(AlertLine::dueAt)
                .as("a page goes on where the one before it ended")
                .containsExactly(FIFTH.minusSeconds(3), FIFTH.minusSeconds(2));
    }

    @Test
    void what_is_over_stands_below_all_that_is_live_and_the_latest_of_it_first() {
        index.take(ended(FIFTH), TOLD.plusSeconds(1));
        index.take(ended(SIXTH), TOLD.plusSeconds(3));
        index.take(ended(SEVENTH), TOLD.plusSeconds(2));
        index.take(alert(SEVENTH.plusSeconds(1), "2380", 1), TOLD);

        assertThat(dues(wanted("social-services", Set.of("2380")), TOLD))
                .containsExactly(SEVENTH.plusSeconds(1), SIXTH, SEVENTH, FIFTH);
    }

    private List<Instant> dues(AlertIndex.Wanted wanted, Instant now) {
        return index.page(wanted, 1, 10, TOLD, now).lines().stream()
                .map(AlertLine::dueAt)
                .toList();
    }

    private List<Instant> due(Optional<Instant> after, Optional<Instant> by) {
        return due(wanted("police", Set.of(""), after, by));
    }

    private List<Instant> due(AlertIndex.Wanted wanted) {
        return index.page(wanted, 1, 10, TOLD, TOLD).lines().stream()
                .map(AlertLine::dueAt)
                .toList();
    }

    private static AlertIndex.Wanted wanted(String recipient, Set<String> municipalities) {
        return wanted(recipient, municipalities, Optional.empty(), Optional.empty());
    }

    private static AlertIndex.Wanted wanted(
            String recipient, Set<String> municipalities, Optional<Instant> after, Optional<Instant> by) {
        return wanted(recipient, municipalities, AlertIndex.Kind.ALL, after, by);
    }

    private static AlertIndex.Wanted wanted(String recipient, AlertIndex.Kind kind) {
        return wanted(recipient, Set.of(""), kind, Optional.empty(), Optional.empty());
    }

    private static AlertIndex.Wanted wanted(
            String recipient,
            Set<String> municipalities,
            AlertIndex.Kind kind,
            Optional<Instant> after,
            Optional<Instant> by) {
        return new AlertIndex.Wanted(
                recipient,
                municipalities,
                Set.of(),
                Optional.empty(),
                kind,
                Optional.empty(),
                after,
                by,
                Optional.empty(),
                Optional.empty(),
                Set.of());
    }

    private static UUID id(Instant due) {
        return new UUID(2, due.toEpochMilli());
    }

    /** To the social services, of the notice with that due time. */
    private static Alert alert(Instant due, String municipality, int level) {
        Alert alert = new Alert();
        alert.setAlertId(id(due));
        alert.setRuleId("R06");
        alert.setChildId(CHILD);
        alert.setMunicipality(municipality);
        alert.setStatus(AlertStatus.OPEN);
        alert.setLevel(level);
        alert.setSeverity(Severity.HIGH);
        alert.setOpenedAt(TOLD);
        alert.setDueAt(due);
        alert.setAnchor("6f0c0000-0000-4000-8000-000000000001");
        alert.setEvidence(List.of());
        alert.setRecipient(Agency.SOCIAL_SERVICES);
        alert.setRevision(1);
        alert.setSentence(new Sentence("Ett hembesök föreslås.", "A visit is proposed."));
        alert.setBasis("SoL 20:1");
        alert.setNextStep("VISIT");
        alert.setSupersedes(List.of());
        alert.setRuleVersion(1);
        alert.setSettingsVersion("1");
        return alert;
    }

    private static Alert grave(Instant due, int level) {
        Alert alert = alert(due, "2380", level);
        alert.setSeverity(Severity.CRITICAL);
        return alert;
    }

    private static Alert overdue(Alert alert) {
        alert.setOverdue(true);
        return alert;
    }

    private static Alert ended(Instant due) {
        Alert alert = alert(due, "2380", 2);
        alert.setStatus(AlertStatus.RESOLVED);
        alert.setResolvedAt(TOLD);
        return alert;
    }

    private static AlertNotice notice(Instant due) {
        return new AlertNotice(id(due), CHILD, AlertStatus.OPEN, due, Agency.POLICE, "joint-visit-proposed", 1);
    }
}
