package se.samordna.coordination;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Puts a record where its child's events lie, whatever follows the childId in its key: so an agency's alerts can be
 * joined with its events without moving either.
 */
final class ByChild implements StreamPartitioner<byte[], byte[]> {

    private static final int CHILD = 36;

    @Override
    public Optional<Set<Integer>> partitions(String topic, byte[] key, byte[] value, int partitions) {
        byte[] child = key.length == CHILD ? key : Arrays.copyOf(key, CHILD);
        return Optional.of(Set.of(BuiltInPartitioner.partitionForKey(child, partitions)));
    }
}
