package se.samordna.coordination;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import se.samordna.contributions.EventReceipts;
import se.samordna.events.Agency;
import se.samordna.platform.Tick;
import se.samordna.rules.Decide;
import se.samordna.rules.Rules;
import se.samordna.schemas.EventTypes;
import se.samordna.schemas.SchemaRegistration;
import se.samordna.schemas.SpecificAvroSerde;
import se.samordna.schemas.Topic;
import se.samordna.schemas.Topics;
import se.samordna.streams.ChildStore;
import se.samordna.streams.DeadLetters;
import se.samordna.streams.Encoder;
import se.samordna.streams.Receipts;
import se.samordna.streams.Registry;
import se.samordna.streams.StreamsMetrics;
import se.samordna.streams.StreamsSettings;
import tools.jackson.databind.json.JsonMapper;

/** The whole topology in one partition, with a clock that only ticks move. */
final class County implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String scope;
    private final SchemaRegistryClient client;
    private final SpecificAvroSerde<SpecificRecord> serde;
    private final Encoder encoder;
    private final int cachedChildren;
    private Rules rules = Rules.standard();
    private TopologyTestDriver driver;
    private Instant clock = Instant.EPOCH;
    private final List<Told> told = new ArrayList<>();
    private final List<Dead> dead = new ArrayList<>();
    private final List<SpecificRecord> disclosed = new ArrayList<>();
    private final List<Crossed> crossed = new ArrayList<>();
    private final Map<String, Long> receipts = new TreeMap<>();
    private final List<SpecificRecord> contributed = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Map<String, SpecificRecord> feeds = new TreeMap<>();

    /** A record of an alert topic. */
    record Told(Agency recipient, String key, SpecificRecord record) {}

    /** What a child told another; the topology has read it already. */
    record Crossed(String key, byte[] value) {}

    /** A dead letter. */
    record Dead(String topic, String key, byte[] value, String reason) {}

    County() {
        this(100);
    }

    County(int cachedChildren) {
        this.cachedChildren = cachedChildren;
        scope = UUID.randomUUID().toString();
        client = MockSchemaRegistry.getClientForScope(scope);
        new SchemaRegistration(client).registerAll();
        serde = SpecificAvroSerde.forValues("mock://" + scope);
        encoder = new Encoder(Registry.at("mock://" + scope));
        driver = driver();
    }

    static StreamsSettings settings() {
        return StreamsSettings.of("coordination", "nowhere:1", Path.of(System.getProperty("java.io.tmpdir")), "test");
    }

    private TopologyTestDriver driver() {
        Registry registry = Registry.at("mock://" + scope);
        Parts parts = new Parts(
                registry,
                encoder,
                new StreamsMetrics(meters, "coordination"),
                rules,
                new Decide(rules, Decide.DEFAULT_NAMESPACE));
        StreamsSettings of = settings();
        StreamsSettings settings = new StreamsSettings(
                of.applicationId(),
                of.bootstrap(),
                of.directory(),
                of.instance(),
                of.self(),
                of.threads(),
                of.engine(),
                cachedChildren,
                of.overrides());
        return new TopologyTestDriver(CoordinationTopology.build(settings, parts), settings.properties());
    }

    County tick(String at) {
        return tick(Instant.parse(at));
    }

    County tick(Instant at) {
        clock = at;
        send(Topics.CLOCK, "0", encoder.write(Topics.CLOCK, new Tick(at)));
        return this;
    }

    County send(SpecificRecord event) {
        Topic topic =
                EventTypes.of(event).topic(EventTypes.header(event).getAgency()).orElseThrow();
        return send(topic, EventTypes.header(event).getChildId().toString(), encoder.write(topic, event));
    }

    County send(Topic topic, String key, byte[] value) {
        driver.createInputTopic(topic.name(), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key.getBytes(UTF_8), value, clock));
        collect();
        return this;
    }

    byte[] bytes(SpecificRecord event) {
        return encoder.write(
                EventTypes.of(event).topic(EventTypes.header(event).getAgency()).orElseThrow(), event);
    }

    byte[] encoded(Topic topic, SpecificRecord record) {
        return encoder.write(topic, record);
    }

    /** The processor is lost with all it has decoded; another takes over with what was saved. */
    County restart() {
        Map<String, List<KeyValue<Bytes, byte[]>>> saved = new TreeMap<>();
        for (String store : List.of(ChildStore.NAME, "feeds", Receipts.NAME)) {
            saved.put(store, entries(store));
        }
        driver.close();
        driver = driver();
        saved.forEach((name, entries) -> {
            KeyValueStore<Bytes, byte[]> store = driver.getKeyValueStore(name);
            entries.forEach(entry -> store.put(entry.key, entry.value));
        });
        return this;
    }

    /** As {@link #restart()}, with other settings from then on. */
    County restart(Rules others) {
        rules = others;
        return restart();
    }

    /** So long passes on the wall: no clock of the platform ticks. */
    County passes(Duration wall) {
        driver.advanceWallClockTime(wall);
        collect();
        return this;
    }

    List<KeyValue<Bytes, byte[]>> entries(String store) {
        List<KeyValue<Bytes, byte[]>> all = new ArrayList<>();
        KeyValueStore<Bytes, byte[]> of = driver.getKeyValueStore(store);
        try (KeyValueIterator<Bytes, byte[]> each = of.all()) {
            each.forEachRemaining(all::add);
        }
        return all;
    }

    /** The kinds of the entries written to a store's changelog since the last time. */
    List<String> changelog(String store) {
        return driver
                .createOutputTopic(
                        "coordination-" + store + "-changelog",
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())
                .readRecordsToList()
                .stream()
                .map(record -> record.key().length > 16 ? String.valueOf((char) record.key()[16]) : "clock")
                .toList();
    }

    private void collect() {
        for (Agency agency : se.samordna.schemas.Agencies.ALL) {
            Topic topic = Topics.alerts(agency);
            for (TestRecord<byte[], byte[]> record : read(topic)) {
                told.add(new Told(agency, new String(record.key(), UTF_8), value(topic, record)));
            }
        }
        read(Topics.DISCLOSURES).forEach(record -> disclosed.add(value(Topics.DISCLOSURES, record)));
        read(Topics.CROSSINGS)
                .forEach(record -> crossed.add(new Crossed(new String(record.key(), UTF_8), record.value())));
        read(Topics.FEEDS).forEach(record -> feeds.put(new String(record.key(), UTF_8), value(Topics.FEEDS, record)));
        read(Topics.RECEIPTS)
                .forEach(record -> receipts.put(
                        new String(record.key(), UTF_8), ((EventReceipts) value(Topics.RECEIPTS, record)).getTotal()));
        read(Topics.CONTRIBUTIONS).forEach(record -> contributed.add(value(Topics.CONTRIBUTIONS, record)));
        for (Topic source : CoordinationTopology.sources()) {
            read(source.deadLetters())
                    .forEach(record -> dead.add(new Dead(
                            source.name(),
                            new String(record.key(), UTF_8),
                            record.value(),
                            new String(
                                    record.headers()
                                            .lastHeader(DeadLetters.REASON)
                                            .value(),
                                    UTF_8))));
        }
    }

    private List<TestRecord<byte[], byte[]>> read(Topic topic) {
        return driver.createOutputTopic(topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    private SpecificRecord value(Topic topic, TestRecord<byte[], byte[]> record) {
        return serde.deserializer().deserialize(topic.name(), record.value());
    }

    /** Everything told, in order. */
    List<Told> told() {
        return told;
    }

    /** As in the contract, without the revision, which knows the path. */
    private static String text(AlertLine line) {
        return JSON.writeValueAsString(line).replaceAll(",\"revision\":\\d+", "");
    }

    /** What a reader of the compacted topic sees in the end, as lines; the withdrawn left out. */
    List<String> alerts(Agency recipient) {
        Map<String, SpecificRecord> last = new TreeMap<>();
        told.stream().filter(t -> t.recipient == recipient).forEach(t -> last.put(t.key, t.record));
        return last.values().stream()
                .map(AlertLine::of)
                .filter(line -> !line.status().equals("WITHDRAWN"))
                .map(County::text)
                .sorted()
                .toList();
    }

    /** How often something was counted. */
    double counted(String metric) {
        return meters.find(metric).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    List<Dead> dead() {
        return dead;
    }

    List<Crossed> crossed() {
        return crossed;
    }

    List<SpecificRecord> disclosed() {
        return disclosed;
    }

    /** How many events are accounted for, by agency, period and municipality: the last word of each, none that is 0. */
    Map<String, Long> receipts() {
        receipts.values().removeIf(total -> total == 0);
        return receipts;
    }

    List<SpecificRecord> contributed() {
        return contributed;
    }

    Map<String, SpecificRecord> feeds() {
        return feeds;
    }

    @Override
    public void close() {
        driver.close();
        serde.close();
        MockSchemaRegistry.dropScope(scope);
    }
}
