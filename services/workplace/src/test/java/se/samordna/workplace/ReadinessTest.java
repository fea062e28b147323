package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Ready is when all behind the port is, and what is not is named. */
class ReadinessTest {

    @Test
    void ready_when_all_behind_is_and_not_before() throws Exception {
        try (var behind = new FakeBehind();
                var moving = new FakeBehind();
                var workplace = new Workplace(
                        behind.address(),
                        "samordna.targets.coordination=" + moving.address(),
                        "samordna.probe=500ms")) {
            moving.says("/actuator/health/readiness", FakeBehind.json(503, "{\"status\":\"OUT_OF_SERVICE\"}"));

            HttpResponse<String> early = workplace.get("/actuator/health/readiness");
            JsonNode parts = JsonMapper.shared()
                    .readTree(early.body())
                    .path("components")
                    .path("behind")
                    .path("components");

            assertThat(early.statusCode()).isEqualTo(503);
            assertThat(parts.propertyNames())
                    .containsExactlyInAnyOrder(
                            "social-services", "schools", "region", "police", "coordination", "indicators");
            assertThat(parts.path("coordination").path("status").asString()).isEqualTo("OUT_OF_SERVICE");
            assertThat(parts.path("schools").path("status").asString()).isEqualTo("UP");

            moving.says("/actuator/health/readiness", "{\"status\":\"UP\"}");
            assertThat(workplace.get("/actuator/health/readiness").statusCode()).isEqualTo(200);

            moving.close();
            HttpResponse<String> gone = workplace.get("/actuator/health/readiness");
            assertThat(gone.statusCode()).isEqualTo(503);
            assertThat(gone.body()).doesNotContain("127.0.0.1").doesNotContain("Exception");
        }
    }
}
