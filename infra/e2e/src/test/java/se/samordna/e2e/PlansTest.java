package se.samordna.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** In February an operator publishes a new version of Sjöbo's plan; what it aims at, and who is compared, changes from its day. */
@NeedsPlatform
class PlansTest {
    private static final Path PLANS = Path.of("../../streams/indicators/src/main/resources/plans");
    private static final String AREAS = "/api/indicators/v1/municipalities/1265/areas";

    @TempDir
    Path dir;

    @Test
    void a_version_takes_effect_from_its_day_and_what_was_judged_before_stands(Platform platform) throws Exception {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> platform.run("plans", "list").out().size() >= 3);
        platform.run(
                "replay",
                file("january.jsonl", measured("1265", 150), measured("1490", 300), """
                {"type":"Tick","at":"2026-02-05T12:00:00Z"}
                """)
                        .toString());
        Path raised = file("raised.yaml", plan("target: 20", "target: 25"));

        CommandLineRun faulty = platform.run(
                "plans",
                "apply",
                file("faulty.yaml", plan("direction: up", "direction: upp")).toString());
        assertThat(faulty.code()).isEqualTo(1);
        assertThat(faulty.err()).contains("faulty.yaml:", "direction is upp, must be one of up, down, keep");

        CommandLineRun diff = platform.run("plans", "diff", raised.toString());
        assertThat(diff.code()).as(diff.toString()).isZero();
        assertThat(diff.out())
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).contains("version 2 from 2026-02-01, after version 1"))
                .contains("  ~ plan: compared false -> true", "  ~ J4 goal I08: target 20.0 -> 25.0");
        assertThat(platform.run("plans", "apply", "--dry-run", raised.toString())
                        .out())
                .endsWith("nothing published");
        assertThat(compared(platform)).as("nobody takes part yet").isEmpty();

        CommandLineRun applied = platform.run("plans", "apply", raised.toString());
        assertThat(applied.code()).as(applied.toString()).isZero();
        assertThat(applied.out()).endsWith("1 plans published");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> areas(platform, "").path("version").asInt() == 2);

        assertThat(compared(platform))
                .singleElement()
                .asString()
                .contains("\"area\":\"1265\",\"name\":\"Sjöbo\"", "\"num\":150,\"den\":1000", "\"value\":15.0");
        assertThat(areas(platform, "?period=2026-01").path("version").asInt()).isEqualTo(1);
        assertThat(areas(platform, "?period=2026-01").path("validTo").asString())
                .isEqualTo("2026-01-31");
        assertThat(areas(platform, "?period=2026-02").path("version").asInt()).isEqualTo(2);
        assertThat(platform.run(
                                "plans",
                                "apply",
                                file("again.yaml", plan("target: 20", "target: 30"))
                                        .toString())
                        .err())
                .contains("version 2 has been in force since 2026-02-01 and stands");
    }

    @Test
    void figures_leave_as_rows_beside_each_other_through_time_and_for_prometheus(Platform platform) throws Exception {
        platform.run(
                "replay",
                file("january.jsonl", measured("1265", 150), measured("1490", 300), """
                {"type":"Tick","at":"2026-02-05T12:00:00Z"}
                """)
                        .toString());

        assertThat(platform.run("indicators", "--series", "--municipality", "1265", "--indicator", "I08", "--csv")
                        .out())
                .anySatisfy(line ->
                        assertThat(line).startsWith("I08,1,1265,2026-01,150,1000,,false,15.0,PERCENT,20.0,UP,"));
        assertThat(platform.run("indicators", "--county", "12", "--indicator", "I08", "--csv")
                        .out())
                .anySatisfy(line -> assertThat(line).startsWith("I08,1,1265,2026-01,150,1000,,false,"));
        assertThat(platform.run("indicators", "--compare").code()).isEqualTo(2);
        Http.Answer metrics = platform.http().get("/api/indicators/v1/metrics?municipality=1490");
        assertThat(metrics.header("Content-Type")).startsWith("application/openmetrics-text");
        assertThat(metrics.body())
                .contains(
                        "samordna_indicator_num{indicator=\"I08\",version=\"1\",municipality=\"1490\",period=\"2026-01\"} 300\n")
                .endsWith("# EOF\n");
        try (var elin = platform.visitor(Visitor.ELIN)) {
            assertThat(elin.get("/indicators").body()).contains("U00915");
            assertThat(elin.get("/municipalities/1265/plan?period=2026-01").statusCode())
                    .isEqualTo(200);
        }
    }

    private static List<String> compared(Platform platform) {
        return platform.run("indicators", "--compare", "--indicator", "I08", "--period", "2026-01")
                .out();
    }

    private static JsonNode areas(Platform platform, String query) {
        return platform.http().get(AREAS + query).json();
    }

    /** Sjöbo's plan from February, with one thing changed. */
    private static String plan(String from, String to) throws IOException {
        return Files.readString(PLANS.resolve("sjobo.yaml"))
                .replace("version: 1\nvalidFrom: 2017-01-01", "validFrom: 2026-02-01\ncompared: true")
                .replaceFirst(from, to);
    }

    private static String measured(String municipality, int direct) {
        return """
                {"type":"MunicipalMeasurement","measurementId":"9b1e0000-0000-4000-8000-00000000%s","revision":1,\
                "municipality":"%s","measure":"direct-time","period":"2026-01","num":%d,"den":1000,"source":"urn:test"}
                """.formatted(municipality, municipality, direct);
    }

    private Path file(String name, String... text) throws IOException {
        return Files.writeString(dir.resolve(name), String.join("", text));
    }
}
