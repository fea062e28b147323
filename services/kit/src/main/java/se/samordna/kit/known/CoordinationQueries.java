package se.samordna.kit.known;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import se.samordna.access.Bearer;
import se.samordna.events.Agency;
import se.samordna.schemas.Agencies;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks coordination over HTTP: {@code GET /api/coordination/v1/events/{eventId}?childId=&as=}. One that does not answer is
 * left in peace for a few seconds: intake must not wait for a part that it can do without.
 */
public final class CoordinationQueries implements StoredEvents, AutoCloseable {

    private static final Duration CONNECT = Duration.ofMillis(200);
    private static final Duration ANSWER = Duration.ofMillis(400);
    private static final Duration PEACE = Duration.ofSeconds(5);
    private static final int FOUND = 200;
    private static final int ABSENT = 404;
    private static final int NO_GROUND = 403;

    private final List<URI> instances;
    private final JsonMapper json = JsonMapper.shared();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    private final AtomicLong silentUntil = new AtomicLong(System.nanoTime());

    /** The instances of coordination, asked in turn until one answers; none: nothing is ever known. */
    public CoordinationQueries(List<URI> instances) {
        this.instances = List.copyOf(instances);
    }

    @Override
    public StoredEvent ask(UUID childId, UUID eventId, Agency asking, Optional<Bearer> bearer) {
        if (System.nanoTime() - silentUntil.get() < 0) {
            return new StoredEvent.NotKnown();
        }
        boolean silent = true;
        for (URI instance : instances) {
            Optional<StoredEvent> answer = ask(instance, childId, eventId, asking, bearer);
            if (answer.filter(one -> !(one instanceof StoredEvent.NotKnown)).isPresent()) {
                return answer.get();
            }
            silent &= answer.isEmpty();
        }
        if (silent) {
            // One that answers, if only that this asker may not ask, is there for the others.
            silentUntil.set(System.nanoTime() + PEACE.toNanos());
        }
        return new StoredEvent.NotKnown();
    }

    /** Empty if it does not answer. */
    private Optional<StoredEvent> ask(
            URI instance, UUID childId, UUID eventId, Agency asking, Optional<Bearer> bearer) {
        String query = "/api/coordination/v1/events/%s?childId=%s&as=%s"
                .formatted(eventId, childId, Agencies.wireName(asking));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(instance.resolve(query)).timeout(ANSWER);
        bearer.ifPresent(token -> request.header("Authorization", token.header()));
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return Optional.of(
                    switch (response.statusCode()) {
                        case FOUND -> held(json.readTree(response.body()));
                        case ABSENT -> new StoredEvent.Absent();
                        case NO_GROUND -> new StoredEvent.NoGround();
                        default -> new StoredEvent.NotKnown();
                    });
        } catch (IOException | JacksonException e) {
            // Not known is an answer: the event is then accepted and a conflict found downstream.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static StoredEvent held(JsonNode answer) {
        String agency = answer.path("agency").asString("");
        return Arrays.stream(Agency.values())
                .filter(one -> one.name().equals(agency))
                .findFirst()
                .<StoredEvent>map(owner -> new StoredEvent.Held(
                        owner, answer.path("status").asString(""), text(answer, "reason"), text(answer, "digest")))
                .orElseGet(StoredEvent.NotKnown::new);
    }

    private static Optional<String> text(JsonNode answer, String field) {
        return Optional.of(answer.path(field))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .filter(text -> !text.isEmpty());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
