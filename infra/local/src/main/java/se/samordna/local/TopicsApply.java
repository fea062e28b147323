package se.samordna.local;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import se.samordna.schemas.Registration;
import se.samordna.schemas.SchemaRegistration;
import se.samordna.schemas.Topic;
import se.samordna.schemas.Topics;

/** Makes the broker and the registry hold what the catalogue of topics says. Run again, it changes nothing. */
public final class TopicsApply {
    private TopicsApply() {}

    /** What was done with the topics, by name. */
    public record Made(List<String> created, int unchanged) {}

    /**
     * Creates the topics that are missing, gives those that are there the settings of the catalogue, and returns when all
     * have leaders.
     *
     * @param perChild partitions of the per-child topics
     * @throws StartupProblem if a topic exists with another number of partitions
     */
    public static Made topics(Admin admin, int perChild, int replicas) {
        Map<String, TopicDescription> existing = existing(admin);
        refuseOthers(existing, perChild);
        List<NewTopic> missing = new ArrayList<>();
        Map<ConfigResource, Collection<AlterConfigOp>> settings = new HashMap<>();
        for (Topic topic : Topics.all()) {
            if (existing.containsKey(topic.name())) {
                settings.put(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), settings(topic));
            } else {
                missing.add(topic.toCreate(perChild, replicas));
            }
        }
        await(admin.createTopics(missing).all());
        await(admin.incrementalAlterConfigs(settings).all());
        Leaders.ends(admin, Topics.all().stream().flatMap(t -> Leaders.partitions(t.name(), t.partitions(perChild))));
        return new Made(missing.stream().map(NewTopic::name).toList(), existing.size());
    }

    /** The topics of the catalogue that the broker has, by name. */
    public static Map<String, TopicDescription> existing(Admin admin) {
        Set<String> there = await(admin.listTopics().names());
        List<String> ours =
                Topics.all().stream().map(Topic::name).filter(there::contains).toList();
        return new LinkedHashMap<>(await(admin.describeTopics(ours).allTopicNames()));
    }

    private static void refuseOthers(Map<String, TopicDescription> existing, int perChild) {
        List<String> wrong = new ArrayList<>();
        for (Topic topic : Topics.all()) {
            TopicDescription found = existing.get(topic.name());
            if (found != null && found.partitions().size() != topic.partitions(perChild)) {
                wrong.add(topic.name() + " has " + found.partitions().size() + " partitions, not "
                        + topic.partitions(perChild));
            }
        }
        if (!wrong.isEmpty()) {
            throw new StartupProblem("Topics have other partition counts than asked for, and a child's records would no"
                    + " longer meet: " + String.join("; ", wrong));
        }
    }

    private static List<AlterConfigOp> settings(Topic topic) {
        return topic.settings().entrySet().stream()
                .map(e -> new AlterConfigOp(new ConfigEntry(e.getKey(), e.getValue()), AlterConfigOp.OpType.SET))
                .toList();
    }

    /**
     * Registers every schema of the catalogue.
     *
     * @return what became of each
     * @throws StartupProblem if one is refused, or the registry is away
     */
    public static List<Registration> schemas(String registry) {
        List<Registration> all = SchemaRegistration.at(registry);
        List<String> wrong =
                all.stream().filter(r -> !r.isThere()).map(TopicsApply::inWords).toList();
        if (!wrong.isEmpty()) {
            throw new StartupProblem("Schemas could not be registered: " + String.join("; ", wrong));
        }
        return all;
    }

    private static String inWords(Registration registration) {
        return switch (registration) {
            case Registration.Incompatible r -> r.subject() + " is not compatible: " + r.reason();
            case Registration.Refused r -> r.subject() + " was refused (" + r.status() + "): " + r.reason();
            case Registration.RegistryAway r -> "the registry does not answer: " + r.reason();
            case Registration.Registered r -> r.subject() + " is new";
            case Registration.Unchanged r -> r.subject() + " was there";
        };
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new StartupProblem("The broker refused or did not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupProblem("Interrupted", e);
        }
    }
}
