package se.samordna.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
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
import org.junit.jupiter.params.provider.EnumSource;
import se.samordna.access.Issuer;
import se.samordna.access.Role;
import se.samordna.kit.intake.Sample;
import se.samordna.schemas.EventTypes;

/** Who may send what where everyone needs a token: each role of each agency and place, at each way in, over HTTP. */
class WhoMaySendTest {

    private static final String EVENTS = "/api/social-services/v1/events";
    private static final String ACTIONS = "/api/coordination/v1/actions";
    private static final String MEASUREMENTS = "/api/indicators/v1/measurements";
    private static final List<String> AREAS = List.of("2380", "2313", "1265", "23", "00");
    private static final Set<String> COVER_OSTERSUND = Set.of("2380", "23", "00");
    private static final List<Optional<String>> AGENCIES = List.of(
            Optional.of("SOCIAL_SERVICES"),
            Optional.of("SCHOOL"),
            Optional.of("REGION"),
            Optional.of("POLICE"),
            Optional.empty());
    // Written down here once more, not asked of Role.
    private static final Set<Role> SEND = Set.of(Role.SYSTEM, Role.COORDINATOR, Role.CASE_WORKER, Role.CONTACT);
    private static final Set<Role> ACT = Set.of(Role.COORDINATOR, Role.CASE_WORKER, Role.CONTACT);
    private static final Set<Role> MEASURE = Set.of(Role.SYSTEM, Role.MANAGER, Role.PLAN_OWNER);

    @TempDir
    static Path directory;

    private static final Issuer ISSUER = new Issuer();
    private static TestApp app;

    @BeforeAll
    static void start() throws Exception {
        app = new TestApp(
                directory,
                List.of("--samordna.auth.required=true", "--samordna.sign-in.issuer=" + ISSUER.uri()),
                ActionIntake.class,
                MeasurementIntake.class);
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

    @ParameterizedTest
    @EnumSource
    void a_role_sends_what_is_its_work_for_its_own_agency_and_place_and_nothing_else(Role role) throws Exception {
        List<String> wrong = new ArrayList<>();
        for (String area : AREAS) {
            for (Optional<String> agency : AGENCIES) {
                if (agency.isEmpty() && SEND.contains(role)) {
                    continue; // no such token is believed
                }
                String token = ISSUER.token(role.word(), agency, area);
                boolean here = COVER_OSTERSUND.contains(area);
                boolean social = agency.equals(Optional.of("SOCIAL_SERVICES"));
                String who = role + " " + agency.orElse("-") + " " + area;
                String ofTheirs = here ? "202" : "403 not-yours-to-send municipality";
                String event = !SEND.contains(role) ? "403 role" : social ? ofTheirs : "403 other-agency";
                check(who, EVENTS, sip(), token, event, wrong);
                String notOfAPerson = here ? "403 not-yours-to-send type" : "403 not-yours-to-send type municipality";
                boolean person = ACT.contains(role) && social;
                check(who, EVENTS, report().line(), token, person ? notOfAPerson : event, wrong);
                String asked = !SEND.contains(role) ? "403 role" : social ? "404 unknown-event" : "403 other-agency";
                check(who, EVENTS + "/" + UUID.randomUUID() + "?childId=" + UUID.randomUUID(), "", token, asked, wrong);
                String others = here ? "403 not-yours-to-send agency" : "403 not-yours-to-send agency municipality";
                check(
                        who,
                        ACTIONS,
                        action(),
                        token,
                        !ACT.contains(role) ? "403 role" : social ? ofTheirs : others,
                        wrong);
                check(who, MEASUREMENTS, measurement(), token, MEASURE.contains(role) ? ofTheirs : "403 role", wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void of_an_array_nothing_is_taken_if_one_is_another_municipalitys() throws Exception {
        String token = ISSUER.token("system", Optional.of("SOCIAL_SERVICES"), "2380");
        String body = "[" + report().line() + ","
                + report().with("municipality", "1265").line() + "]";

        var answer = send(EVENTS, body, token);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("faults").toString())
                .isEqualTo("[{\"field\":\"municipality\",\"code\":\"other-municipality\",\"index\":1}]");
        assertThat(TestApp.KAFKA.published).isEmpty();
    }

    @Test
    void what_is_wrong_is_told_before_what_is_anothers() throws Exception {
        String token = ISSUER.token("system", Optional.of("SOCIAL_SERVICES"), "2380");

        var answer = send(
                EVENTS,
                report().with("municipality", "1265").without("reportId").line(),
                token);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid-event");
    }

    @Test
    void coordination_is_asked_by_the_senders_own_token() throws Exception {
        String token = ISSUER.token("system", Optional.of("SOCIAL_SERVICES"), "2380");

        assertThat(send(EVENTS, report().line(), token).status()).isEqualTo(202);
        assertThat(app.authorization).isEqualTo("Bearer " + token);
    }

    @Test
    void without_a_token_nothing_is_taken_and_with_one_that_is_none_neither() throws Exception {
        for (String path : List.of(EVENTS, ACTIONS, MEASUREMENTS)) {
            assertThat(send(path, "{}", "").code()).isEqualTo("token-missing");
            assertThat(send(path, "{}", "karin").code()).isEqualTo("token-invalid");
        }
        assertThat(app.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(TestApp.KAFKA.published).isEmpty();
    }

    private static Sample report() {
        return Sample.concernReport().with("eventId", UUID.randomUUID());
    }

    private static String sip() {
        return Sample.of(EventTypes.named("SipProposed").orElseThrow())
                .with("eventId", UUID.randomUUID())
                .with("agency", "SOCIAL_SERVICES")
                .line();
    }

    private static String action() {
        return Sample.of(EventTypes.named("AlertAcknowledged").orElseThrow())
                .with("eventId", UUID.randomUUID())
                .with("agency", "SOCIAL_SERVICES")
                .line();
    }

    private static String measurement() {
        return Sample.measurement().with("measurementId", UUID.randomUUID()).line();
    }

    private static void check(String who, String path, String body, String token, String expected, List<String> wrong)
            throws Exception {
        TestApp.KAFKA.published.clear();
        var answer = send(path, body, token);
        StringBuilder told = new StringBuilder().append(answer.status());
        if (!answer.code().isEmpty()) {
            told.append(' ').append(answer.code());
        }
        answer.json()
                .path("faults")
                .forEach(fault -> told.append(' ').append(fault.path("field").asString()));
        boolean published = !TestApp.KAFKA.published.isEmpty();
        if (!told.toString().equals(expected) || published != expected.equals("202")) {
            wrong.add(who + " " + path + ": " + told + (published ? ", published" : "") + ", not " + expected);
        }
    }

    private static TestApp.Answered send(String path, String body, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(app.url() + path));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return app.send(request);
    }
}
