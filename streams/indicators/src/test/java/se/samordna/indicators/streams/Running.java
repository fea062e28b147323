package se.samordna.indicators.streams;

import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import se.samordna.contributions.AlertTimeliness;
import se.samordna.contributions.EventReceipts;
import se.samordna.events.Agency;
import se.samordna.events.AttendanceReported;
import se.samordna.events.ConcernReason;
import se.samordna.events.ConcernReportReceived;
import se.samordna.events.ReporterType;
import se.samordna.events.Retracted;
import se.samordna.indicators.cells.Definitions;
import se.samordna.indicators.cells.Period;
import se.samordna.indicators.units.Tally;
import se.samordna.measures.IndicatorCell;
import se.samordna.measures.MunicipalMeasurement;
import se.samordna.platform.Tick;
import se.samordna.rules.Rules;
import se.samordna.schemas.Keys;
import se.samordna.schemas.SchemaRegistration;
import se.samordna.schemas.Topic;
import se.samordna.schemas.Topics;
import se.samordna.streams.Decoded;
import se.samordna.streams.Decoder;
import se.samordna.streams.Encoder;
import se.samordna.streams.Nice;
import se.samordna.streams.Registry;
import se.samordna.streams.StreamsMetrics;
import se.samordna.streams.StreamsSettings;

/** The topology in one VM without a broker, and a child's story sent to it as bytes. Times are local, Swedish. */
final class Running implements AutoCloseable {

    private static final String SCOPE = "indicators-topology";

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Registry registry = Registry.at("mock://" + SCOPE);
    private final Encoder encoder = new Encoder(registry);
    private final TopologyTestDriver driver;
    private String municipality = "2380";

    Running(Path directory) {
        this(directory, Nice.NONE);
    }

    /** @param nice how far the thread stands back that calls */
    Running(Path directory, Nice nice) {
        new SchemaRegistration(MockSchemaRegistry.getClientForScope(SCOPE)).registerAll();
        var settings = settings(directory);
        driver = new TopologyTestDriver(
                IndicatorsTopology.build(settings, parts(registry, encoder, meters, nice)), settings.properties());
    }

    static Topology topology(Path directory) {
        try (var registry = Registry.at("mock://" + SCOPE)) {
            return IndicatorsTopology.build(
                    settings(directory), parts(registry, new Encoder(registry), new SimpleMeterRegistry(), Nice.NONE));
        }
    }

    private static StreamsSettings settings(Path directory) {
        return StreamsSettings.of(IndicatorsTopology.APPLICATION, "127.0.0.1:1", directory, "test");
    }

    private static Parts parts(Registry registry, Encoder encoder, SimpleMeterRegistry meters, Nice nice) {
        return new Parts(
                registry,
                encoder,
                new StreamsMetrics(meters, IndicatorsTopology.APPLICATION),
                Tally.of(Rules.standard()),
                1,
                nice);
    }

    Running in(String kommunkod) {
        municipality = kommunkod;
        return this;
    }

    Running report(int child, String at, String name) {
        return report(child, at, at, name, null);
    }

    Running correctedReport(int child, String arrives, String at, String root) {
        return report(child, arrives, at, "correction of " + root, Headers.id(root));
    }

    private Running report(int child, String arrives, String at, String name, @Nullable UUID corrects) {
        return send(
                Topics.SOCIAL_SERVICES_EVENTS,
                Headers.child(child).toString(),
                new ConcernReportReceived(
                        Headers.header(child, municipality, arrives, at, name, Agency.SOCIAL_SERVICES, corrects),
                        name,
                        ReporterType.SCHOOL,
                        List.of(ConcernReason.NEGLECT),
                        false),
                arrives);
    }

    Running retracted(int child, String arrives, String root) {
        return send(
                Topics.SOCIAL_SERVICES_EVENTS,
                Headers.child(child).toString(),
                new Retracted(
                        Headers.header(
                                child,
                                municipality,
                                arrives,
                                arrives,
                                "retraction of " + root,
                                Agency.SOCIAL_SERVICES,
                                null),
                        Headers.id(root),
                        "WRONG_CHILD"),
                arrives);
    }

    Running attendance(int child, String day, int offered, int absent) {
        return send(
                Topics.SCHOOL_EVENTS,
                Headers.child(child).toString(),
                new AttendanceReported(
                        Headers.header(child, municipality, day, day, "attendance " + child + day, Agency.SCHOOL, null),
                        LocalDate.parse(day),
                        true,
                        offered,
                        0,
                        absent),
                day);
    }

    /** What coordination tells of an alert of rule R05; due at noon. */
    Running alert(int child, String arrives, String name, String due, boolean inTime, boolean withdrawn) {
        return send(
                Topics.CONTRIBUTIONS,
                Headers.child(child).toString(),
                new AlertTimeliness(
                        Headers.child(child),
                        Headers.id(name),
                        "R05",
                        municipality,
                        Headers.instant(due),
                        inTime,
                        withdrawn),
                arrives);
    }

    Running measured(String measure, String period, long num, @Nullable Long den, String arrives) {
        return send(
                Topics.MEASUREMENTS,
                municipality,
                MunicipalMeasurement.newBuilder()
                        .setMeasurementId(Headers.id(measure + period))
                        .setRevision(1)
                        .setMunicipality(municipality)
                        .setMeasure(measure)
                        .setPeriod(period)
                        .setNum(num)
                        .setDen(den)
                        .setSource("urn:test")
                        .build(),
                arrives);
    }

    Running tick(String at) {
        return send(Topics.CLOCK, "0", new Tick(Headers.instant(at)), at);
    }

    Running send(Topic topic, String key, SpecificRecord record, String arrives) {
        return raw(topic, key, encoder.write(topic, record), arrives);
    }

    Running raw(Topic topic, String key, byte @Nullable [] value, String arrives) {
        driver.createInputTopic(topic.name(), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key.getBytes(StandardCharsets.UTF_8), value, Headers.instant(arrives)));
        return this;
    }

    /** How many events coordination says it has accounted for in a month in one of its partitions. */
    Running accounted(String month, int partition, long total, String arrives) {
        return send(
                Topics.RECEIPTS,
                Keys.receipts(Agency.SOCIAL_SERVICES, month, municipality, partition),
                new EventReceipts(Agency.SOCIAL_SERVICES, municipality, month, partition, total),
                arrives);
    }

    /** What lies in the cells, without rolling years and without what every event moves. */
    List<String> cells() {
        return cells(indicator -> !Definitions.isZeroLoss(indicator));
    }

    List<String> zeroLoss() {
        return cells(Definitions::isZeroLoss);
    }

    private List<String> cells(Predicate<String> which) {
        var cells = new TreeMap<String, String>();
        CellSpace.counted("");
        KeyValueStore<Bytes, byte[]> store = driver.getKeyValueStore(CellStore.NAME);
        var held = new CellStore(store);
        for (String county : held.counties()) {
            held.of(county).figures().forEach((key, figure) -> {
                if (which.test(key.indicator()) && key.period().span() != Period.Span.R12) {
                    cells.put(CellNames.of(key), figure.num() + "/" + figure.den());
                }
            });
        }
        return cells.entrySet().stream()
                .map(cell -> cell.getKey() + " " + cell.getValue())
                .toList();
    }

    /** The cells of Jämtland that are not what they were when first published, and since when. */
    List<String> restated() {
        KeyValueStore<Bytes, byte[]> store = driver.getKeyValueStore(CellStore.NAME);
        var entries = new ArrayList<KeyValue<Bytes, byte[]>>();
        var range = CellSpace.stood("23");
        try (var each = store.range(range.from(), range.to())) {
            each.forEachRemaining(entries::add);
        }
        var restated = new TreeMap<String, String>();
        CellStore.stood(entries)
                .forEach((cell, stood) -> stood.since()
                        .ifPresent(since -> restated.put(
                                CellNames.of(cell),
                                stood.figure().num() + "/" + stood.figure().den() + " since " + since)));
        return restated.entrySet().stream()
                .map(cell -> cell.getKey() + " " + cell.getValue())
                .toList();
    }

    /** What was published since the last time, without what every event moves. */
    List<String> published() {
        return published(indicator -> !Definitions.isZeroLoss(indicator));
    }

    List<String> publishedZeroLoss() {
        return published(Definitions::isZeroLoss);
    }

    private List<String> published(Predicate<String> which) {
        var decoder = new Decoder(registry, List.of(Topics.INDICATORS));
        return driver
                .createOutputTopic(Topics.INDICATORS.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readValuesToList()
                .stream()
                .map(bytes -> (IndicatorCell) ((Decoded.Read) decoder.decode(Topics.INDICATORS.name(), bytes)).record())
                .filter(cell -> which.test(cell.getIndicator()))
                .map(cell -> "%s %s %s %s as of %s"
                        .formatted(
                                cell.getIndicator(),
                                cell.getMunicipality(),
                                cell.getPeriod(),
                                cell.getSuppressed() ? "suppressed" : cell.getNum() + "/" + cell.getDen(),
                                cell.getAsOf()))
                .toList();
    }

    long deadLetters(Topic of) {
        return driver.createOutputTopic(
                        of.deadLetters().name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList()
                .size();
    }

    @Override
    public void close() {
        driver.close();
        registry.close();
    }
}
