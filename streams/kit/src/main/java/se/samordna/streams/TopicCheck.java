package se.samordna.streams;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import se.samordna.schemas.Topic;

/**
 * Whether the topics an application needs are there, and those by child all have as many partitions: only then do a
 * child's records meet in one task. Kafka Streams itself does not see to that where a processor reads several sources.
 */
public sealed interface TopicCheck {

    /** All is well. */
    record Fit(int partitions) implements TopicCheck {}

    /** To be made; may come by itself. */
    record Missing(List<String> topics) implements TopicCheck {}

    /** Nothing may start: the topics by child, with how many partitions each has. */
    record Unequal(SortedMap<String, Integer> partitions) implements TopicCheck {}

    /** The broker does not answer. */
    record Away() implements TopicCheck {}

    /** Looks, waiting a few seconds for the broker at most. */
    static TopicCheck of(Admin admin, Collection<Topic> topics) throws InterruptedException {
        SortedMap<String, Integer> found = new TreeMap<>();
        List<String> missing = new ArrayList<>();
        for (Topic topic : topics) {
            try {
                TopicDescription description = admin.describeTopics(List.of(topic.name()))
                        .allTopicNames()
                        .get(5, TimeUnit.SECONDS)
                        .values()
                        .iterator()
                        .next();
                if (topic.partitioning() == Topic.Partitioning.PER_CHILD) {
                    found.put(topic.name(), description.partitions().size());
                }
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof org.apache.kafka.common.errors.UnknownTopicOrPartitionException)) {
                    return new Away();
                }
                missing.add(topic.name());
            } catch (TimeoutException e) {
                return new Away();
            }
        }
        if (!missing.isEmpty()) {
            return new Missing(missing);
        }
        return found.values().stream().distinct().count() > 1
                ? new Unequal(found)
                : new Fit(found.values().stream().findFirst().orElse(0));
    }
}
