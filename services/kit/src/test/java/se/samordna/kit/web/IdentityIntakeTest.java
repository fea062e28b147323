package se.samordna.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.samordna.access.Issuer;
import se.samordna.access.Role;
import se.samordna.events.Agency;
import se.samordna.events.ProtectedIdentity;
import se.samordna.kit.intake.Intake;
import se.samordna.kit.intake.Sample;
import se.samordna.kit.privacy.Identity;
import se.samordna.kit.privacy.IdentityOpener;
import se.samordna.kit.privacy.VaultKeys;
import se.samordna.kit.publish.Outgoing;
import se.samordna.kit.publish.Published;
import se.samordna.platform.SealedIdentity;
import se.samordna.schemas.Topics;

/** An agency tells who a child is: everything is judged as of an event, and nothing of it leaves in clear. */
class IdentityIntakeTest {

    private static final String IDENTITIES = "/api/social-services/v1/identities";
    private static final String ALVA = """
            {"personnummer":"201403122383","name":{"given":"Alva","family":"Exempel"},"municipality":"2380"}""";
    private static final Set<String> COVER_OSTERSUND = Set.of("2380", "23", "00");
    // Written down here once more, not asked of Role.
    private static final Set<Role> SEND = Set.of(Role.SYSTEM, Role.COORDINATOR, Role.CASE_WORKER, Role.CONTACT);

    @TempDir
    static Path directory;

    private static final Issuer ISSUER = new Issuer();
    private static TestApp app;

    @BeforeAll
    static void start() throws Exception {
        app = new TestApp(directory, List.of("--samordna.sign-in.issuer=" + ISSUER.uri()));
    }

    @AfterAll
    static void stop() {
        app.close();
        ISSUER.close();
    }

    @BeforeEach
    void kafkaIsThere() {
        TestApp.KAFKA.published.clear();
        TestApp.KAFKA.missing = Optional.empty();
    }

    @Test
    void who_a_child_is_is_sealed_under_the_id_that_its_events_have() throws Exception {
        UUID child = childOfAnEvent();

        var answer = app.post(IDENTITIES, ALVA);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.whole().body())
                .isEqualTo("{\"childId\":\"%s\",\"municipality\":\"2380\",\"status\":\"STORED\"}".formatted(child));
        Outgoing sent = TestApp.KAFKA.published.getLast().getFirst();
        assertThat(sent.topic()).isEqualTo(Topics.IDENTITIES);
        assertThat(sent.key()).isEqualTo(child + "/2380/social-services");
        SealedIdentity record = (SealedIdentity) sent.value();
        assertThat(record.getAt()).isEqualTo(Intake.CLOCK.instant());
        assertThat(record.getAgency()).isEqualTo(Agency.SOCIAL_SERVICES);
        assertThat(new String(record.getSealed().array(), StandardCharsets.ISO_8859_1))
                .doesNotContain("Alva", "Exempel", "2383");
        Identity opened = opened(record);
        assertThat(List.of(opened.given(), opened.family(), opened.number()))
                .containsExactly("Alva", "Exempel", "20140312-2383");
        assertThat(opened.protection()).isEqualTo(ProtectedIdentity.NONE);
    }

    @Test
    void several_are_taken_in_one_transaction_protected_ones_too() throws Exception {
        String siv = """
                {"municipality":"2380","protectedIdentity":"PROTECTED_REGISTRATION","personnummer":"140312-2383",
                 "name":{"family":" von Prov-Påhitt ","given":"Siv D’Arc"}}""";

        var answer = app.post(IDENTITIES, "[" + ALVA + "," + siv + "]");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().size()).isEqualTo(2);
        assertThat(TestApp.KAFKA.published).hasSize(1);
        Identity opened = opened(
                (SealedIdentity) TestApp.KAFKA.published.getFirst().getLast().value());
        assertThat(opened.family()).isEqualTo("von Prov-Påhitt");
        assertThat(opened.isProtected()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|personnummer missing, name missing, municipality missing",
                "{\"personnummer\":null,\"name\":null,\"municipality\":2380}|personnummer null, name null, municipality wrong-type",
                "{\"personnummer\":\"201403122384\",\"name\":{\"given\":\"Alva\",\"family\":\"Exempel\"},\"municipality\":\"2380\"}|personnummer bad-personnummer",
                "{\"personnummer\":\"201403122383\",\"name\":{\"given\":\"\",\"family\":\"Exempel\"},\"municipality\":\"0000\"}|name.given bad-name, municipality unknown-kommunkod",
                "{\"personnummer\":\"201403122383\",\"name\":{\"given\":\"Alva 2\",\"family\":\"20140312-2383\"},\"municipality\":\"2380\"}|name.given bad-name, name.family bad-name",
                "{\"personnummer\":\"201403122383\",\"name\":{\"given\":\"Alva\"},\"municipality\":\"2380\"}|name.family missing",
                "{\"personnummer\":\"201403122383\",\"name\":\"Alva\",\"municipality\":\"2380\"}|name wrong-type",
                "{\"personnummer\":\"201403122383\",\"name\":{\"given\":\"Alva\",\"family\":\"Exempel\",\"nick\":\"A\"},\"municipality\":\"2380\",\"note\":\"x\",\"140312-2383\":1}|note unknown-field, ? unknown-field, name.nick unknown-field",
                "{\"personnummer\":\"201403122383\",\"name\":{\"given\":\"Alva\",\"family\":\"Exempel\"},\"municipality\":\"2380\",\"protectedIdentity\":\"UNKNOWN\"}|protectedIdentity unknown-value",
                "{\"personnummer\":\"201403122383\",\"personnummer\":\"201403122383\"}|$ malformed-json",
                "7|$ malformed-json",
                "{\"personnummer\":\"201403122383\"|$ malformed-json"
            })
    void every_fault_is_told_with_its_field_and_nothing_is_repeated_or_stored(String body, String faults)
            throws Exception {
        var answer = app.post(IDENTITIES, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(told(answer)).isEqualTo(faults);
        assertThat(answer.whole().body()).doesNotContain("Alva", "Exempel", "1403122383", "20140312");
        assertThat(TestApp.KAFKA.published).isEmpty();
    }

    @Test
    void of_an_array_with_one_fault_nothing_is_stored_and_its_place_is_told() throws Exception {
        var answer = app.post(IDENTITIES, "[" + ALVA + "," + ALVA.replace("2380", "9999") + "]");

        assertThat(answer.json().path("faults").toString())
                .isEqualTo("[{\"field\":\"municipality\",\"code\":\"unknown-kommunkod\",\"index\":1}]");
        assertThat(TestApp.KAFKA.published).isEmpty();
    }

    @Test
    void more_than_a_request_has_room_for_is_said_so_and_many_faults_are_told_as_a_thousand_and_how_many_more()
            throws Exception {
        var many = app.post(IDENTITIES, "[" + "{},".repeat(Posted.MOST_EVENTS) + "{}]");
        var faulty = app.post(IDENTITIES, "[" + "{},".repeat(Posted.MOST_EVENTS - 1) + "{}]");

        assertThat(many.status()).isEqualTo(413);
        assertThat(many.code()).isEqualTo("too-many-events");
        assertThat(faulty.status()).isEqualTo(400);
        assertThat(faulty.json().path("faults")).hasSize(PostedFaults.MOST + 1);
        assertThat(faulty.json().path("faults").get(PostedFaults.MOST).toString())
                .contains("\"more-faults\"", "\"more\":");
        assertThat(TestApp.KAFKA.published).isEmpty();
    }

    @Test
    void what_is_too_large_no_json_or_cannot_be_stored_now_is_said_so() throws Exception {
        assertThat(app.post(IDENTITIES, ALVA.replace("Alva", "A".repeat(66_000)))
                        .status())
                .isEqualTo(413);
        var text = app.send(HttpRequest.newBuilder(URI.create(app.url() + IDENTITIES))
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(ALVA)));
        assertThat(text.status()).isEqualTo(415);

        TestApp.KAFKA.missing = Optional.of(Published.Missing.BROKER);
        var away = app.post(IDENTITIES, ALVA);
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.code()).isEqualTo("broker-away");
        assertThat(away.header("Retry-After")).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_role_tells_who_its_own_agencys_children_of_its_own_place_are_and_nobody_elses(Role role) throws Exception {
        List<String> wrong = new ArrayList<>();
        for (String area : List.of("2380", "2313", "23", "00")) {
            for (String agency : List.of("SOCIAL_SERVICES", "SCHOOL")) {
                TestApp.KAFKA.published.clear();
                var answer = app.send(HttpRequest.newBuilder(URI.create(app.url() + IDENTITIES))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + ISSUER.token(role.word(), Optional.of(agency), area))
                        .POST(HttpRequest.BodyPublishers.ofString(ALVA)));
                String expected = !SEND.contains(role)
                        ? "403 role"
                        : !agency.equals("SOCIAL_SERVICES")
                                ? "403 other-agency"
                                : COVER_OSTERSUND.contains(area) ? "202 " : "403 not-yours-to-send";
                String got = answer.status() + " " + answer.code();
                if (!got.equals(expected) || TestApp.KAFKA.published.isEmpty() == expected.equals("202 ")) {
                    wrong.add(role + " " + agency + " " + area + ": " + got + ", not " + expected);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_document_describes_it() throws Exception {
        var document = app.get("/api/social-services/v1/openapi").json();

        assertThat(document.at("/paths/~1api~1social-services~1v1~1identities/post/responses/202")
                        .isMissingNode())
                .isFalse();
        assertThat(document.at("/components/schemas/Identity/required").toString())
                .isEqualTo("[\"municipality\",\"name\",\"personnummer\"]");
    }

    private static UUID childOfAnEvent() throws Exception {
        var event = app.post(
                "/api/social-services/v1/events",
                Sample.concernReport()
                        .without("childId")
                        .with("eventId", UUID.randomUUID())
                        .with("personnummer", "201403122383")
                        .line());
        return UUID.fromString(event.json().path("childId").asString());
    }

    private static Identity opened(SealedIdentity record) {
        Path keys = directory.resolve("keys");
        var all = new VaultKeys(
                keys.resolve("vault-public.json"), keys.resolve("vault-private.json"), false, Optional.empty());
        return IdentityOpener.with(all)
                .open(record.getSealed().array(), record.getChildId(), record.getMunicipality(), record.getAgency())
                .orElseThrow();
    }

    private static String told(TestApp.Answered answer) {
        List<String> all = new ArrayList<>();
        answer.json()
                .path("faults")
                .forEach(fault -> all.add(fault.path("field").asString() + " "
                        + fault.path("code").asString()));
        return String.join(", ", all);
    }
}
