package se.samordna.coordination.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.coordination.AlertLine;
import se.samordna.coordination.settings.RulesDocument.NotUseful;
import se.samordna.events.Agency;
import se.samordna.events.AlertClosed;
import se.samordna.events.AlertReopened;
import se.samordna.events.CloseReason;
import se.samordna.events.EventHeader;
import se.samordna.events.Ground;
import se.samordna.events.ProtectedIdentity;

/** A coordinator closes alerts of R05 in the spring of 2026. */
class ClosingsTest {

    private static final UUID CHILD = new UUID(1, 1);
    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");

    private final Closings closings = new Closings();
    private final Map<UUID, AlertLine.Full> alerts = new HashMap<>();
    private int events;

    @Test
    void more_than_three_in_ten_is_often() {
        for (int i = 0; i < 10; i++) {
            closed(i, "2026-05-01T10:00:00Z", i < 3 ? CloseReason.NOT_USEFUL : CloseReason.HANDLED);
        }
        assertThat(said()).isEqualTo(handledBut(10, 3, false));

        closed(10, "2026-05-02T10:00:00Z", CloseReason.NOT_USEFUL);
        assertThat(said()).isEqualTo(handledBut(11, 4, true));
        assertThat(closings.byRule(this::alert, NOW)).containsOnlyKeys("R05");
    }

    @Test
    void what_is_older_than_ninety_days_or_to_come_does_not_count() {
        closed(1, NOW.minus(Duration.ofDays(90)).toString(), CloseReason.NOT_USEFUL);
        closed(2, NOW.minus(Duration.ofDays(90)).plusMillis(1).toString(), CloseReason.NOT_USEFUL);
        closed(3, NOW.plusMillis(1).toString(), CloseReason.NOT_USEFUL);

        assertThat(said()).isEqualTo(handledBut(1, 1, true));
    }

    @Test
    void of_two_coordinators_the_first_counts_and_after_a_reopening_the_next() {
        closed(1, "2026-05-01T10:00:00Z", CloseReason.HANDLED);
        closed(1, "2026-05-01T11:00:00Z", CloseReason.NOT_USEFUL);
        assertThat(said()).isEqualTo(handledBut(1, 0, false));

        closings.take(new AlertReopened(header("2026-05-02T10:00:00Z"), new UUID(5, 1)));
        closed(1, "2026-05-03T10:00:00Z", CloseReason.NOT_USEFUL);
        assertThat(said()).isEqualTo(handledBut(1, 1, true));
    }

    @Test
    void a_correction_counts_in_the_place_of_what_it_corrects_in_whatever_order() {
        AlertClosed wrong = closing(1, "2026-05-01T10:00:00Z", CloseReason.NOT_USEFUL);
        AlertClosed right = closing(1, "2026-05-01T10:00:00Z", CloseReason.HANDLED);
        right.getHeader().setCorrects(wrong.getHeader().getEventId());
        right.getHeader().setReceivedAt(Instant.parse("2026-05-02T10:00:00Z"));
        exists(1, "CLOSED");

        List.of(right, wrong, wrong).forEach(closings::take);

        assertThat(said()).isEqualTo(handledBut(1, 0, false));
    }

    @Test
    void an_action_that_left_its_alert_open_or_unknown_does_not_count() {
        closed(1, "2026-05-01T10:00:00Z", CloseReason.NOT_USEFUL);
        exists(1, "OPEN"); // retracted since
        closings.take(closing(2, "2026-05-01T10:00:00Z", CloseReason.NOT_USEFUL));

        assertThat(said()).isEqualTo(handledBut(0, 0, false));
    }

    @Test
    void each_reason_is_counted_by_itself() {
        List<CloseReason> reasons = List.of(
                CloseReason.HANDLED,
                CloseReason.NOT_NEEDED,
                CloseReason.NOT_NEEDED,
                CloseReason.NOT_USEFUL,
                CloseReason.WRONG,
                CloseReason.WRONG,
                CloseReason.WRONG);
        for (int i = 0; i < reasons.size(); i++) {
            closed(i, "2026-05-01T10:00:00Z", reasons.get(i));
        }

        assertThat(said()).isEqualTo(new NotUseful(7, 1, 2, 1, 3, false));
    }

    private NotUseful said() {
        return closings.byRule(this::alert, NOW).getOrDefault("R05", handledBut(0, 0, false));
    }

    /** All that were of use were handled. */
    private static NotUseful handledBut(int closed, int notUseful, boolean often) {
        return new NotUseful(closed, closed - notUseful, 0, notUseful, 0, often);
    }

    private Optional<AlertLine.Full> alert(UUID id) {
        return Optional.ofNullable(alerts.get(id));
    }

    private void closed(int alert, String at, CloseReason reason) {
        exists(alert, "CLOSED");
        closings.take(closing(alert, at, reason));
    }

    private AlertClosed closing(int alert, String at, CloseReason reason) {
        return new AlertClosed(header(at), new UUID(5, alert), reason);
    }

    private void exists(int alert, String status) {
        alerts.put(
                new UUID(5, alert),
                new AlertLine.Full(
                        new UUID(5, alert),
                        "R05",
                        CHILD,
                        Optional.of("2380"),
                        status,
                        1,
                        "HIGH",
                        NOW,
                        NOW,
                        Optional.empty(),
                        false,
                        "a",
                        List.of(),
                        "social-services",
                        1,
                        null));
    }

    private EventHeader header(String at) {
        EventHeader header = new EventHeader();
        header.setEventId(new UUID(6, events++));
        header.setChildId(CHILD);
        header.setMunicipality("2380");
        header.setAgency(Agency.SOCIAL_SERVICES);
        header.setSource("urn:example:workplace");
        header.setOccurredAt(Instant.parse(at));
        header.setReceivedAt(Instant.parse(at));
        header.setGround(Ground.OWN);
        header.setProtectedIdentity(ProtectedIdentity.NONE);
        return header;
    }
}
