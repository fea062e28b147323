package se.samordna.bench;

import java.util.Map;

/** The same client settings for every arm that makes its own: big fetches, big lz4 batches. */
final class Clients {
    private Clients() {}

    static Map<String, Object> consumer(Rig rig, String group) {
        return Map.of(
                "bootstrap.servers",
                rig.bootstrap(),
                "group.id",
                group,
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest",
                "receive.buffer.bytes",
                1 << 20,
                "max.partition.fetch.bytes",
                4 << 20,
                "max.poll.records",
                5000);
    }

    static Map<String, Object> producer(Rig rig, String transactionalId) {
        return Map.of(
                "bootstrap.servers",
                rig.bootstrap(),
                "transactional.id",
                transactionalId,
                "acks",
                "all",
                "compression.type",
                "lz4",
                "linger.ms",
                100,
                "batch.size",
                256 << 10,
                "buffer.memory",
                128L << 20);
    }
}
