package se.samordna.schemas;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * A topic of the catalogue.
 *
 * @param name as it is called in Kafka
 * @param key what its records are keyed by
 * @param types the record types that may be in it; none: nothing is said in it yet, or (dead letters) the bytes are as they came
 * @param partitioning how many partitions it has
 * @param cleanup what the broker may remove
 * @param owner who answers for what is in it
 * @param legalBasis why it may be kept and read, in law
 * @param writers who writes it
 * @param readers who reads it
 */
public record Topic(
        String name,
        Key key,
        List<Class<? extends SpecificRecord>> types,
        Partitioning partitioning,
        Cleanup cleanup,
        Party owner,
        String legalBasis,
        Set<Party> writers,
        Set<Party> readers) {

    /** What a topic's records are keyed by; {@link Keys} makes them. */
    public enum Key {
        CHILD_ID("childId, a UUID"),
        TARGET_CHILD_ID("childId of the child it is meant for, a UUID"),
        ALERT("childId/alertId, partitioned by childId"),
        IDENTITY("childId/municipality/agency"),
        MUNICIPALITY("kommunkod"),
        AREA("kommunkod or county"),
        PARTITION("partition number"),
        FEED("municipality/agency/partition"),
        RECEIPT("agency/period/municipality/partition"),
        ORIGINAL("as the original record"),
        DEAD_LETTER("topic/partition/offset of a dead letter");

        private final String text;

        Key(String text) {
            this.text = text;
        }

        /** What it is, in words. */
        public String text() {
            return text;
        }
    }

    /** How many partitions. */
    public enum Partitioning {
        /** As all per-child topics, the same number, so that a child's records meet; the clock too, which ticks each. */
        PER_CHILD,
        /** One: read whole, or rarely written. */
        SINGLE
    }

    /** What the broker may remove. Retention of data on children is the erase job's work, never the broker's. */
    public enum Cleanup {
        /** Nothing. */
        KEEP,
        /** All but the last record of a key. */
        COMPACT
    }

    /** Who owns, writes or reads. */
    public enum Party {
        SOCIAL_SERVICES,
        SCHOOLS,
        REGION,
        POLICE,
        COORDINATION,
        INDICATORS,
        WORKPLACE,
        CLOCK,
        OPERATOR,
        DATA_PROTECTION_OFFICER,
        ANYONE
    }

    private static final String LONGEST = Long.toString(Long.MAX_VALUE);
    private static final String DEAD_LETTERS = ".dlq";

    public Topic {
        types = List.copyOf(types);
        writers = Set.copyOf(writers);
        readers = Set.copyOf(readers);
    }

    /** A topic spread over partitions as all per-child ones, from which nothing is removed. */
    static Topic of(String name, Key key, List<Class<? extends SpecificRecord>> types) {
        return new Topic(
                name, key, types, Partitioning.PER_CHILD, Cleanup.KEEP, Party.OPERATOR, "", Set.of(), Set.of());
    }

    Topic ownedBy(Party party, String basis) {
        return new Topic(name, key, types, partitioning, cleanup, party, basis, writers, readers);
    }

    Topic from(Party... parties) {
        return new Topic(name, key, types, partitioning, cleanup, owner, legalBasis, Set.of(parties), readers);
    }

    Topic to(Party... parties) {
        return new Topic(name, key, types, partitioning, cleanup, owner, legalBasis, writers, Set.of(parties));
    }

    Topic compacted() {
        return new Topic(name, key, types, partitioning, Cleanup.COMPACT, owner, legalBasis, writers, readers);
    }

    Topic single() {
        return new Topic(name, key, types, Partitioning.SINGLE, cleanup, owner, legalBasis, writers, readers);
    }

    /** Where this topic's records go that cannot be read: {@code <name>.dlq}, with the original key and bytes. */
    public Topic deadLetters() {
        return of(name + DEAD_LETTERS, Key.ORIGINAL, List.of())
                .single()
                .ownedBy(owner, legalBasis)
                .from(Party.COORDINATION, Party.INDICATORS, Party.WORKPLACE)
                .to(Party.OPERATOR);
    }

    /** Whether this is a dead-letter topic. */
    public boolean holdsDeadLetters() {
        return name.endsWith(DEAD_LETTERS);
    }

    /** The number of partitions, given that of the per-child topics (12 by default, 4 on one machine). */
    public int partitions(int perChild) {
        return partitioning == Partitioning.PER_CHILD ? perChild : 1;
    }

    /** The topic's settings in the broker, besides replication. */
    public Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        // A replay carries old times and future ones; the defaults would refuse or soon delete them.
        settings.put("message.timestamp.before.max.ms", LONGEST);
        settings.put("message.timestamp.after.max.ms", LONGEST);
        if (cleanup == Cleanup.COMPACT) {
            settings.put("cleanup.policy", "compact");
        } else {
            settings.put("cleanup.policy", "delete");
            settings.put("retention.ms", "-1");
        }
        if (holdsDeadLetters()) {
            // Room for the greatest record a broker takes by default, and our headers.
            settings.put("max.message.bytes", Integer.toString(2 * 1024 * 1024));
        }
        return settings;
    }

    /** The topic to be created; with three replicas or more, a write needs two of them. */
    public NewTopic toCreate(int perChild, int replicas) {
        Map<String, String> settings = new TreeMap<>(settings());
        settings.put("min.insync.replicas", replicas >= 3 ? "2" : "1");
        return new NewTopic(name, partitions(perChild), (short) replicas).configs(settings);
    }

    /** The registry's subject of a record type in this topic (TopicRecordNameStrategy). */
    public String subject(Class<? extends SpecificRecord> type) {
        return name + "-" + SpecificData.get().getSchema(type).getFullName();
    }
}
