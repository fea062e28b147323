package se.samordna.schemas;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import se.samordna.events.Agency;

/** The keys of the topics, as strings in UTF-8, and where a child's records lie. */
public final class Keys {

    private Keys() {}

    /** Of every per-child topic: the pseudonym in lower case. */
    public static String child(UUID childId) {
        return childId.toString();
    }

    /** Of {@code alerts.*}: {@code childId/alertId}. Partitioned by childId, see {@link #partition}. */
    public static String alert(UUID childId, UUID alertId) {
        return childId + "/" + alertId;
    }

    /** Of {@code platform.identities}: {@code childId/municipality/agency}, so that no authority writes over another's. */
    public static String identity(UUID childId, String municipality, Agency agency) {
        return childId + "/" + municipality + "/" + Agencies.wireName(agency);
    }

    /** Of {@code platform.feeds}: {@code municipality/agency/partition}. */
    public static String feed(String municipality, Agency agency, int partition) {
        return municipality + "/" + Agencies.wireName(agency) + "/" + partition;
    }

    /** Of {@code coordination.receipts}: {@code agency/period/municipality/partition}, the municipality empty of a day. */
    public static String receipts(Agency agency, String period, String municipality, int partition) {
        return Agencies.wireName(agency) + "/" + period + "/" + municipality + "/" + partition;
    }

    /** The partition of a child's records, the one Kafka's own partitioner gives the key {@link #child}. */
    public static int partition(UUID childId, int partitions) {
        return BuiltInPartitioner.partitionForKey(child(childId).getBytes(StandardCharsets.UTF_8), partitions);
    }
}
