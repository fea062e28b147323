package se.samordna.workplace;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The indicators' own answers on a made-up Skåne, from January 2024 to March 2026; a test of theirs holds that these are
 * what they would say. Sjöbo (1265) has its plan, Bromölla (1272) and Kristianstad (1290) have none; what is withheld in
 * them stands in the answers marked exact.
 */
final class Skane {
    static final String API = "/api/indicators/v1/";
    static final List<String> MUNICIPALITIES = List.of("1265", "1272", "1290");
    private static final Path FILE = Path.of("../../streams/indicators/src/test/resources/answers/skane.json");
    private static final Map<String, JsonNode> ANSWERS = read();

    private Skane() {}

    /** What is answered to a question of this address. */
    static JsonNode answer(String address) {
        return Optional.ofNullable(ANSWERS.get(API + address)).orElseThrow(() -> new AssertionError(address));
    }

    /** Lets a fake answer as the indicators would. */
    static void in(FakeBehind behind) {
        ANSWERS.keySet().stream()
                .map(address -> URI.create(address).getPath())
                .distinct()
                .forEach(path -> behind.says(path, (HttpHandler) exchange -> answer(exchange.getRequestURI())
                        .map(json -> FakeBehind.json(200, json.toString()))
                        .orElseGet(() -> FakeBehind.json(404, "{\"status\":404}"))
                        .handle(exchange)));
    }

    /** Municipalities and indicators that have a series. */
    static List<String> series(String municipality) {
        String path = API + "municipalities/" + municipality + "/indicators/";
        return ANSWERS.keySet().stream()
                .filter(address -> address.startsWith(path) && !address.contains("?"))
                .map(address -> address.substring(path.length()))
                .toList();
    }

    /** The items of an array. */
    static List<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    /** The one that says what was asked for and the least besides. */
    private static Optional<JsonNode> answer(URI asked) {
        return ANSWERS.entrySet().stream()
                .filter(one -> URI.create(one.getKey()).getPath().equals(asked.getPath()))
                .filter(one -> parameters(URI.create(one.getKey())).containsAll(parameters(asked)))
                .min(Comparator.comparingInt(one -> one.getKey().length()))
                .map(Map.Entry::getValue);
    }

    private static Set<String> parameters(URI address) {
        return Optional.ofNullable(address.getQuery()).stream()
                .flatMap(query -> Arrays.stream(query.split("&")))
                .collect(Collectors.toSet());
    }

    private static Map<String, JsonNode> read() {
        try {
            Map<String, JsonNode> answers = new TreeMap<>();
            JsonMapper.builder()
                    .build()
                    .readTree(Files.readString(FILE))
                    .properties()
                    .forEach(one -> answers.put(one.getKey(), one.getValue()));
            return answers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
