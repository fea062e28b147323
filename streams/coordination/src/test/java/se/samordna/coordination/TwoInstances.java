package se.samordna.coordination;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.samordna.broker.TestBroker;
import se.samordna.platform.Access;
import se.samordna.platform.Tick;
import se.samordna.schemas.EventTypes;
import se.samordna.schemas.SchemaRegistration;
import se.samordna.schemas.Topic;
import se.samordna.schemas.Topics;
import se.samordna.streams.Decoded;
import se.samordna.streams.Decoder;
import se.samordna.streams.Encoder;
import se.samordna.streams.Registry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two instances of the app on a broker, with a registry of their own. */
final class TwoInstances implements AutoCloseable {

    static final Duration SOON = Duration.ofSeconds(60);
    private static final int PARTITIONS = 2;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String scope;
    private final Path directory;
    private final List<String> settings;
    private final TestBroker broker;
    private final Encoder encoder;
    private final Decoder decoder;
    private final KafkaConsumer<byte[], byte[]> log;
    private final List<Access> accesses = new ArrayList<>();
    private final List<ConfigurableApplicationContext> apps = new ArrayList<>();

    /** @param settings further ones, as on a command line */
    TwoInstances(String scope, Path directory, String... settings) throws Exception {
        this.scope = scope;
        this.settings = List.of(settings);
        this.directory = directory;
        broker = new TestBroker(directory);
        broker.create(PARTITIONS, Topics.all());
        new SchemaRegistration(registry()).registerAll();
        Registry schemas = Registry.at("mock://" + scope);
        encoder = new Encoder(schemas);
        decoder = new Decoder(schemas, List.of(Topics.ACCESS_LOG));
        log = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrap()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        log.assign(IntStream.range(0, PARTITIONS)
                .mapToObj(p -> new TopicPartition(Topics.ACCESS_LOG.name(), p))
                .toList());
        log.seekToBeginning(log.assignment());
    }

    SchemaRegistryClient registry() {
        return MockSchemaRegistry.getClientForScope(scope);
    }

    /** Starts them and waits until they can serve. */
    void start() {
        apps.add(app("0"));
        apps.add(app("1"));
        for (int i = 0; i < apps.size(); i++) {
            int each = i;
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(
                                    get(each, "/actuator/health/readiness").statusCode())
                            .isEqualTo(200));
        }
    }

    void send(List<? extends SpecificRecord> events) {
        send(to -> events.forEach(event -> {
            Topic topic = EventTypes.of(event)
                    .topic(EventTypes.header(event).getAgency())
                    .orElseThrow();
            to.accept(record(topic, event, encoder.write(topic, event)));
        }));
    }

    /** Bytes as they are to an event's topic, under its child and receipt. */
    void send(Topic topic, SpecificRecord of, byte[] bytes) {
        send(to -> to.accept(record(topic, of, bytes)));
    }

    void tick(Instant at) {
        send(to -> IntStream.range(0, PARTITIONS)
                .forEach(partition -> to.accept(new ProducerRecord<>(
                        Topics.CLOCK.name(),
                        partition,
                        at.toEpochMilli(),
                        String.valueOf(partition).getBytes(UTF_8),
                        encoder.write(Topics.CLOCK, new Tick(at))))));
    }

    byte[] bytes(Topic topic, SpecificRecord event) {
        return encoder.write(topic, event);
    }

    private static ProducerRecord<byte[], byte[]> record(Topic topic, SpecificRecord of, byte[] bytes) {
        var header = EventTypes.header(of);
        return new ProducerRecord<>(
                topic.name(),
                null,
                header.getReceivedAt().toEpochMilli(),
                header.getChildId().toString().getBytes(UTF_8),
                bytes);
    }

    private void send(Consumer<Consumer<ProducerRecord<byte[], byte[]>>> sending) {
        List<Future<?>> sent = new ArrayList<>();
        // One at a time: the leader of a topic this new may refuse one request and take the next, and then no order
        // holds.
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrap(), "max.in.flight.requests.per.connection", 1),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            sending.accept(record -> sent.add(producer.send(record)));
        }
        assertThat(sent).allSatisfy(one -> assertThat(one.state()).isEqualTo(Future.State.SUCCESS));
    }

    /** Every path that the app answers, as it maps them; not the actuator's. */
    Set<String> paths() {
        return apps
                .getFirst()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The whole access log, by partition in order. */
    List<Access> accesses() {
        Map<TopicPartition, Long> ends = log.endOffsets(log.assignment());
        while (ends.entrySet().stream().anyMatch(end -> log.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> record : log.poll(Duration.ofMillis(200))) {
                Decoded.Read read = (Decoded.Read) decoder.decode(record.topic(), record.value());
                accesses.add((Access) read.record());
                assertThat(record.key())
                        .isEqualTo(accesses.getLast().getChildId().toString().getBytes(UTF_8));
            }
        }
        return List.copyOf(accesses);
    }

    private ConfigurableApplicationContext app(String instance) {
        return CoordinationApp.app()
                .run(Stream.concat(
                                Stream.of(
                                        "--server.port=0",
                                        "--samordna.bootstrap=" + broker.bootstrap(),
                                        "--samordna.registry=mock://" + scope,
                                        "--samordna.dir=" + directory,
                                        "--samordna.instance=" + instance,
                                        "--samordna.coordination.threads=1"),
                                settings.stream())
                        .toArray(String[]::new));
    }

    JsonNode json(int app, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(app, path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    HttpResponse<String> get(int app, String path) throws IOException, InterruptedException {
        return get(app, path, "");
    }

    /** @param token of whoever asks; empty: none */
    HttpResponse<String> get(int app, String path, String token) throws IOException, InterruptedException {
        String port = apps.get(app).getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        apps.forEach(ConfigurableApplicationContext::close);
        log.close();
        broker.stop();
        MockSchemaRegistry.dropScope(scope);
    }
}
