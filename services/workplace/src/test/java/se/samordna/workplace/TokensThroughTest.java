package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.samordna.access.Issuer;

/** Tokens on their way through this port to the services behind it, where everyone needs one. */
class TokensThroughTest {

    private static final String RULES = "/api/coordination/v1/rules";
    private static final String ACTIONS = "/api/coordination/v1/actions";
    private static final String MEASUREMENTS = "/api/indicators/v1/measurements";

    private static final Issuer ISSUER = new Issuer();
    private static final FakeBehind BEHIND = new FakeBehind();
    private static Workplace workplace;

    @BeforeAll
    static void open() {
        workplace = new Workplace(
                BEHIND.address(), "samordna.auth.required=true", "samordna.sign-in.issuer=" + ISSUER.uri());
    }

    @AfterAll
    static void close() {
        workplace.close();
        BEHIND.close();
        ISSUER.close();
    }

    @BeforeEach
    void behindAnswers() {
        BEHIND.asked.clear();
        BEHIND.says(RULES, "{}");
    }

    @Test
    void a_good_token_goes_through_as_it_came_and_nothing_beside_it_that_would_be_believed() throws Exception {
        String token = token("coordinator", "SOCIAL_SERVICES", "2380");

        String answer = sent(
                RULES,
                "Authorization: Bearer " + token,
                "X-Samordna-Forwarded: 1",
                "X-Forwarded-For: 127.0.0.1",
                "Forwarded: for=127.0.0.1",
                "X-Forwarded-User: karin",
                "X-Agency: POLICE",
                "Cookie: samordna=abc");

        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(BEHIND.lastAsked().header("authorization")).isEqualTo("Bearer " + token);
        assertThat(BEHIND.lastAsked().headers().keySet())
                .containsExactlyInAnyOrder("host", "authorization", "user-agent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Authorization: Bearer karin", "Authorization: Basic eA==", "authorization:"})
    void nothing_goes_through_without_one(String header) throws Exception {
        String answer = header.isEmpty() ? sent(RULES) : sent(RULES, header);

        assertThat(answer)
                .startsWith("HTTP/1.1 401")
                .contains("\"code\":\"token-")
                .doesNotContain("karin");
        assertThat(BEHIND.asked).isEmpty();
    }

    @Test
    void but_a_question_for_what_is_published() throws Exception {
        BEHIND.says("/api/indicators/v1/definitions", "{}");

        assertThat(sent("/api/indicators/v1/definitions")).startsWith("HTTP/1.1 200");
        assertThat(BEHIND.lastAsked().headers()).doesNotContainKey("authorization");
    }

    @Test
    void and_not_a_figure_of_an_agency() throws Exception {
        assertThat(workplace
                        .post(MEASUREMENTS, "{}", "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(401);
        assertThat(BEHIND.asked).isEmpty();
    }

    @Test
    void nor_with_two_of_which_each_side_might_believe_another() throws Exception {
        String answer = sent(
                RULES,
                "Authorization: Bearer " + token("operator", "POLICE", "00"),
                "Authorization: Bearer " + token("coordinator", "SOCIAL_SERVICES", "2380"));

        assertThat(answer).startsWith("HTTP/1.1 401").contains("token-invalid");
        assertThat(BEHIND.asked).isEmpty();
    }

    @Test
    void nor_with_one_as_a_parameter() throws Exception {
        assertThat(sent(RULES + "?access_token=" + token("coordinator", "SOCIAL_SERVICES", "2380")))
                .startsWith("HTTP/1.1 401");
        assertThat(BEHIND.asked).isEmpty();
    }

    @Test
    void one_that_is_called_a_header_of_this_connection_is_not_lost_on_the_way() throws Exception {
        String header = "Bearer " + token("operator", "SOCIAL_SERVICES", "2380");

        assertThat(sent(RULES, "Authorization: " + header, "Connection: Authorization"))
                .startsWith("HTTP/1.1 200");

        assertThat(BEHIND.lastAsked().header("authorization")).isEqualTo(header);
    }

    @ParameterizedTest(name = "{0} of {1} at {2}: actions {3}, measurements {4}")
    @CsvSource({
        "coordinator, SOCIAL_SERVICES, 2380, invalid-event, role",
        "contact, POLICE, 2380, invalid-event, role",
        "system, SOCIAL_SERVICES, 2380, role, invalid-event",
        "manager, SOCIAL_SERVICES, 2380, role, invalid-event",
        "operator, SOCIAL_SERVICES, 00, role, role",
        "data-protection-officer, SOCIAL_SERVICES, 2380, role, role",
    })
    void what_is_taken_in_here_is_for_those_whose_work_it_is(
            String role, String agency, String area, String actions, String measurements) throws Exception {
        String body = "{\"eventId\":\"" + UUID.randomUUID() + "\"}";
        String header = "Bearer " + token(role, agency, area);

        assertThat(workplace
                        .post(ACTIONS, body, "Content-Type", "application/json", "Authorization", header)
                        .body())
                .contains("\"code\":\"" + actions + "\"");
        assertThat(workplace
                        .post(MEASUREMENTS, body, "Content-Type", "application/json", "Authorization", header)
                        .body())
                .contains("\"code\":\"" + measurements + "\"");
        assertThat(BEHIND.asked).isEmpty();
    }

    private static String token(String role, String agency, String area) {
        return ISSUER.token(role, Optional.of(agency), area);
    }

    /** What the port says to a request with these very headers. */
    private static String sent(String path, String... headers) throws IOException {
        StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        request.append("Connection: close\r\n\r\n");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), workplace.port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
