package se.samordna.schemas;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts every schema of the catalogue into the registry, under FULL_TRANSITIVE: whoever reads with any version can read
 * what any other version wrote. The one place that registers; running it again changes nothing.
 */
public final class SchemaRegistration {

    private static final String COMPATIBILITY = "FULL_TRANSITIVE";
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;
    private static final String WHOLE_REGISTRY = "";

    private final SchemaRegistryClient registry;

    /** Against any client: a cluster's with its credentials, or a test's. */
    public SchemaRegistration(SchemaRegistryClient registry) {
        this.registry = registry;
    }

    /**
     * Registers all subjects.
     *
     * @param url the registry's Confluent API, such as {@code http://127.0.0.1:18081/apis/ccompat/v7}
     * @return what became of each subject, in the order of the catalogue; ends at the first {@link
     *     Registration.RegistryAway}, whose subject is empty if nothing was tried
     */
    public static List<Registration> at(String url) {
        return new SchemaRegistration(new CachedSchemaRegistryClient(url, 1_000)).registerAll();
    }

    /** Every subject and its schema, in the order of the catalogue. */
    public static Map<String, AvroSchema> subjects() {
        Map<String, AvroSchema> subjects = new LinkedHashMap<>();
        for (Topic topic : Topics.catalogue()) {
            topic.types().forEach(type -> subjects.put(topic.subject(type), new AvroSchema(WireSchemas.of(type))));
        }
        return subjects;
    }

    /** Registers all subjects, as {@link #at}. */
    public List<Registration> registerAll() {
        try {
            // Without a subject it is for the whole registry, ours alone: one by one doubles the time of a first start.
            registry.updateCompatibility(null, COMPATIBILITY);
            return registerAll(Set.copyOf(registry.getAllSubjects()));
        } catch (RestClientException e) {
            return List.of(refused(WHOLE_REGISTRY, e));
        } catch (IOException e) {
            return List.of(away(WHOLE_REGISTRY, e));
        }
    }

    private List<Registration> registerAll(Set<String> known) {
        List<Registration> done = new ArrayList<>();
        for (Map.Entry<String, AvroSchema> subject : subjects().entrySet()) {
            Registration outcome = register(subject.getKey(), subject.getValue(), known);
            done.add(outcome);
            if (outcome instanceof Registration.RegistryAway) {
                break;
            }
        }
        return done;
    }

    private Registration register(String subject, AvroSchema schema, Set<String> known) {
        try {
            Optional<Integer> id = known.contains(subject) ? lookup(subject, schema) : Optional.empty();
            return id.isPresent()
                    ? new Registration.Unchanged(subject, id.get())
                    : new Registration.Registered(subject, registry.register(subject, schema));
        } catch (RestClientException e) {
            return refused(subject, e);
        } catch (IOException e) {
            return away(subject, e);
        }
    }

    private Optional<Integer> lookup(String subject, AvroSchema schema) throws IOException, RestClientException {
        try {
            return Optional.of(registry.getId(subject, schema));
        } catch (RestClientException e) {
            if (e.getStatus() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Registration away(String subject, IOException e) {
        return new Registration.RegistryAway(subject, e.getClass().getSimpleName() + ": " + e.getMessage());
    }

    private static Registration refused(String subject, RestClientException e) {
        String reason = String.valueOf(e.getMessage());
        if (e.getStatus() == CONFLICT) {
            return new Registration.Incompatible(subject, reason);
        }
        return e.getStatus() >= SERVER_ERROR
                ? new Registration.RegistryAway(subject, reason)
                : new Registration.Refused(subject, e.getStatus(), reason);
    }
}
