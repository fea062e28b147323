package se.samordna.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the demonstration sign-in says and to whom; how a person signs in through it is the workplace's to show. */
class ProviderTest {
    @TempDir
    static Path dir;

    private static int port;
    private static ConfigurableApplicationContext app;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        app = SignInApp.app()
                .run(Stream.of(
                                "server.port=" + port,
                                "logging.level.root=WARN",
                                "samordna.provider.issuer=" + at(""),
                                "samordna.provider.secret=said-in-tests-alone",
                                "samordna.provider.keys=" + dir.resolve("keys"))
                        .map(setting -> "--" + setting)
                        .toArray(String[]::new));
    }

    @AfterAll
    static void stop() {
        app.close();
        CLIENT.close();
    }

    @Test
    void the_page_names_everyone_and_says_that_they_are_made_up() throws Exception {
        HttpResponse<String> answer = get("/sign-in");
        Document page = Jsoup.parse(answer.body());

        assertThat(page.select("h1 + p").text()).isEqualTo("Påhittade personer. Ingen riktig inloggning.");
        assertThat(page.select("button").eachText())
                .hasSize(13)
                .contains(
                        "Karin Exempel samordnare, socialtjänsten i Östersund",
                        "Björn Prov BUP:s kontaktperson, Region Jämtland Härjedalen");
        assertThat(page.select("input:not([type=hidden])")).isEmpty();
        assertThat(page.select("script, style, [style]")).isEmpty();
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' ")
                .doesNotContain("unsafe");
        Document english = Jsoup.parse(get("/sign-in?lang=en").body());
        assertThat(english.select("h1 + p").text()).isEqualTo("Made-up people. No real sign-in.");
        assertThat(english.select("html").attr("lang")).isEqualTo("en");
        assertThat(get(page.select("link[rel=stylesheet]").attr("href")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_parameter_that_cannot_be_decoded_is_told_as_such() throws Exception {
        HttpResponse<String> answer = get("/sign-in?lang=%F0%28");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"unreadable-parameters\"");
    }

    @Test
    void an_agencys_system_gets_a_token_of_its_agency_by_a_secret_that_only_the_owner_of_the_file_reads()
            throws Exception {
        Path file = dir.resolve("keys").resolve("systems.json");
        JsonNode secrets = JsonMapper.shared().readTree(Files.readString(file));

        HttpResponse<String> answer =
                token("school-system", secrets.path("SCHOOL").asString(), "grant_type=client_credentials");
        JWTClaimsSet claims = SignedJWT.parse(JsonMapper.shared()
                        .readTree(answer.body())
                        .path("access_token")
                        .asString())
                .getJWTClaimsSet();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(secrets.propertyNames()).containsExactlyInAnyOrder("SOCIAL_SERVICES", "SCHOOL", "REGION", "POLICE");
        assertThat(claims.getAudience()).isEqualTo(List.of("samordna"));
        assertThat(claims.getIssuer()).isEqualTo(at(""));
        assertThat(claims.getStringClaim("role")).isEqualTo("system");
        assertThat(claims.getStringClaim("agency")).isEqualTo("SCHOOL");
        assertThat(claims.getStringClaim("municipality")).isEqualTo("00");
        assertThat(token("school-system", secrets.path("POLICE").asString(), "grant_type=client_credentials")
                        .statusCode())
                .isEqualTo(401);
        assertThat(token("workplace", "said-in-tests-alone", "grant_type=client_credentials")
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080/login/oauth2/code/samordna, , no proof of who began",
        "http://evil.example/login/oauth2/code/samordna, x, a page of another",
        "http://127.0.0.1:8080/elsewhere, x, another page of ours"
    })
    void a_request_that_the_workplace_would_not_make_leads_nowhere(String redirect, String proof, String why)
            throws Exception {
        String query = "?response_type=code&client_id=workplace&scope=openid&state=s&redirect_uri=" + redirect
                + (proof == null ? "" : "&code_challenge_method=S256&code_challenge=" + "x".repeat(43));
        HttpResponse<String> answer = get("/oauth2/authorize" + query);

        String leadsTo = answer.headers().firstValue("Location").orElse("");
        assertThat(answer.statusCode() == 400 || leadsTo.contains("error=invalid_request"))
                .as(why + ": " + answer.statusCode() + " " + leadsTo)
                .isTrue();
        assertThat(leadsTo).doesNotContain("evil.example").doesNotContain("/elsewhere");
    }

    @Test
    void another_name_for_this_machine_is_not_served_and_nothing_else_is_here() throws Exception {
        assertThat(raw("GET /sign-in HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(raw("GET /sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
        for (String path : List.of("/", "/actuator/env", "/logout", "/login")) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isIn(302, 403);
            assertThat(answer.headers().firstValue("Location").orElse("/sign-in"))
                    .endsWith("/sign-in");
        }
    }

    private static String at(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(at(path))).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> token(String client, String secret, String grant)
            throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(at("/oauth2/token")))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(grant))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
