package se.samordna.local;

import java.util.Map;

/** How the command line and the local run talk to the broker. */
public final class Connections {
    private static final int BATCH_BYTES = 256 * 1024;
    private static final long BUFFER_BYTES = 64L << 20;

    private Connections() {}

    /** A producer that loses nothing, doubles nothing and keeps the order, in large compressed batches. */
    public static Map<String, Object> producer(String bootstrap) {
        return Map.of(
                "bootstrap.servers",
                bootstrap,
                "acks",
                "all",
                "enable.idempotence",
                "true",
                "compression.type",
                "lz4",
                "batch.size",
                BATCH_BYTES,
                "buffer.memory",
                BUFFER_BYTES,
                "linger.ms",
                20,
                "max.block.ms",
                30_000);
    }

    /** An admin client that gives up in seconds where nobody answers. */
    public static Map<String, Object> admin(String bootstrap) {
        return Map.of("bootstrap.servers", bootstrap, "request.timeout.ms", 5_000, "default.api.timeout.ms", 20_000);
    }

    /** A consumer of whole topics: no group, from the beginning, only what was committed. */
    public static Map<String, Object> reader(String bootstrap) {
        return Map.of(
                "bootstrap.servers",
                bootstrap,
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                "false",
                "default.api.timeout.ms",
                20_000);
    }
}
