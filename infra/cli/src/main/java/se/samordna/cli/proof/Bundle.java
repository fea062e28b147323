package se.samordna.cli.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The proof of one alert, a JSON file: what was told, and where everything lies that it was reckoned from. It holds ids,
 * places and hashes of events and no content of any but what the conditions tell, which are those of an explanation to
 * the agency that reads everything the rule reads. So it is the operator's file; whoever may not know of an agency's
 * events is not given it.
 *
 * <pre>
 * {"format": "samordna-proof", "version": 1,
 *  "alert": {…},                                        the line told, as {@code alerts --json} has it
 *  "rule": {"id": "R05", "version": 1, "settings": {…}, "absence": {…}, "policy": 2},
 *  "namespace": "3f…",                                  SHA-256 of the alert ids' namespace, which itself is secret
 *  "asOf": "2026-03-06T12:00:00Z",                      the child's now
 *  "conditions": [{"code": "REPORTS", "value": "3 (≥ 3)", "met": true}, …],
 *  "through": {"school.events-2": 4711, …},             the log was read up to these offsets
 *  "records": [{"topic": "school.events", "partition": 2, "offset": 17, "schema": 4, "eventId": "…", "sha256": "…"}, …]}
 * </pre>
 *
 * @param alert with its {@code revision}, which counts what was told on the way and is not part of what is compared; of a
 *     WITHDRAWN one it is proven that the records yield no such alert, since its line says what was true before
 * @param through per partition the offset before which everything was read; the records are all that the alert is a
 *     function of ({@link se.samordna.rules.Premises}) among those of its child there
 * @param records by topic and offset
 */
public record Bundle(
        String format,
        int version,
        JsonNode alert,
        InForce rule,
        String namespace,
        Instant asOf,
        List<Value> conditions,
        SortedMap<String, Long> through,
        List<At> records) {

    static final String FORMAT = "samordna-proof";
    static final int VERSION = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    /**
     * The rule as it was in force.
     *
     * @param absence what makes a day of absence high, which several rules share
     * @param policy version of the disclosure policy
     */
    public record InForce(String id, int version, JsonNode settings, JsonNode absence, int policy) {}

    /** A condition's code and value, as {@link se.samordna.rules.Condition}. */
    public record Value(String code, String value, boolean met) {}

    /**
     * Where a record lies.
     *
     * @param eventId of the event; of what another child tells, that child's id
     * @param schema the id in its bytes under which the registry has the writer's schema
     * @param sha256 of the whole value, in hexadecimal
     */
    public record At(String topic, int partition, long offset, int schema, UUID eventId, String sha256) {

        /** As {@code school.events-2@17}. */
        String place() {
            return topic + "-" + partition + "@" + offset;
        }
    }

    UUID alertId() {
        return UUID.fromString(alert.path("alertId").asString(""));
    }

    UUID childId() {
        return UUID.fromString(alert.path("childId").asString(""));
    }

    /** The same of another line. */
    Bundle telling(JsonNode other) {
        return new Bundle(format, version, other, rule, namespace, asOf, conditions, through, records);
    }

    void write(Path file) {
        try {
            Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a file turned out to be. */
    sealed interface File {
        record Whole(Bundle bundle) implements File {}

        record Broken(String why) implements File {}
    }

    static File read(Path file) {
        try {
            Bundle bundle = JSON.readValue(Files.readString(file), Bundle.class);
            if (!bundle.format.equals(FORMAT) || bundle.version != VERSION) {
                return new File.Broken(
                        "format: " + bundle.format + " " + bundle.version + ", not " + FORMAT + " " + VERSION);
            }
            bundle.alertId();
            bundle.childId();
            return new File.Whole(bundle);
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            return new File.Broken(
                    "no proof: it cannot be read, " + e.getClass().getSimpleName());
        }
    }

    static JsonNode tree(Object any) {
        return JSON.valueToTree(any);
    }
}
