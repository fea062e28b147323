package se.samordna.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Police met a child at night and there is a report: both are told to visit together. Then the report turns out to be of
 * another child.
 */
@NeedsPlatform
class RecallTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern JOINT_VISIT = Pattern.compile("\"alertId\":\"([0-9a-f-]{36})\",\"ruleId\":\"R06\"");

    @TempDir
    private Path directory;

    private final UUID child = UUID.randomUUID();
    private final UUID report = UUID.randomUUID();
    private final UUID incident = UUID.randomUUID();
    private String alert = "";

    @BeforeEach
    void both_are_told_to_visit_together(Platform platform) {
        platform.http().post("/api/social-services/v1/events", Events.report(child, report, "r1"));
        platform.http().post("/api/police/v1/events", Events.incident(child, incident));
        await().atMost(SOON)
                .until(() -> !platform.alerts("police", child.toString()).isEmpty());
        Matcher visit = JOINT_VISIT.matcher(String.join("\n", platform.alerts("social-services", child.toString())));
        assertThat(visit.find()).isTrue();
        alert = visit.group(1);
    }

    @Test
    void the_ledger_lists_the_recall_to_each_that_was_told_with_its_reason_and_nothing_else(Platform platform) {
        retract(platform);

        assertThat(ledger(platform, "--child", child.toString(), "--alert", alert))
                .containsExactlyInAnyOrder(
                        tuple("social-services", 1, "OPEN", "REPORT_DUTY", ""),
                        tuple("police", 1, "OPEN", "REPORT_DUTY", ""),
                        tuple("social-services", 2, "WITHDRAWN", "REPORT_DUTY", "RETRACTED"),
                        tuple("police", 2, "WITHDRAWN", "REPORT_DUTY", "RETRACTED"));
        assertThat(ledger(platform, "--child", child.toString()))
                .filteredOn(entry -> entry.toList().get(2).equals("WITHDRAWN"))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.toList().get(4)).isEqualTo("RETRACTED"));

        var none = platform.run("ledger", "--child", UUID.randomUUID().toString());
        assertThat(none.code()).isZero();
        assertThat(none.out()).isEmpty();
        assertThat(none.err()).contains("Nobody has been told anything");
    }

    @Test
    void an_alert_is_proven_from_the_log_as_of_when_it_was_told_also_once_it_has_been_recalled(Platform platform)
            throws IOException {
        Path file = directory.resolve("proof.json");
        var made = platform.run("explain", alert, "--out", file.toString());
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.out().getLast()).isEqualTo("1 of 1 proofs written");
        assertThat(verified(platform, file)).contains("true  " + file);
        assertThat(JSON.readTree(Files.readString(file)).path("records"))
                .extracting(record -> record.path("eventId").asString())
                .containsExactlyInAnyOrder(report.toString(), incident.toString());

        Path others = directory.resolve("others.yaml");
        Files.writeString(others, "R06:\n  version: 2\n  visitHours: 48\n");
        var otherwise = platform.run("explain", "--rules", others.toString(), "--verify", file.toString());
        assertThat(otherwise.code()).as(otherwise.err()).isEqualTo(1);
        assertThat(otherwise.out())
                .contains("false  " + file)
                .anyMatch(line -> line.strip().startsWith("settings.visitHours: 24 in the file, 48 "));

        retract(platform);
        Path recalled = directory.resolve("recalled.json");
        assertThat(platform.run("explain", alert, "--out", recalled.toString()).code())
                .isZero();
        assertThat(verified(platform, directory))
                .contains("true  " + file, "true  " + recalled, "2 of 2 proofs are true");

        Files.writeString(file, Files.readString(file).replace("\"OPEN\"", "\"CLOSED\""));
        var tampered = platform.run("explain", "--verify", directory.toString());
        assertThat(tampered.code()).isEqualTo(1);
        assertThat(tampered.out())
                .contains("false  " + file, "true  " + recalled, "1 of 2 proofs are true")
                .anyMatch(line -> line.strip().startsWith("alert.status: \"CLOSED\" in the file, \"OPEN\""));
    }

    private void retract(Platform platform) {
        platform.http().post("/api/social-services/v1/events", Events.retraction(child, UUID.randomUUID(), report));
        await().atMost(SOON)
                .until(() -> platform.alerts("police", child.toString()).isEmpty());
    }

    private static List<String> verified(Platform platform, Path files) {
        var verified = platform.run("explain", "--verify", files.toString());
        assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
        return verified.out();
    }

    private static List<Tuple> ledger(Platform platform, String... of) {
        String[] arguments = new String[of.length + 2];
        System.arraycopy(of, 0, arguments, 2, of.length);
        arguments[0] = "ledger";
        arguments[1] = "--json";
        var ledger = platform.run(arguments);
        assertThat(ledger.code()).as(ledger.err()).isZero();
        return ledger.out().stream().map(JSON::readTree).map(RecallTest::entry).toList();
    }

    private static Tuple entry(JsonNode line) {
        return tuple(
                line.path("recipient").asString(),
                line.path("revision").asInt(),
                line.path("status").asString(),
                line.path("ground").asString(),
                line.path("reason").asString(""));
    }
}
