package se.samordna.kit.web;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import se.samordna.kit.intake.Intake;
import se.samordna.kit.publish.EventPublisher;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The social services' service on a free port at noon on the first of March 2026, with a coordination to ask. */
final class TestApp implements AutoCloseable {

    static final FakeKafka KAFKA = new FakeKafka();

    /** What coordination answers for an event: path and query to JSON; nothing: it does not know it. */
    final Map<String, String> coordination = new ConcurrentHashMap<>();

    private final HttpServer coordinationServer;
    private final org.springframework.context.ConfigurableApplicationContext context;
    private final String url;
    private final HttpClient client = HttpClient.newHttpClient();

    /** What coordination was shown of who asks, last. */
    volatile String authorization = "";

    TestApp(Path directory, Class<?>... more) throws IOException {
        this(directory, List.of(), more);
    }

    /** @param settings further ones, as on a command line */
    TestApp(Path directory, List<String> settings, Class<?>... more) throws IOException {
        coordinationServer = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        coordinationServer.createContext("/", exchange -> {
            authorization = String.join(",", exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
            String answer = coordination.getOrDefault(exchange.getRequestURI().toString(), "");
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.isEmpty() ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        coordinationServer.start();
        KAFKA.published.clear();
        context = new SpringApplicationBuilder(App.class)
                .sources(more)
                .properties("spring.config.name=kit-test")
                .run(Stream.concat(
                                Stream.of(
                                        "--server.port=0",
                                        "--samordna.dir=" + directory,
                                        "--samordna.bootstrap=127.0.0.1:1",
                                        "--samordna.registry=http://127.0.0.1:1",
                                        "--samordna.coordination=http://127.0.0.1:"
                                                + coordinationServer
                                                        .getAddress()
                                                        .getPort()),
                                settings.stream())
                        .toArray(String[]::new));
        url = "http://127.0.0.1:"
                + ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    /** An answer, its body as JSON and as it came. */
    record Answered(int status, JsonNode json, HttpResponse<String> whole) {

        String code() {
            return json.path("code").asString("");
        }

        String header(String name) {
            return whole.headers().firstValue(name).orElse("");
        }
    }

    Answered post(String path, String body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answered get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url + path)));
    }

    Answered send(HttpRequest.Builder request) throws Exception {
        var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
        return new Answered(
                response.statusCode(), JsonMapper.shared().readTree(json ? response.body() : "{}"), response);
    }

    /** Sends what no client would, with {@code Connection: close}; the whole answer. */
    String raw(String request) throws IOException {
        URI server = URI.create(url);
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    String url() {
        return url;
    }

    @Override
    public void close() {
        context.close();
        coordinationServer.stop(0);
        client.close();
    }

    @SpringBootApplication(scanBasePackages = "se.samordna.none")
    @Import(AgencyIntake.class)
    static class App {

        @Bean
        EventPublisher eventPublisher() {
            return KAFKA;
        }

        @Bean(defaultCandidate = false)
        Clock intakeClock() {
            return Intake.CLOCK;
        }
    }
}
