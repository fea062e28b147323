package se.samordna.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.samordna.access.Role;
import se.samordna.events.AbsenceInquiryOpened;
import se.samordna.events.Agency;
import se.samordna.events.AlertAcknowledged;
import se.samordna.events.EventHeader;
import tools.jackson.databind.JsonNode;

/**
 * The two places, where a school too has said something of the child in Strömsund, and a third child, who has moved from
 * there to Östersund and been reported in both; Strömsund has acknowledged its alert. The rest nobody knows.
 */
final class ThreeChildren extends TwoPlaces {

    static final String ALERTS = "/api/coordination/v1/alerts";
    static final String JOINT_VISIT = ALERTS + "/03568c8d-7c50-59d0-b25e-0a4eb17113f1";

    static final String MOVED = "0b540000-0000-4000-8000-000000000003";
    static final String NOBODYS = "0b540000-0000-4000-8000-00000000ffff";

    static final List<String> AGENCIES = List.of("SOCIAL_SERVICES", "SCHOOL", "REGION", "POLICE");

    ThreeChildren() throws Exception {
        super("who-may-ask");
    }

    @Override
    void begin() {
        tell(List.of(
                new AbsenceInquiryOpened(header(92, Agency.SCHOOL, LIVES_THERE, STROMSUND), "a9"),
                report(93, MOVED, STROMSUND),
                report(94, MOVED, OSTERSUND)));
        start();
        String county = token(Role.COORDINATOR, "SOCIAL_SERVICES", COUNTY);
        await().atMost(TwoInstances.SOON).untilAsserted(() -> {
            assertThat(json(1, CHILDREN + LIVES_HERE, county).path("asOf").asString())
                    .isEqualTo("2026-03-06T12:00:00Z");
            assertThat(json(1, CHILDREN + MOVED, county).path("alerts")).hasSizeGreaterThanOrEqualTo(2);
            assertThat(json(1, ALERTS + "?municipality=" + STROMSUND, county)
                            .path("total")
                            .asInt())
                    .isGreaterThanOrEqualTo(2);
        });
        UUID told = await().atMost(TwoInstances.SOON)
                .until(() -> alertOf(STROMSUND, county), Optional::isPresent)
                .orElseThrow();
        EventHeader acts = header(95, Agency.SOCIAL_SERVICES, MOVED, STROMSUND);
        acts.setOccurredAt(Instant.parse("2026-03-06T10:00:00Z"));
        acts.setReceivedAt(Instant.parse("2026-03-06T10:00:02Z"));
        instances.send(List.of(new AlertAcknowledged(acts, told)));
        await().atMost(TwoInstances.SOON)
                .untilAsserted(() -> assertThat(
                                json(1, CHILDREN + MOVED + "/timeline", county).path("actions"))
                        .hasSize(1));
    }

    /** Of the child that moved. */
    private Optional<UUID> alertOf(String municipality, String token) throws IOException, InterruptedException {
        for (JsonNode alert : json(1, CHILDREN + MOVED, token).path("alerts")) {
            if (alert.path("municipality").asString().equals(municipality)) {
                return Optional.of(UUID.fromString(alert.path("alertId").asString()));
            }
        }
        return Optional.empty();
    }

    String token(Role role, String agency, String area) {
        return token(role, Optional.of(agency), area);
    }

    /** Asks a child for the event of that number; the first one is the first child's. */
    static String event(int id, String child) {
        return "/api/coordination/v1/events/6f0c0000-0000-4000-8000-%012d?childId=%s".formatted(id, child);
    }
}
