package se.samordna.bench;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import se.samordna.local.Leaders;
import se.samordna.local.LocalBroker;
import se.samordna.schemas.Agencies;
import se.samordna.schemas.SchemaRegistration;
import se.samordna.schemas.Topic;
import se.samordna.schemas.Topics;
import se.samordna.streams.Registry;

/**
 * A broker of its own in this VM with one load written to its source topics. Every arm reads the same bytes. The registry is
 * one in memory: it is asked once per schema and no part of what is measured.
 */
final class Rig implements AutoCloseable {
    static final int PARTITIONS = 8;
    private static final String MEMORY = "mock://";
    private static final int PATIENCE_MS = 120_000;
    private static final Set<String> SOURCES = Stream.concat(
                    Agencies.ALL.stream().map(Topics::events), Stream.of(Topics.ACTIONS, Topics.CLOCK))
            .map(Topic::name)
            .collect(Collectors.toUnmodifiableSet());

    private final Load load;
    private final Path dir;
    private final String registry;
    private final LocalBroker broker;
    private final Admin admin;
    private long written;

    private Rig(String name, Load load, Path dir) {
        this.load = load;
        this.dir = dir;
        registry = MEMORY + name;
        new SchemaRegistration(inMemory(registry)).registerAll();
        broker = LocalBroker.start(dir.resolve("broker"));
        admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()));
    }

    /** The registry of that address in this VM's memory. */
    static SchemaRegistryClient inMemory(String registry) {
        return MockSchemaRegistry.getClientForScope(registry.substring(MEMORY.length()));
    }

    static Rig of(String name, Load load, Path dir) {
        var rig = new Rig(name, load, dir);
        rig.create(Topics.all().stream().map(t -> t.toCreate(PARTITIONS, 1)).toList());
        try (var schemas = Registry.at(rig.registry)) {
            rig.written = LoadWriter.write(load, rig.bootstrap(), schemas, PARTITIONS);
        }
        long there =
                rig.eventEnds().values().stream().mapToLong(Long::longValue).sum();
        if (there != rig.written) {
            throw new IllegalStateException("of " + rig.written + " events written only " + there + " are there");
        }
        return rig;
    }

    /** Takes away everything earlier arms made, and makes the outputs anew. */
    void clear() {
        var made = answer(admin.listTopics().names()).stream()
                .filter(name -> !SOURCES.contains(name) && !name.startsWith("__"))
                .toList();
        answer(admin.deleteTopics(made).all());
        var groups = answer(admin.listGroups().all()).stream()
                .map(group -> group.groupId())
                .toList();
        groups.forEach(this::leave);
        answer(admin.deleteConsumerGroups(groups).all());
        create(Topics.all().stream()
                .filter(t -> !SOURCES.contains(t.name()))
                .map(t -> t.toCreate(PARTITIONS, 1))
                .toList());
    }

    /** A member that closed without leaving, as coordination's does, would keep its group until its session ends. */
    private void leave(String group) {
        var described =
                answer(admin.describeConsumerGroups(List.of(group)).all()).get(group);
        if (described != null && !described.members().isEmpty()) {
            answer(admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                    .all());
        }
    }

    /** A topic of one arm. */
    void createTopic(String name) {
        create(List.of(new NewTopic(name, PARTITIONS, (short) 1)));
    }

    /** The end of every partition of the agencies' events. */
    Map<TopicPartition, Long> eventEnds() {
        return ends(Agencies.ALL.stream().map(a -> Topics.events(a).name()).toList());
    }

    /** The end of every partition of those topics. */
    Map<TopicPartition, Long> ends(Collection<String> topics) {
        var partitions = answer(admin.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(t -> Leaders.partitions(t.name(), t.partitions().size()));
        return Leaders.ends(admin, partitions);
    }

    /** Bytes on disk of all topics whose name ends so. */
    long bytes(String suffix) {
        return answer(admin.describeLogDirs(List.of(1)).allDescriptions()).values().stream()
                .flatMap(dirs -> dirs.values().stream())
                .flatMap(d -> d.replicaInfos().entrySet().stream())
                .filter(e -> e.getKey().topic().endsWith(suffix))
                .mapToLong(e -> e.getValue().size())
                .sum();
    }

    Load load() {
        return load;
    }

    /** Events in the source topics. */
    long events() {
        return written;
    }

    Path dir() {
        return dir;
    }

    String bootstrap() {
        return broker.bootstrap();
    }

    String registry() {
        return registry;
    }

    Admin admin() {
        return admin;
    }

    @Override
    public void close() {
        admin.close();
        broker.close();
    }

    private void create(List<NewTopic> topics) {
        // A deleted topic's name is free a moment later than the answer says.
        long end = System.nanoTime() + 30_000_000_000L;
        while (true) {
            try {
                admin.createTopics(topics).all().get();
                Leaders.ends(admin, topics.stream().flatMap(t -> Leaders.partitions(t.name(), t.numPartitions())));
                return;
            } catch (ExecutionException e) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException(e.getCause());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
