package se.samordna.cli.balance;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samordna.cli.county.CountyOrder;
import se.samordna.cli.county.Municipality;
import se.samordna.cli.dlq.Place;
import se.samordna.cli.whatif.Log;
import se.samordna.contributions.EventReceipts;
import se.samordna.coordination.CoordinationTopology;
import se.samordna.coordination.Parts;
import se.samordna.events.EventHeader;
import se.samordna.rules.Agency;
import se.samordna.rules.Calendar;
import se.samordna.rules.Decide;
import se.samordna.rules.Rules;
import se.samordna.schemas.EventTypes;
import se.samordna.schemas.SchemaRegistration;
import se.samordna.schemas.SpecificAvroSerde;
import se.samordna.schemas.Topics;
import se.samordna.streams.Encoder;
import se.samordna.streams.Registry;
import se.samordna.streams.StreamsMetrics;
import se.samordna.streams.StreamsSettings;

/** A made-up county of 60 children and half a year, as coordination took it whole, and as it would with a record lost. */
class BalanceTest {

    private static final String SCOPE = "balance";
    private static final String REGISTRY = "mock://" + SCOPE;

    @TempDir
    static Path dir;

    private static Log log;

    @BeforeAll
    static void a_county() {
        new SchemaRegistration(MockSchemaRegistry.getClientForScope(SCOPE)).registerAll();
        CountyOrder order = new CountyOrder(
                List.of(new Municipality("2380", "Östersund", 60)), 6, LocalDate.of(2026, 7, 1), 11, false);
        log = Log.of(order, new Encoder(Registry.at(REGISTRY)), dir.resolve("key.json"));
    }

    @AfterAll
    static void gone() {
        MockSchemaRegistry.dropScope(SCOPE);
    }

    @Test
    void all_that_was_accepted_is_accounted_for_and_nothing_else() {
        List<Day> days = days(accounted(record -> true), Set.of());

        assertThat(days).isNotEmpty().allMatch(Day::balances);
        assertThat(days)
                .allSatisfy(day -> assertThat(day.accepted())
                        .isEqualTo(day.released()
                                + day.deadLettered()
                                + day.held().values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum()));
        assertThat(days.stream().mapToLong(Day::accepted).sum())
                .isEqualTo(log.inOrder().stream()
                        .filter(BalanceTest::isEvent)
                        .map(record -> new String(record.key(), StandardCharsets.UTF_8)
                                + header(record).getEventId())
                        .distinct()
                        .count());
        assertThat(days.stream().mapToLong(day -> day.held().size()).sum())
                .as("kinds of held events")
                .isPositive();
    }

    @Test
    void a_record_that_coordination_never_got_is_missing_on_its_day_and_nothing_else_is() {
        ConsumerRecord<byte[], byte[]> lost = log.inOrder().stream()
                .filter(BalanceTest::isEvent)
                .skip(500)
                .findFirst()
                .orElseThrow();

        List<Day> days = days(accounted(record -> !record.equals(lost)), Set.of());

        assertThat(days).filteredOn(day -> !day.balances()).singleElement().satisfies(day -> {
            assertThat(day.missing()).isEqualTo(1);
            assertThat(day.day()).isEqualTo(Calendar.day(received(lost)));
        });
    }

    @Test
    void a_record_that_coordination_failed_at_is_a_dead_letter_and_not_released() {
        ConsumerRecord<byte[], byte[]> fault = log.inOrder().stream()
                .filter(record -> record.topic().equals(Topics.SCHOOL_EVENTS.name()))
                .findFirst()
                .orElseThrow();

        List<Day> days =
                days(accounted(record -> true), Set.of(new Place(fault.topic(), fault.partition(), fault.offset())));

        assertThat(days).allMatch(Day::balances);
        assertThat(days)
                .filteredOn(day -> day.deadLettered() > 0)
                .singleElement()
                .satisfies(day -> {
                    assertThat(day.agency()).isEqualTo(Agency.SCHOOL);
                    assertThat(day.day()).isEqualTo(Calendar.day(received(fault)));
                    assertThat(day.deadLettered()).isEqualTo(1);
                });
    }

    private static boolean isEvent(ConsumerRecord<byte[], byte[]> record) {
        return record.topic().endsWith(".events");
    }

    private static Instant received(ConsumerRecord<byte[], byte[]> record) {
        return header(record).getReceivedAt();
    }

    private static EventHeader header(ConsumerRecord<byte[], byte[]> record) {
        try (SpecificAvroSerde<SpecificRecord> serde = SpecificAvroSerde.forValues(REGISTRY)) {
            return EventTypes.header(serde.deserializer().deserialize(record.topic(), record.value()));
        }
    }

    private static List<Day> days(Receipts receipts, Set<Place> faults) {
        try (Registry registry = Registry.at(REGISTRY)) {
            Balance balance = new Balance(log.consumer(), registry);
            balance.read(faults, read -> {});
            return balance.against(receipts);
        }
    }

    /** What coordination's own topology says of those of the records that reach it. */
    private static Receipts accounted(Predicate<ConsumerRecord<byte[], byte[]>> arrives) {
        Receipts receipts = new Receipts();
        Registry registry = Registry.at(REGISTRY);
        Parts parts = new Parts(
                registry,
                new Encoder(registry),
                new StreamsMetrics(new SimpleMeterRegistry(), "coordination"),
                Rules.standard(),
                new Decide(Rules.standard(), Decide.DEFAULT_NAMESPACE));
        StreamsSettings settings = StreamsSettings.of("coordination", "nowhere:1", dir, "test");
        try (SpecificAvroSerde<SpecificRecord> serde = SpecificAvroSerde.forValues(REGISTRY);
                TopologyTestDriver driver =
                        new TopologyTestDriver(CoordinationTopology.build(settings, parts), settings.properties())) {
            log.inOrder().stream()
                    .filter(arrives)
                    .forEach(record -> driver.createInputTopic(
                                    record.topic(), new ByteArraySerializer(), new ByteArraySerializer())
                            .pipeInput(new TestRecord<>(
                                    record.key(), record.value(), Instant.ofEpochMilli(record.timestamp()))));
            driver.createOutputTopic(Topics.RECEIPTS.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                    .readRecordsToList()
                    .forEach(record -> receipts.take(
                            (EventReceipts) serde.deserializer().deserialize(Topics.RECEIPTS.name(), record.value())));
        }
        return receipts;
    }
}
