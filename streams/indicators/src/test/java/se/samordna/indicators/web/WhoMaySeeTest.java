package se.samordna.indicators.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.samordna.access.Issuer;
import se.samordna.access.Role;
import se.samordna.indicators.IndicatorsApp;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who sees which figures, where everyone needs a token: each role of each agency and place, at each way to ask, over
 * HTTP. The broker is away, so that whoever may ask is told 503 and whoever may not 403.
 */
class WhoMaySeeTest {

    private static final List<String> PUBLISHED = List.of(
            "cells",
            "cells?municipality=2380",
            "municipalities/2380/areas",
            "municipalities/2380/indicators",
            "municipalities/2380/indicators/I05",
            "indicators/I05",
            "indicators/I05?municipality=2380",
            "counties/23/indicators",
            "counties/23/cells",
            "comparison?indicator=I05&period=2025",
            "metrics");
    private static final List<String> EXACT = List.of(
            "cells?municipality=2380&exact=true",
            "municipalities/2380/areas?exact=true",
            "municipalities/2380/indicators?exact=true",
            "municipalities/2380/indicators/I05?exact=true");
    private static final List<String> AREAS = List.of("2380", "2313", "1265", "23", "00");
    private static final List<Optional<String>> AGENCIES = List.of(
            Optional.of("SOCIAL_SERVICES"),
            Optional.of("SCHOOL"),
            Optional.of("REGION"),
            Optional.of("POLICE"),
            Optional.empty());
    /** Written down here once more, not asked of {@link Role}. */
    private static final Set<Role> SEE_EXACT = Set.of(Role.COORDINATOR, Role.MANAGER, Role.PLAN_OWNER);

    private static final Set<Role> OF_AN_AGENCY = Set.of(Role.COORDINATOR, Role.CASE_WORKER, Role.CONTACT, Role.SYSTEM);

    @TempDir
    static Path directory;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Issuer ISSUER = new Issuer();
    private static ConfigurableApplicationContext app;

    @BeforeAll
    static void start() {
        app = IndicatorsApp.app()
                .registerShutdownHook(false)
                .run(
                        "--server.port=0",
                        "--samordna.bootstrap=127.0.0.1:1",
                        "--samordna.registry=mock://who-may-see",
                        "--samordna.dir=" + directory,
                        "--samordna.auth.required=true",
                        "--samordna.sign-in.issuer=" + ISSUER.uri(),
                        "--logging.level.root=ERROR");
    }

    @AfterAll
    static void stop() {
        app.close();
        ISSUER.close();
    }

    @ParameterizedTest
    @EnumSource
    void published_figures_are_for_all_and_exact_ones_for_three_roles_of_that_municipality_alone(Role role)
            throws Exception {
        List<String> wrong = new ArrayList<>();
        for (String area : AREAS) {
            for (Optional<String> agency : AGENCIES) {
                if (agency.isEmpty() && OF_AN_AGENCY.contains(role)) {
                    continue; // no such token is believed
                }
                String token = ISSUER.token(role.word(), agency, area);
                boolean municipal =
                        agency.isEmpty() || Set.of("SOCIAL_SERVICES", "SCHOOL").contains(agency.get());
                boolean own = SEE_EXACT.contains(role) && area.equals("2380") && municipal;
                for (String path : PUBLISHED) {
                    check(path, token, "not-ready", wrong);
                }
                for (String path : EXACT) {
                    check(path, token, own ? "not-ready" : "not-own-municipality", wrong);
                    String other = agency.equals(Optional.of("POLICE")) ? "school" : "police";
                    check(path + "&as=" + other, token, "not-own-municipality", wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** A path that is new is for nobody until it has been thought about whom it is for, and is asked for above. */
    @Test
    void there_is_no_other_way_to_ask() {
        var mapped = app
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .distinct();

        assertThat(mapped)
                .containsExactlyInAnyOrder(
                        "/api/indicators/v1/cells",
                        "/api/indicators/v1/comparison",
                        "/api/indicators/v1/counties/{code}/cells",
                        "/api/indicators/v1/counties/{code}/indicators",
                        "/api/indicators/v1/definitions",
                        "/api/indicators/v1/indicators/{id}",
                        "/api/indicators/v1/metrics",
                        "/api/indicators/v1/municipalities/{code}/areas",
                        "/api/indicators/v1/municipalities/{code}/indicators",
                        "/api/indicators/v1/municipalities/{code}/indicators/{id}",
                        "/error");
    }

    @Test
    void without_a_token_what_is_published_is_told_and_nothing_else_and_with_one_that_is_none_nothing()
            throws Exception {
        List<String> wrong = new ArrayList<>();
        for (String path : PUBLISHED) {
            check(path, "", "not-ready", wrong);
            check(path, "karin", "token-invalid", wrong);
        }
        for (String path : EXACT) {
            check(path, "", "not-own-municipality", wrong);
            check(path + "&as=social-services", "", "not-own-municipality", wrong);
        }
        assertThat(wrong).isEmpty();
        assertThat(get("/api/indicators/v1/definitions", "").statusCode()).isEqualTo(200);
        assertThat(get("/api/elsewhere", "").statusCode()).isEqualTo(401);
        assertThat(get("/actuator/health/liveness", "").statusCode()).isEqualTo(200);
    }

    /** Who has seen exact figures, and who tried, can be told afterwards. */
    @Test
    void a_reading_and_a_refusal_are_in_the_log_with_municipality_role_and_id_and_nothing_else() throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger(Asker.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(lines);
        try {
            get("/api/indicators/v1/cells?municipality=2380", ISSUER.token("plan-owner", Optional.empty(), "2380"));
            get("/api/indicators/v1/" + EXACT.getFirst(), ISSUER.token("plan-owner", Optional.empty(), "2380"));
            get("/api/indicators/v1/" + EXACT.getLast(), ISSUER.token("manager", Optional.empty(), "1265"));
        } finally {
            logger.detachAppender(lines);
            logger.setLevel(Level.ERROR);
        }

        assertThat(lines.list)
                .extracting(line -> line.getMessage() + " "
                        + line.getKeyValuePairs().stream()
                                .filter(pair -> !pair.key.equals("who"))
                                .map(pair -> pair.key + "=" + pair.value)
                                .toList())
                .containsExactly(
                        "exact figures were asked for [municipality=2380, role=plan-owner]",
                        "exact figures were refused [municipality=2380, role=manager]");
        assertThat(lines.list)
                .allSatisfy(line -> assertThat(line.getKeyValuePairs())
                        .anySatisfy(pair -> assertThat(pair.key + pair.value)
                                .startsWith("who")
                                .hasSizeGreaterThan(5)));
    }

    private static void check(String path, String token, String code, List<String> wrong) throws Exception {
        HttpResponse<String> answer = get("/api/indicators/v1/" + path, token);
        String told = JsonMapper.shared().readTree(answer.body()).path("code").asString("");
        if (!told.equals(code)) {
            wrong.add(path + ": " + answer.statusCode() + " " + told + ", not " + code);
        }
    }

    private static HttpResponse<String> get(String path, String token) throws Exception {
        String port = app.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
