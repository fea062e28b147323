package se.samordna.coordination.scan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** One partition, wound back a stretch at a time. Kafka reads forwards alone, so each stretch is read whole and then turned. */
final class Reel {

    private static final long FIRST_STRETCH = 256;
    private static final long LONGEST_STRETCH = 4_096;
    private static final byte[] NOTHING = {};

    private final TopicPartition partition;
    private final long begin;
    private final boolean values;
    private final Deque<ConsumerRecord<byte[], byte[]>> turned = new ArrayDeque<>();
    private final List<ConsumerRecord<byte[], byte[]>> stretch = new ArrayList<>();
    private long unread;
    private long low;
    private long taken;
    private long length = FIRST_STRETCH;

    /**
     * @param begin the first offset that is wanted
     * @param end the first that is not
     * @param values whether the records' values are kept
     */
    Reel(TopicPartition partition, long begin, long end, boolean values) {
        this.values = values;
        this.partition = partition;
        this.begin = begin;
        this.unread = Math.max(begin, end);
        this.low = unread;
        this.taken = unread;
    }

    TopicPartition partition() {
        return partition;
    }

    /** The first offset that has been taken; all before it are still to come. */
    long taken() {
        return taken;
    }

    boolean hasHead() {
        return !turned.isEmpty();
    }

    /** Whether all of it has been taken. */
    boolean isDone() {
        return turned.isEmpty() && unread <= begin;
    }

    long stamp() {
        return turned.getFirst().timestamp();
    }

    ConsumerRecord<byte[], byte[]> take() {
        ConsumerRecord<byte[], byte[]> head = turned.removeFirst();
        taken = head.offset();
        if (turned.isEmpty()) {
            taken = unread; // what is between is no record: ends of transactions, and what was taken back
        }
        return head;
    }

    /** Puts the consumer where the next stretch begins. */
    void seek(KafkaConsumer<byte[], byte[]> consumer) {
        low = Math.max(begin, unread - length);
        stretch.clear();
        consumer.seek(partition, low);
    }

    void read(List<ConsumerRecord<byte[], byte[]>> records) {
        records.stream()
                .filter(record -> record.offset() < unread)
                .map(record -> values ? record : withoutValue(record))
                .forEach(stretch::add);
    }

    /** Thousands of dead letters of 64 KiB are more than a question may hold. */
    private static ConsumerRecord<byte[], byte[]> withoutValue(ConsumerRecord<byte[], byte[]> record) {
        return new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.timestampType(),
                record.serializedKeySize(),
                record.serializedValueSize(),
                record.key(),
                NOTHING,
                record.headers(),
                record.leaderEpoch());
    }

    /** Whether the stretch is whole; then it is turned. */
    boolean turnedIf(long position) {
        if (position < unread) {
            return false;
        }
        stretch.reversed().forEach(turned::addLast);
        stretch.clear();
        unread = low;
        length = Math.min(2 * length, LONGEST_STRETCH);
        if (turned.isEmpty()) {
            taken = unread;
        }
        return true;
    }
}
