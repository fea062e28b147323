package se.samordna.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Who gets through, and as whom. */
class CallerFilterTest {

    private static Issuer issuer;
    private static Tokens tokens;

    @BeforeAll
    static void open() {
        issuer = new Issuer();
        tokens = new Tokens(issuer.uri(), Optional.empty(), Issuer.AUDIENCE);
    }

    @AfterAll
    static void close() {
        tokens.close();
        issuer.close();
    }

    /** What became of a request. */
    private record Outcome(MockHttpServletRequest request, MockHttpServletResponse response, boolean passed) {

        String code() throws Exception {
            return passed ? "passed" : response.getContentAsString().replaceAll(".*\"code\":\"([a-z-]+)\".*", "$1");
        }
    }

    @ParameterizedTest(name = "from {0} as {1}, token required {2}: {3}")
    @CsvSource({
        "127.0.0.1, localhost, false, passed",
        "127.0.0.1, 127.0.0.1, false, passed",
        "0:0:0:0:0:0:0:1, localhost, false, passed",
        "127.0.0.1, evil.example, false, token-missing",
        "127.0.0.1, localhost.evil.example, false, token-missing",
        "10.0.0.7, localhost, false, token-missing",
        "10.0.0.7, 127.0.0.1, false, token-missing",
        "127.0.0.1, localhost, true, token-missing",
        "10.0.0.7, localhost, true, token-missing",
    })
    void without_a_token_this_machine_alone_may_ask_if_anyone(String from, String as, boolean required, String code)
            throws Exception {
        MockHttpServletRequest request = request(from, as);
        request.addHeader("X-Forwarded-For", "127.0.0.1");
        request.addHeader("X-Forwarded-Host", "localhost");
        request.addHeader("Forwarded", "for=127.0.0.1;host=localhost");

        Outcome outcome = sent(request, Optional.of(tokens), required);

        assertThat(outcome.code()).isEqualTo(code);
        if (outcome.passed()) {
            assertThat(Presence.of(outcome.request())).isEqualTo(new Presence.Local());
        } else {
            assertThat(outcome.response().getStatus()).isEqualTo(401);
            assertThat(outcome.response().getHeader("WWW-Authenticate")).isEqualTo("Bearer realm=\"samordna\"");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_good_token_is_its_owner_wherever_they_ask_from(boolean required) throws Exception {
        String token = token();
        MockHttpServletRequest request = request("10.0.0.7", "samordna.example");
        request.addHeader("Authorization", "bearer " + token);

        Outcome outcome = sent(request, Optional.of(tokens), required);

        assertThat(outcome.passed()).isTrue();
        assertThat(Presence.of(outcome.request()).signedIn())
                .map(known -> known.caller().role())
                .contains(Role.CONTACT);
        assertThat(Presence.of(outcome.request()).signedIn())
                .map(known -> known.bearer().header())
                .contains("Bearer " + token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer karin", "Basic a2FyaW46cHc=", "", "Digest x", "Bearer a b"})
    void whoever_shows_something_else_is_not_taken_for_this_machine(String shown) throws Exception {
        MockHttpServletRequest request = request("127.0.0.1", "localhost");
        request.addHeader("Authorization", shown);

        Outcome outcome = sent(request, Optional.of(tokens), false);

        assertThat(outcome.code()).isEqualTo("token-invalid");
        assertThat(outcome.response().getStatus()).isEqualTo(401);
        assertThat(outcome.response().getContentType()).isEqualTo("application/problem+json");
        assertThat(outcome.response().getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(outcome.response().getHeader("WWW-Authenticate")).contains("error=\"invalid_token\"");
        assertThat(outcome.response().getContentAsString()).doesNotContain("karin");
    }

    @Test
    void of_two_good_tokens_none_is() throws Exception {
        MockHttpServletRequest request = request("127.0.0.1", "localhost");
        request.addHeader("Authorization", "Bearer " + token());
        request.addHeader("Authorization", "Bearer " + token());

        assertThat(sent(request, Optional.of(tokens), false).code()).isEqualTo("token-invalid");
    }

    @Test
    void where_no_issuer_is_known_no_token_is_believed() throws Exception {
        MockHttpServletRequest request = request("127.0.0.1", "localhost");
        request.addHeader("Authorization", "Bearer " + token());

        assertThat(sent(request, Optional.empty(), false).code()).isEqualTo("token-invalid");
    }

    @Test
    void an_expired_token_says_so_and_one_that_cannot_be_judged_may_come_again() throws Exception {
        MockHttpServletRequest late = request("127.0.0.1", "localhost");
        late.addHeader("Authorization", "Bearer " + expired());
        MockHttpServletRequest early = request("127.0.0.1", "localhost");
        early.addHeader("Authorization", "Bearer " + token());
        try (Issuer away = new Issuer();
                Tokens untold = new Tokens(away.uri(), Optional.empty(), Issuer.AUDIENCE)) {
            away.away(true);

            Outcome expired = sent(late, Optional.of(tokens), false);
            Outcome unjudged = sent(early, Optional.of(untold), false);

            assertThat(expired.code()).isEqualTo("token-expired");
            assertThat(expired.response().getStatus()).isEqualTo(401);
            assertThat(unjudged.code()).isEqualTo("issuer-away");
            assertThat(unjudged.response().getStatus()).isEqualTo(503);
            assertThat(unjudged.response().getHeader("Retry-After")).isEqualTo("5");
            assertThat(unjudged.response().getHeader("WWW-Authenticate")).isNull();
        }
    }

    @ParameterizedTest(name = "{0}, answered as {1}: {2}")
    @CsvSource({
        "/actuator/health/readiness, /actuator/health/readiness, passed",
        "/actuator/prometheus, /actuator/prometheus, passed",
        "/actuator/../api/coordination/v1/rules, /api/coordination/v1/rules, token-missing",
        "/api/../actuator/prometheus, /actuator/prometheus, token-missing",
        "/actuator, /actuator, token-missing",
        "/api/coordination/v1/rules, /api/coordination/v1/rules, token-missing",
    })
    void health_and_metrics_stay_open_and_nothing_that_is_only_written_like_them(
            String written, String answered, String code) throws Exception {
        MockHttpServletRequest request = request("10.0.0.7", "samordna.example");
        request.setRequestURI(written);
        request.setServletPath(answered);

        assertThat(sent(request, Optional.of(tokens), true).code()).isEqualTo(code);
    }

    @Test
    void where_no_filter_has_looked_nobody_is_anyone() {
        MockHttpServletRequest request = request("127.0.0.1", "localhost");
        request.setAttribute("caller", new Presence.Local());

        assertThatThrownBy(() -> Presence.of(request)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest(name = "{0} {1}, answered as {2}: {3}")
    @CsvSource({
        "GET, /api/indicators/v1/cells, /api/indicators/v1/cells, passed",
        "HEAD, /api/indicators/v1/cells, /api/indicators/v1/cells, passed",
        "POST, /api/indicators/v1/measurements, /api/indicators/v1/measurements, token-missing",
        "GET, /api/indicators/../coordination/v1/alerts, /api/coordination/v1/alerts, token-missing",
        "GET, /api/coordination/../indicators/v1/cells, /api/indicators/v1/cells, token-missing",
        "GET, /api/indicatorsx, /api/indicatorsx, token-missing",
        "GET, /api/coordination/v1/rules, /api/coordination/v1/rules, token-missing",
    })
    void what_is_published_is_read_by_everyone_and_they_are_nobody(
            String method, String written, String answered, String code) throws Exception {
        MockHttpServletRequest request = request("10.0.0.7", "samordna.example");
        request.setMethod(method);
        request.setRequestURI(written);
        request.setServletPath(answered);

        Outcome outcome =
                sent(request, Optional.of(tokens), new AccessSettings.Auth(true, List.of("/api/indicators/")));

        assertThat(outcome.code()).isEqualTo(code);
        if (outcome.passed()) {
            Presence nobody = Presence.of(outcome.request());
            assertThat(nobody).isEqualTo(new Presence.Nobody());
            assertThatThrownBy(nobody::signedIn).isInstanceOf(IllegalStateException.class);
        }
    }

    private static Outcome sent(MockHttpServletRequest request, Optional<Tokens> judge, boolean required)
            throws Exception {
        return sent(request, judge, new AccessSettings.Auth(required, List.of()));
    }

    private static Outcome sent(MockHttpServletRequest request, Optional<Tokens> judge, AccessSettings.Auth auth)
            throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockFilterChain chain = new MockFilterChain();
        new CallerFilter(judge, auth).doFilter(request, response, chain);
        return new Outcome(request, response, chain.getRequest() != null);
    }

    private static MockHttpServletRequest request(String from, String as) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/coordination/v1/rules");
        request.setServletPath("/api/coordination/v1/rules");
        request.setRemoteAddr(from);
        request.setServerName(as);
        return request;
    }

    private static String token() {
        return issuer.token("contact", Optional.of("SCHOOL"), "2380");
    }

    private static String expired() {
        return Issuer.signed(
                issuer.key(),
                Issuer.header(issuer.key()).build(),
                issuer.claims("contact", Optional.of("SCHOOL"), "2380")
                        .expirationTime(
                                java.util.Date.from(java.time.Instant.now().minusSeconds(120)))
                        .build());
    }
}
