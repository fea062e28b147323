package se.samordna.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samordna.cli.Samordna;
import se.samordna.local.LocalPlatform;
import se.samordna.local.LocalSettings;

/** All of Samordna on this machine, as {@code demo} starts it but smaller: half a year of a small Östersund and our own children. */
final class Platform implements AutoCloseable {
    private static final Pattern CHILD = Pattern.compile("\"childId\":\"([0-9a-f-]{36})\"");
    private static final Logger LOG = LoggerFactory.getLogger(Platform.class);

    private final LocalPlatform local;
    private final Path dir;
    private final Map<Person, String> sessions = new EnumMap<>(Person.class);
    private final Map<String, String> alertIds = new HashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();

    private Platform(LocalPlatform local, Path dir) {
        this.local = local;
        this.dir = dir;
    }

    static Platform started() {
        try {
            Path dir = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "platform");
            Platform platform = new Platform(LocalPlatform.start(LocalSettings.onFreePorts(dir), LOG::info), dir);
            platform.seed();
            return platform;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void seed() throws IOException {
        Path county = dir.resolve("county.jsonl");
        Path ours = Files.write(dir.resolve("ours.jsonl"), Story.untilNow(Instant.now()));
        command("generate", "--municipality", Story.OSTERSUND, "--children", "150", "--months", "6")
                .with("--until", Story.today().toString(), "--out", county.toString())
                .runs();
        command("replay", county.toString(), ours.toString(), "--dir", dir.toString())
                .with("--url", url(), "--bootstrap", local.bootstrap(), "--registry", local.registry())
                .runs();
        local.startClock();
    }

    String url() {
        return local.url();
    }

    /** The session of somebody, begun when it is first wanted. */
    String session(Person who, Supplier<String> begun) {
        return sessions.computeIfAbsent(who, _ -> begun.get());
    }

    /** A child of Östersund about whom there is a report, and an alert because of it. */
    UUID reported() {
        UUID child = UUID.randomUUID();
        reported(child, UUID.randomUUID());
        return child;
    }

    /** The same with ids of one's own. */
    void reported(UUID child, UUID report) {
        sends("social-services", Events.report(child, report));
        awaits("social-services", child);
    }

    /** Waits until an agency has been told of a child. */
    void awaits(String recipient, UUID child) {
        await().atMost(Duration.ofSeconds(40))
                .until(() -> !alerts(recipient, child.toString()).isEmpty());
    }

    /** The id of the alert that the social services have of a child by that rule; waits for it. */
    String alertOf(UUID child, String rule) {
        return alertOf(child.toString(), rule);
    }

    /** The same of a child of the story. Looked up once: an alert keeps its id, whatever becomes of it. */
    String alertOf(String child, String rule) {
        return alertIds.computeIfAbsent(child + ' ' + rule, _ -> awaited(child, rule));
    }

    private String awaited(String child, String rule) {
        Pattern wanted = Pattern.compile("\"alertId\":\"([^\"]+)\",\"ruleId\":\"" + rule + "\"");
        return await().atMost(Duration.ofSeconds(40))
                .until(
                        () -> alerts("social-services", child).stream()
                                .map(wanted::matcher)
                                .filter(Matcher::find)
                                .map(found -> found.group(1))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Lets an app answer nobody until {@link #opens}, as if its machine were away. */
    void shuts(String app) {
        local.shut(app);
    }

    /** Lets it answer again. */
    void opens(String app) {
        local.open(app);
    }

    /** The alerts a recipient has of a child, as JSON lines. */
    List<String> alerts(String recipient, String child) {
        return command("alerts", "--recipient", recipient, "--child", child, "--json")
                .with("--url", url(), "--bootstrap", local.bootstrap(), "--registry", local.registry())
                .runs();
    }

    /** An agency's own system sends events, one JSON object or an array of them. */
    void sends(String agency, String json) {
        posted("/api/" + agency + "/v1/events", json);
    }

    /** Lays bytes on a topic, past every service, as a system does that follows no rule of ours. */
    void lays(String topic, UUID child, byte[] bytes) {
        Records.lay(local.bootstrap(), topic, child, bytes);
    }

    /** An agency's own system tells who a child is; the id that its events have. */
    UUID knows(String agency, String json) {
        Matcher child = CHILD.matcher(posted("/api/" + agency + "/v1/identities", json));
        assertThat(child.find()).isTrue();
        return UUID.fromString(child.group(1));
    }

    private String posted(String path, String json) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        local.close();
    }

    private static Command command(String... words) {
        return new Command(new ArrayList<>(List.of(words)));
    }

    private record Command(List<String> words) {
        Command with(String... more) {
            words.addAll(List.of(more));
            return this;
        }

        /** Its output's lines; it must end well. */
        List<String> runs() {
            var out = new StringWriter();
            var err = new StringWriter();
            int code = Samordna.line()
                    .setOut(new PrintWriter(out, true))
                    .setErr(new PrintWriter(err, true))
                    .execute(words.toArray(String[]::new));
            assertThat(code).as("%s: %s%s", words, out, err).isZero();
            return out.toString().lines().toList();
        }
    }
}
