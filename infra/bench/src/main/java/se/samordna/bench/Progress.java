package se.samordna.bench;

import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Watches what a group has committed until it has everything. The rate is taken from the first fifth on, so that starting,
 * joining the group and the first compilation are not in it.
 */
final class Progress {
    private static final long PAUSE_NANOS = 20_000_000;
    private static final long STUCK_NANOS = 120_000_000_000L;
    private static final double WARM = 0.2;

    /**
     * @param perSecond events a second after the first fifth
     * @param seconds from the first commit seen to the last
     */
    record Pace(double perSecond, double seconds) {}

    private Progress() {}

    static Pace of(Rig rig, String group) {
        Map<TopicPartition, Long> ends = rig.eventEnds();
        long all = ends.values().stream().mapToLong(Long::longValue).sum();
        long begun = 0;
        long warmAt = 0;
        long warmDone = 0;
        long last = -1;
        long lastAt = System.nanoTime();
        while (true) {
            long done = committed(rig.admin(), group, ends);
            long now = System.nanoTime();
            if (done > 0 && begun == 0) {
                begun = now;
            }
            if (done >= WARM * all && warmAt == 0) {
                warmAt = now;
                warmDone = done;
            }
            if (done >= all) {
                return new Pace((done - warmDone) * 1e9 / Math.max(1, now - warmAt), (now - begun) / 1e9);
            }
            if (done != last) {
                last = done;
                lastAt = now;
            } else if (now - lastAt > STUCK_NANOS) {
                throw new IllegalStateException(
                        group + " has come no further than " + done + " of " + all + " events for two minutes");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** How much of the events a group has committed by now, 0 to 1. */
    static double share(Rig rig, String group) {
        Map<TopicPartition, Long> ends = rig.eventEnds();
        long all = ends.values().stream().mapToLong(Long::longValue).sum();
        return (double) committed(rig.admin(), group, ends) / all;
    }

    private static long committed(Admin admin, String group, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, OffsetAndMetadata> offsets =
                Rig.answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        return offsets.entrySet().stream()
                .filter(e -> ends.containsKey(e.getKey()) && e.getValue() != null)
                .mapToLong(e -> e.getValue().offset())
                .sum();
    }
}
