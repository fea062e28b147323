package se.samordna.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samordna.events.Agency;
import se.samordna.events.ConcernReason;
import se.samordna.events.ConcernReportReceived;
import se.samordna.events.EventHeader;
import se.samordna.events.Ground;
import se.samordna.events.IdentityMerged;
import se.samordna.events.InvestigationOpened;
import se.samordna.events.PoliceIncident;
import se.samordna.events.PoliceIncidentKind;
import se.samordna.events.ReporterType;
import se.samordna.events.Retracted;
import tools.jackson.databind.JsonNode;

/** Under an old id of a child it is told as the rules judge: by all that is held of the child. */
class OldIdTest {

    private static final UUID OLD = UUID.fromString("0b540000-0000-4000-8000-00000000000a");
    private static final UUID NEW = UUID.fromString("0b540000-0000-4000-8000-00000000000b");
    private static final String REPORT =
            "/api/coordination/v1/events/6f0c0000-0000-4000-8000-000000000001?childId=" + OLD;
    private static final String TIMELINE = "/api/coordination/v1/children/" + OLD + "/timeline";

    @Test
    void what_an_investigation_under_the_new_id_releases_is_released_under_the_old_one_while_they_are_one(
            @TempDir Path directory) throws Exception {
        try (TwoInstances two = new TwoInstances("old-id", directory)) {
            two.send(List.of(
                    new ConcernReportReceived(
                            header(OLD, 1, Agency.SOCIAL_SERVICES, Ground.INVESTIGATION_DUTY),
                            "r1",
                            ReporterType.SCHOOL,
                            List.of(ConcernReason.NEGLECT),
                            false),
                    new PoliceIncident(
                            header(OLD, 2, Agency.POLICE, Ground.INVESTIGATION_DUTY),
                            "p1",
                            PoliceIncidentKind.DOMESTIC_VIOLENCE,
                            true),
                    new IdentityMerged(header(NEW, 3, Agency.SOCIAL_SERVICES, Ground.OWN), OLD),
                    new InvestigationOpened(
                            header(NEW, 4, Agency.SOCIAL_SERVICES, Ground.OWN), "i1", "r1", List.of())));
            two.tick(Instant.parse("2026-03-06T12:00:00Z"));
            two.start();

            for (int instance : List.of(0, 1)) {
                await().atMost(TwoInstances.SOON)
                        .untilAsserted(
                                () -> assertThat(status(two, instance, REPORT)).isEqualTo("RELEASED"));
                assertThat(shown(two, instance))
                        .containsExactly("ConcernReportReceived RELEASED", "PoliceIncident RELEASED");
            }
            assertThat(two.json(0, TIMELINE + "?as=police").toString()).doesNotContain("gate", NEW.toString());

            two.send(List.of(new Retracted(header(NEW, 5, Agency.SOCIAL_SERVICES, Ground.OWN), id(3), "WRONG_CHILD")));
            await().atMost(TwoInstances.SOON).untilAsserted(() -> {
                assertThat(status(two, 0, REPORT)).isEqualTo("HELD");
                assertThat(shown(two, 0)).containsExactly("ConcernReportReceived HELD");
            });
        }
    }

    private static String status(TwoInstances two, int instance, String event)
            throws IOException, InterruptedException {
        return two.json(instance, event).path("status").asString();
    }

    private static List<String> shown(TwoInstances two, int instance) throws IOException, InterruptedException {
        JsonNode events = two.json(instance, TIMELINE).path("events");
        return StreamSupport.stream(events.spliterator(), false)
                .map(event -> event.path("type").asString() + " "
                        + event.path("gate").path("status").asString())
                .toList();
    }

    private static EventHeader header(UUID child, int id, Agency agency, Ground ground) {
        EventHeader header = OneChild.header(id, agency, "2026-03-01T09:00:0" + id + "Z");
        header.setChildId(child);
        header.setGround(ground);
        return header;
    }

    private static UUID id(int id) {
        return UUID.fromString("6f0c0000-0000-4000-8000-%012d".formatted(id));
    }
}
