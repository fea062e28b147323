package se.samordna.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

/** What Disa, data protection officer of Östersund, and Olle, operator, see of a day's work. */
@NeedsPlatform
@Timeout(180)
class OfficerTest {
    private static final String SOCIAL = "/api/social-services/v1/events";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Pattern ROW = Pattern.compile("(?s)<tr[ >].*?</tr>");

    private final UUID child = UUID.randomUUID();

    @Test
    void the_officer_sees_that_karin_looked_and_that_two_agencies_were_told_and_nothing_else(Platform platform) {
        platform.http().post(SOCIAL, Events.report(child, UUID.randomUUID(), "r1"));
        platform.http().post("/api/police/v1/events", Events.incident(child, UUID.randomUUID()));
        String visit = await().atMost(SOON).until(() -> jointVisit(platform), id -> !id.isEmpty());
        try (Visitor karin = platform.visitor(Visitor.KARIN);
                Visitor disa = platform.visitor(Visitor.DISA)) {
            assertThat(karin.get("/children/" + child).statusCode()).isEqualTo(200);

            String ledger = await().atMost(SOON)
                    .until(
                            () -> disa.get("/ledger?alert=" + visit).body(),
                            page -> rows(page).size() == 2);
            assertThat(rows(ledger))
                    .anySatisfy(row -> assertThat(row).contains("Socialtjänsten", "R06", "Version 1", child.toString()))
                    .anySatisfy(row -> assertThat(row).contains("Polisen", "R06", "Version 1"));
            assertThat(ledger).doesNotContain("DOMESTIC", "NEGLECT", "Orosanmälan");

            String looks = disa.get("/access-log?who=" + Visitor.KARIN + "&child=" + child)
                    .body();
            assertThat(rows(looks))
                    .satisfiesExactlyInAnyOrder(
                            row -> assertThat(row).contains("Larmlistan", "samordnare", "Visat"),
                            row -> assertThat(row).contains("Barnets sida", "samordnare", "Visat"),
                            row -> assertThat(row).contains("Tidslinjen", "samordnare", "Visat"));

            List<String> file =
                    disa.get("/ledger/export.csv?alert=" + visit).body().lines().toList();
            assertThat(file).hasSize(3);
            assertThat(file.subList(1, 3))
                    .allSatisfy(line -> assertThat(line).contains(child + "," + visit + ",R06,2380,", ",REPORT_DUTY,"))
                    .anySatisfy(line -> assertThat(line).contains(",police,1,OPEN,"))
                    .anySatisfy(line -> assertThat(line).contains(",social-services,1,OPEN,"));

            assertThat(rows(disa.get("/access-log?officers=shown&role=data-protection-officer&child=" + child)
                            .body()))
                    .as("her own readings")
                    .hasSizeGreaterThanOrEqualTo(3)
                    .allSatisfy(row -> assertThat(row).contains(Visitor.DISA, "dataskydd"));
            assertThat(List.of(
                            disa.get("/children/" + child).statusCode(),
                            disa.get("/operator").statusCode(),
                            karin.get("/ledger").statusCode(),
                            karin.get("/access-log").statusCode()))
                    .containsOnly(403);
        }
    }

    @Test
    void the_operator_sees_what_is_dead_and_who_is_silent_and_no_child(Platform platform) {
        platform.http().post(SOCIAL, Events.report(UUID.randomUUID(), UUID.randomUUID(), "r1"));
        Instant longAgo = Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(30, ChronoUnit.DAYS);
        assertThat(platform.http()
                        .post(SOCIAL, """
                                {"type":"ConcernReportReceived","eventId":"%s","childId":"%s","municipality":"2303",\
                                "agency":"SOCIAL_SERVICES","source":"urn:example:social","occurredAt":"%s",\
                                "receivedAt":"%s","ground":"OWN","reportId":"r1","reporterType":"SCHOOL",\
                                "reasons":["NEGLECT"],"feedbackRequested":false}""".formatted(UUID.randomUUID(), child, longAgo, longAgo))
                        .status())
                .isEqualTo(202);
        byte[] whole = Records.report(platform.registry(), child, UUID.randomUUID(), "r2");
        try (var records = new Records(platform.bootstrap())) {
            records.send("social-services.events", child, Arrays.copyOf(whole, whole.length - 3));
        }

        try (Visitor olle = platform.visitor(Visitor.OLLE)) {
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                HttpResponse<String> page = olle.get("/operator");
                assertThat(page.statusCode()).isEqualTo(200);
                assertThat(rows(page.body()))
                        .anySatisfy(row -> assertThat(row).contains("Ragunda", "Socialtjänsten"))
                        .anySatisfy(row -> assertThat(row).contains("social-services.events", "bad-bytes"))
                        .anySatisfy(row -> assertThat(row).contains("Samordning", "Igång"))
                        .anySatisfy(row -> assertThat(row).contains("Indikatorer", "Igång"));
                assertThat(page.body())
                        .contains("infra/samordna dlq show social-services.events.dlq/")
                        .doesNotContain("Talen läses in", child.toString());
            });
            assertThat(olle.get("/ledger").statusCode()).isEqualTo(403);
        }
    }

    private String jointVisit(Platform platform) {
        return platform.run("alerts", "--child", child.toString(), "--json").out().stream()
                .map(JsonMapper.shared()::readTree)
                .filter(line -> line.path("ruleId").asString("").equals("R06"))
                .map(line -> line.path("alertId").asString())
                .findFirst()
                .orElse("");
    }

    /** The rows of a page's tables, without their headings. */
    private static List<String> rows(String page) {
        return ROW.matcher(page)
                .results()
                .map(row -> row.group())
                .filter(row -> row.contains("<td"))
                .toList();
    }
}
