package se.samordna.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import se.samordna.cli.replay.CatchUp;
import se.samordna.coordination.CoordinationApp;
import se.samordna.indicators.IndicatorsApp;
import se.samordna.local.LocalBroker;
import se.samordna.local.LocalRegistry;
import se.samordna.local.LocalSettings;
import se.samordna.local.TopicsApply;
import se.samordna.measures.IndicatorCell;
import se.samordna.schemas.SpecificAvroSerde;
import se.samordna.schemas.Topics;

/** The figures counted anew from the same log come out as they were, and nobody else notices. */
class RebuildTest {
    private static final List<String> MONTHS = List.of("2026-08-01T00:00:00Z", "2026-09-01T00:00:00Z");
    private static final String LAST = "2026-08";
    private static final List<String> TOLD = Stream.of(
                    Topics.SOCIAL_SERVICES_ALERTS,
                    Topics.SCHOOL_ALERTS,
                    Topics.REGION_ALERTS,
                    Topics.POLICE_ALERTS,
                    Topics.DISCLOSURES)
            .map(topic -> topic.name())
            .toList();
    private static final List<String> PUBLISHED = List.of(Topics.INDICATORS.name());
    private static final List<String> CROSSINGS = List.of(Topics.INDICATORS_CROSSINGS.name());

    @TempDir
    private Path dir = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private LocalRegistry schemas;

    @SuppressWarnings("NullAway.Init")
    private LocalBroker broker;

    @SuppressWarnings("NullAway.Init")
    private Admin admin;

    @BeforeEach
    void start() {
        schemas = LocalRegistry.start(dir);
        broker = LocalBroker.start(dir);
        admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()));
        TopicsApply.topics(admin, LocalSettings.PARTITIONS, 1);
        TopicsApply.schemas(schemas.url());
        keepAllThatIsTold();
    }

    /** An alert's topic is compacted, and would lose an older one of an alert between two looks. */
    private void keepAllThatIsTold() {
        var never = new AlterConfigOp(
                new ConfigEntry("min.compaction.lag.ms", Long.toString(Long.MAX_VALUE)), AlterConfigOp.OpType.SET);
        await(admin.incrementalAlterConfigs(TOLD.stream()
                        .collect(Collectors.toMap(
                                topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic), _ -> List.of(never))))
                .all());
    }

    @AfterEach
    void stop() {
        admin.close();
        broker.close();
        schemas.close();
    }

    @Test
    void figures_counted_anew_are_what_they_were_and_no_alert_is_touched() {
        try (var _ = app("coordination", CoordinationApp.app())) {
            Map<String, String> published;
            List<String> answers;
            try (var indicators = indicators()) {
                replay();
                published = values(_ -> true);
                answers = answers(indicators);
                assertThat(published).hasSizeGreaterThan(20);
                assertThat(answers).hasSizeGreaterThan(100);
                CommandLineRun early = rebuild("1s");
                assertThat(early.code()).as("while they run").isEqualTo(1);
                assertThat(early.err()).contains("Stop every instance");
            }
            Map<String, String> told = records(TOLD);
            Map<TopicPartition, OffsetAndMetadata> read = committed("coordination");
            Map<Integer, Long> before = ends();
            assertThat(told).isNotEmpty();
            assertThat(records(CROSSINGS))
                    .as("what two ids of one child tell each other")
                    .isNotEmpty();
            assertThat(inner()).isNotEmpty();
            assertThat(state("indicators")).exists();

            CommandLineRun rebuild = rebuild("60s");

            assertThat(rebuild.code()).as(rebuild.toString()).isZero();
            assertThat(inner()).isEmpty();
            assertThat(committed("indicators")).isEmpty();
            assertThat(records(CROSSINGS)).isEmpty();
            assertThat(state("indicators")).doesNotExist();
            assertThat(state("coordination")).exists();

            try (var indicators = indicators()) {
                CatchUp.await(broker.bootstrap(), _ -> {});
                assertThat(differences(
                                published,
                                values(record -> record.offset() >= before.getOrDefault(record.partition(), 0L))))
                        .as("published anew")
                        .isEmpty();
                assertThat(answers(indicators)).isEqualTo(answers);
                assertThat(records(CROSSINGS)).isNotEmpty();
            }
            assertThat(differences(told, records(TOLD))).as("told anybody").isEmpty();
            assertThat(committed("coordination")).isEqualTo(read);
        }
    }

    private Path state(String application) {
        return dir.resolve("data").resolve("state").resolve(application);
    }

    private AppHere indicators() {
        return app("indicators", IndicatorsApp.app());
    }

    /** With its state on disk, where what was left of it would be found again. */
    private AppHere app(String word, SpringApplicationBuilder app) {
        return new AppHere(app, broker, schemas, dir.resolve("data"), "--samordna." + word + ".engine=ROCKSDB");
    }

    private void replay() {
        Path county = dir.resolve("county.jsonl");
        assertThat(CommandLineRun.of(List.of(
                                "generate",
                                "--children",
                                "600",
                                "--months",
                                "4",
                                "--until",
                                "2026-07-01",
                                "--out",
                                county.toString()))
                        .code())
                .isZero();
        // First who has two ids: what these tell each other arrives while the rest is read, however fast that is.
        replay(Story.siblingsAndIds(), county);
        // Published is at the first Tick of a month, and an alert that is due at a Tick is told of after it.
        MONTHS.forEach(month -> replay(tick(month)));
    }

    private Path tick(String at) {
        try {
            return Files.writeString(dir.resolve("tick.jsonl"), "{\"type\":\"Tick\",\"at\":\"" + at + "\"}\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void replay(Path... files) {
        List<String> words = new ArrayList<>(List.of("replay"));
        Stream.of(files).map(Path::toString).forEach(words::add);
        CommandLineRun replay = run(words.toArray(String[]::new));
        assertThat(replay.code()).as(replay.toString()).isZero();
    }

    private CommandLineRun rebuild(String patience) {
        return run("indicators", "rebuild", "--patience", patience);
    }

    /** A command with the broker, the registry and the directory. */
    private CommandLineRun run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--bootstrap", broker.bootstrap(), "--registry", schemas.url()));
        all.addAll(List.of("--dir", dir.resolve("data").toString()));
        return CommandLineRun.of(all);
    }

    /** All that they answer: two municipalities' own figures, and what anyone is told of the county. */
    private static List<String> answers(AppHere indicators) {
        return Stream.of(
                        List.of("--municipality", "2380", "--exact"),
                        List.of("--municipality", "2361", "--exact"),
                        List.of("--county", "23"))
                .flatMap(of -> {
                    List<String> words = new ArrayList<>(List.of("indicators", "--csv", "--url", indicators.url()));
                    words.addAll(of);
                    return CommandLineRun.of(words).out().stream();
                })
                .toList();
    }

    /**
     * The values last published, without the last month: of that not all is published yet. A suppressed cell tells what none
     * tells; of one that was empty again before it was read anew, none is published.
     */
    private Map<String, String> values(Predicate<ConsumerRecord<byte[], byte[]>> which) {
        Map<String, String> values = new TreeMap<>();
        try (var serde = SpecificAvroSerde.<IndicatorCell>forValues(schemas.url())) {
            AllBytes.of(broker.bootstrap(), PUBLISHED, record -> {
                IndicatorCell cell = serde.deserializer().deserialize(record.topic(), record.value());
                if (which.test(record) && !cell.getPeriod().equals(LAST)) {
                    String name = cell.getIndicator() + " " + cell.getVersion() + " " + cell.getMunicipality() + " "
                            + cell.getPeriod();
                    if (cell.getSuppressed()) {
                        values.remove(name);
                    } else {
                        values.put(name, cell.getNum() + "/" + cell.getDen() + " " + cell.getMedian());
                    }
                }
            });
        }
        return values;
    }

    /** All that lies in those topics, by its place. */
    private Map<String, String> records(List<String> topics) {
        Map<String, String> records = new TreeMap<>();
        AllBytes.of(
                broker.bootstrap(),
                topics,
                record -> records.put(
                        record.topic() + "/" + record.partition() + "/" + record.offset(),
                        record.timestamp() + " " + hex(record.key()) + " " + hex(record.value())));
        return records;
    }

    private static List<String> differences(Map<String, String> before, Map<String, String> after) {
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .map(name -> name + ": " + before.get(name) + " then, now " + after.get(name))
                .toList();
    }

    private static String hex(byte @Nullable [] bytes) {
        return bytes == null ? "none" : HexFormat.of().formatHex(bytes);
    }

    private Map<Integer, Long> ends() {
        Map<Integer, Long> ends = new TreeMap<>();
        AllBytes.of(broker.bootstrap(), PUBLISHED, record -> ends.put(record.partition(), record.offset() + 1));
        return ends;
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(String group) {
        return await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    }

    /** The topics Kafka Streams has made for the indicators. */
    private List<String> inner() {
        return await(admin.listTopics().names()).stream()
                .filter(name -> name.startsWith("indicators-"))
                .toList();
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
