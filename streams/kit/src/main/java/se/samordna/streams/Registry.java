package se.samordna.streams;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samordna.schemas.Topic;
import se.samordna.schemas.WireSchemas;

/**
 * The schema registry as a stream needs it: an id it does not know is an answer, no answer is waited for.
 *
 * <p>A question holds the stream thread, with a pause that doubles up to five seconds, for at most {@link #PATIENCE}. It
 * is not thrown to Kafka Streams at once: under exactly-once a TimeoutException out of a processor marks the task corrupt
 * and restores the whole store for every try. While held the member stays in its group (its heartbeat is a thread of its
 * own) and its poll interval is not passed; only then {@link RegistryAway} ends the thread, which is replaced and asks
 * again. A record is never skipped for it. Ids once seen need no registry.
 */
public final class Registry implements AutoCloseable {

    /** Well inside the 5 minutes Kafka gives between two polls. */
    static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final Logger LOG = LoggerFactory.getLogger(Registry.class);
    private static final int NO_SUCH_SCHEMA = 40403;
    private static final int NO_SUCH_SUBJECT = 40401;
    private static final int FIRST_PAUSE = 100;
    private static final int LONGEST_PAUSE = 5_000;

    private final String url;
    private final SchemaRegistryClient client;
    private final Duration patience;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean away;

    Registry(String url, SchemaRegistryClient client, Duration patience) {
        this.url = url;
        this.client = client;
        this.patience = patience;
    }

    /** The registry at its Confluent API, such as {@code http://127.0.0.1:18081/apis/ccompat/v7}; {@code mock://} in tests. */
    public static Registry at(String url) {
        return at(url, PATIENCE);
    }

    /** @param patience how long a question without an answer is asked again */
    public static Registry at(String url, Duration patience) {
        Map<String, Object> settings = Map.of("http.connect.timeout.ms", 3_000, "http.read.timeout.ms", 10_000);
        return new Registry(
                url,
                SchemaRegistryClientFactory.newClient(
                        List.of(url), 10_000, List.of(new AvroSchemaProvider()), settings, Map.of()),
                patience);
    }

    /** The writer's schema of an id; empty if the registry says there is none, or none in Avro. */
    public Optional<Schema> schema(int id) {
        if (id <= 0) {
            return Optional.empty();
        }
        return ask("schema " + id, () -> {
            try {
                return client.getSchemaById(id) instanceof AvroSchema avro
                        ? Answered.with(avro.rawSchema())
                        : Answered.no();
            } catch (RestClientException e) {
                return notThere(e) ? Answered.no() : Answered.silence();
            } catch (IOException e) {
                // The client says so in words only when the registry has the id in a language other than Avro.
                String message = String.valueOf(e.getMessage());
                return message.startsWith("Invalid schema") ? Answered.no() : Answered.silence();
            }
        });
    }

    /** The id under which a type may be written to a topic. Waits until it has been registered, too. */
    public int id(Topic topic, Class<? extends SpecificRecord> type) {
        ParsedSchema schema = new AvroSchema(WireSchemas.of(type));
        String subject = topic.subject(type);
        return ask("id of " + subject, () -> {
                    try {
                        return Answered.with(client.getId(subject, schema));
                    } catch (RestClientException e) {
                        LOG.debug("{} {}", subject, notThere(e) ? "is not registered" : "has no answer");
                        return Answered.<Integer>silence();
                    } catch (IOException e) {
                        return Answered.<Integer>silence();
                    }
                })
                .orElseThrow();
    }

    /** Whether a question is waiting for an answer right now. */
    public boolean away() {
        return away;
    }

    /** Ends all waiting. */
    @Override
    public void close() {
        closing.countDown();
    }

    private <T> Optional<T> ask(String what, Question<T> question) {
        long deadline = System.nanoTime() + patience.toNanos();
        int pause = FIRST_PAUSE;
        Answered<T> answer = question.put();
        while (answer.none) {
            if (!away) {
                LOG.warn("Waiting for {} from the schema registry {}", what, url);
                away = true;
            }
            if (closed(pause) || System.nanoTime() > deadline) {
                throw new RegistryAway(url);
            }
            pause = Math.min(2 * pause, LONGEST_PAUSE);
            answer = question.put();
        }
        if (away) {
            LOG.info("The schema registry answers again");
            away = false;
        }
        return answer.value;
    }

    /** A registry's own word for it: a 404 of some proxy in between has no such code. */
    private static boolean notThere(RestClientException e) {
        return e.getErrorCode() == NO_SUCH_SCHEMA || e.getErrorCode() == NO_SUCH_SUBJECT;
    }

    private boolean closed(int pause) {
        try {
            return closing.await(pause, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private interface Question<T> {
        Answered<T> put();
    }

    private record Answered<T>(boolean none, Optional<T> value) {
        static <T> Answered<T> with(T value) {
            return new Answered<>(false, Optional.of(value));
        }

        static <T> Answered<T> no() {
            return new Answered<>(false, Optional.empty());
        }

        static <T> Answered<T> silence() {
            return new Answered<>(true, Optional.empty());
        }
    }
}
