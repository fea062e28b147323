package se.samordna.cli.proof;

import static java.util.stream.Collectors.groupingBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ObjLongConsumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import se.samordna.cli.history.LogSignals;
import se.samordna.cli.history.PartitionLog;
import se.samordna.coordination.AlertLine;
import se.samordna.coordination.CoordinationTopology;
import se.samordna.local.Connections;
import se.samordna.rules.Rules;
import se.samordna.schemas.Keys;
import se.samordna.schemas.Topic;
import se.samordna.schemas.Topics;
import se.samordna.streams.Registry;
import tools.jackson.databind.node.ObjectNode;

/**
 * Proofs of alerts, made and verified by reading the log of a running system: each partition concerned once through,
 * however many children of it are asked about. No state is kept for it and nothing is written to the broker.
 */
public final class Proofs implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Consumer<byte[], byte[]> consumer;
    private final Registry registry;
    private final Prover prover;
    private final ObjLongConsumer<PartitionLog> progress;
    private final List<String> sources =
            CoordinationTopology.sources().stream().map(Topic::name).toList();

    /**
     * @param rules with the settings under which to reckon
     * @param namespace of the alert ids
     * @param progress told how far a partition has been read
     */
    public Proofs(
            String bootstrap, String registry, Rules rules, UUID namespace, ObjLongConsumer<PartitionLog> progress) {
        this.consumer = new KafkaConsumer<>(
                Connections.reader(bootstrap), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.registry = Registry.at(registry, PATIENCE);
        this.prover = new Prover(rules, namespace);
        this.progress = progress;
    }

    /** A proof of each line, in their order, as of where the log ends now. */
    public List<Made> of(Collection<AlertLine.Full> lines) {
        Map<Integer, List<AlertLine.Full>> byPartition = lines.stream()
                .collect(groupingBy(
                        line -> partition(line.childId()), TreeMap::new, java.util.stream.Collectors.toList()));
        Map<AlertLine.Full, Made> made = new HashMap<>();
        byPartition.forEach((partition, some) -> {
            Map<TopicPartition, Long> through = PartitionLog.ends(consumer, sources, partition);
            Map<UUID, ChildLog> logs =
                    read(through, some.stream().map(AlertLine.Full::childId).toList());
            some.forEach(line -> made.put(line, made(line, log(logs, line.childId()), through)));
        });
        return lines.stream()
                .map(line -> Optional.ofNullable(made.get(line)).orElseThrow())
                .toList();
    }

    private Made made(AlertLine.Full line, ChildLog log, Map<TopicPartition, Long> through) {
        return prover.knows(line.ruleId())
                ? new Made.Proven(line, prover.prove((ObjectNode) Bundle.tree(line), log, through))
                : new Made.OfNoRule(line);
    }

    /** Verifies files; those made in one run by one reading of the log. */
    public SortedMap<Path, Verdict> verify(Collection<Path> files) {
        SortedMap<Path, Verdict> verdicts = new TreeMap<>();
        Map<SortedMap<String, Long>, Map<Path, Bundle>> alike = new HashMap<>();
        for (Path file : files) {
            switch (Bundle.read(file)) {
                case Bundle.File.Broken(String why) -> verdicts.put(file, new Verdict(List.of(why)));
                case Bundle.File.Whole(Bundle bundle) ->
                    alike.computeIfAbsent(bundle.through(), _ -> new LinkedHashMap<>())
                            .put(file, bundle);
            }
        }
        alike.forEach((through, bundles) -> verdicts.putAll(verify(through, bundles)));
        return verdicts;
    }

    /** The children that files speak of, for the access log. */
    public static List<UUID> children(Collection<Path> files) {
        return files.stream()
                .flatMap(file -> Bundle.read(file) instanceof Bundle.File.Whole(Bundle bundle)
                        ? Stream.of(bundle.childId())
                        : Stream.empty())
                .distinct()
                .toList();
    }

    private Map<Path, Verdict> verify(Map<String, Long> named, Map<Path, Bundle> alike) {
        Map<Path, Verdict> verdicts = new LinkedHashMap<>();
        Map<Path, Bundle> readable = new LinkedHashMap<>();
        alike.forEach((file, bundle) -> unreadable(named, bundle)
                .ifPresentOrElse(
                        why -> verdicts.put(file, new Verdict(List.of(why))), () -> readable.put(file, bundle)));
        if (!readable.isEmpty()) {
            Map<TopicPartition, Long> through = new HashMap<>();
            named.forEach((partition, offset) -> through.put(partition(partition), offset));
            Map<UUID, ChildLog> logs = read(
                    through, readable.values().stream().map(Bundle::childId).toList());
            readable.forEach((file, bundle) -> verdicts.put(
                    file,
                    Verdict.of(
                            bundle, prover.prove((ObjectNode) bundle.alert(), log(logs, bundle.childId()), through))));
        }
        return verdicts;
    }

    /** Why a proof cannot be held against this log and these rules at all; empty if it can. */
    private Optional<String> unreadable(Map<String, Long> named, Bundle bundle) {
        int partition = partition(bundle.childId());
        Map<TopicPartition, Long> ends = PartitionLog.ends(consumer, sources, partition);
        for (TopicPartition each : ends.keySet()) {
            Long through = named.get(each.toString());
            if (through == null
                    || through < 0
                    || through > Optional.ofNullable(ends.get(each)).orElse(0L)) {
                return Optional.of("through: " + each + " ends at " + ends.get(each) + ", the file says " + through);
            }
        }
        if (named.size() != ends.size()) {
            return Optional.of("through: names other partitions than those of the child, " + ends.keySet());
        }
        String rule = bundle.alert().path("ruleId").asString("");
        return prover.knows(rule) ? Optional.empty() : Optional.of("alert.ruleId: no rule in force is called " + rule);
    }

    private Map<UUID, ChildLog> read(Map<TopicPartition, Long> through, Collection<UUID> children) {
        PartitionLog log = new PartitionLog(consumer, through);
        return ChildLog.read(log, new LogSignals(registry), children, done -> progress.accept(log, done));
    }

    private static ChildLog log(Map<UUID, ChildLog> logs, UUID child) {
        return Optional.ofNullable(logs.get(child)).orElseThrow();
    }

    private int partition(UUID child) {
        return Keys.partition(
                child,
                consumer.partitionsFor(Topics.SOCIAL_SERVICES_EVENTS.name()).size());
    }

    private static TopicPartition partition(String text) {
        int dash = text.lastIndexOf('-');
        return new TopicPartition(text.substring(0, dash), Integer.parseInt(text.substring(dash + 1)));
    }

    @Override
    public void close() {
        consumer.close();
        registry.close();
    }
}
