package se.samordna.local;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import se.samordna.platform.Tick;
import se.samordna.schemas.Topics;

/** Writes the clock: one Tick to every partition of {@code platform.clock}, so that all children's time moves alike. */
public final class Ticker {
    private final Producer<byte[], byte[]> producer;
    private final WireWriter writer;
    private final int partitions;

    /** Ticks by that producer; the clock's partitions are asked of the broker now. */
    public Ticker(Producer<byte[], byte[]> producer, WireWriter writer) {
        this.producer = producer;
        this.writer = writer;
        this.partitions = producer.partitionsFor(Topics.CLOCK.name()).size();
    }

    /** Sends the Tick, stamped with its own instant; it is on its way when this returns. */
    public void tick(Instant at) {
        byte[] value = writer.bytes(Topics.CLOCK, new Tick(at));
        for (int partition = 0; partition < partitions; partition++) {
            byte[] key = String.valueOf(partition).getBytes(StandardCharsets.UTF_8);
            // A tick that is lost is followed by the next; what a replay must not lose, its sink waits for.
            Future<?> unused =
                    producer.send(new ProducerRecord<>(Topics.CLOCK.name(), partition, at.toEpochMilli(), key, value));
        }
    }
}
