package se.samordna.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import se.samordna.indicators.streams.IndicatorsTopology;
import se.samordna.schemas.Topics;

/**
 * Lets a broker and this machine forget how far the indicators have read and what they have counted, so that they read
 * everything anew when they are next started. What they have published stays, and nothing of another application is touched.
 */
public final class IndicatorsReset {
    private static final String APPLICATION = IndicatorsTopology.APPLICATION;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Admin admin;
    private final Path state;

    /** @param dir where the applications of this machine keep their data */
    public IndicatorsReset(Admin admin, Path dir) {
        this.admin = admin;
        this.state = dir.resolve("state").resolve(APPLICATION);
    }

    /**
     * Forgets it. What was broken off is ended by running it again: how far they have read goes first, since events that
     * are read twice count once, and events that are not read do not count.
     *
     * @param patience how long an instance that was stopped may still be a member of the group: until its session ends
     * @return what was deleted: topics by name, and where their state lay
     * @throws StartupProblem if one is running then, or the broker does not answer
     */
    public List<String> run(Duration patience) {
        forgetOffsets(patience);
        List<String> inner = inner();
        await(admin.deleteTopics(inner).all());
        emptyCrossings();
        List<String> deleted = new ArrayList<>(inner);
        if (Files.exists(state)) {
            deleteState();
            deleted.add(state.toString());
        }
        return List.copyOf(deleted);
    }

    private void deleteState() {
        try (Stream<Path> all = Files.walk(state)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new StartupProblem(
                    "Not all of " + state + " could be deleted: " + e.getMessage() + ". Run it again.", e);
        }
    }

    /** The broker itself refuses where somebody is a member. */
    private void forgetOffsets(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                admin.deleteConsumerGroups(Set.of(APPLICATION)).all().get();
                return;
            } catch (ExecutionException e) {
                switch (e.getCause()) {
                    case GroupIdNotFoundException _ -> {
                        return;
                    }
                    case GroupNotEmptyException _
                    when System.nanoTime() < end -> LockSupport.parkNanos(PAUSE.toNanos());
                    case GroupNotEmptyException _ ->
                        throw new StartupProblem("The indicators are running. Stop every instance of them first.", e);
                    case null, default -> throw refused(e);
                }
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
    }

    /** The topics that Kafka Streams has made for the application, as Kafka's own reset tool knows them. */
    private List<String> inner() {
        return await(admin.listTopics().names()).stream()
                .filter(name -> name.startsWith(APPLICATION + "-"))
                .filter(name -> name.endsWith("-changelog") || name.endsWith("-repartition"))
                .sorted()
                .toList();
    }

    /** What the ids of one child have told each other is told anew. */
    private void emptyCrossings() {
        String topic = Topics.INDICATORS_CROSSINGS.name();
        if (!await(admin.listTopics().names()).contains(topic)) {
            return;
        }
        Stream<TopicPartition> partitions =
                await(admin.describeTopics(List.of(topic)).allTopicNames()).values().stream()
                        .flatMap(found ->
                                Leaders.partitions(topic, found.partitions().size()));
        Map<TopicPartition, RecordsToDelete> all = Leaders.ends(admin, partitions).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, end -> RecordsToDelete.beforeOffset(end.getValue())));
        await(admin.deleteRecords(all).all());
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw refused(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static StartupProblem refused(ExecutionException e) {
        return new StartupProblem("The broker refused or did not answer: " + e.getMessage() + ". Run it again.", e);
    }

    private static StartupProblem interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new StartupProblem("Interrupted. Run it again.", e);
    }
}
