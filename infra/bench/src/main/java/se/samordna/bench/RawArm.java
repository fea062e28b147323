package se.samordna.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The bound: consumer to transactional producer, bytes untouched, one to one, two threads, a commit each 100 ms. */
final class RawArm implements Arm {
    private static final String GROUP = "bench-raw";
    private static final String OUT = "bench.raw";
    private static final int THREADS = 2;
    private static final long COMMIT_NANOS = 100_000_000;

    @Override
    public String name() {
        return "raw pass-through";
    }

    @Override
    public Running start(Rig rig) {
        rig.createTopic(OUT);
        List<List<TopicPartition>> shares = List.of(new ArrayList<>(), new ArrayList<>());
        rig.eventEnds()
                .keySet()
                .forEach(p -> shares.get(p.partition() % THREADS).add(p));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        var stopped = new AtomicBoolean();
        List<Future<?>> work = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int thread = i;
            work.add(threads.submit(() -> pass(rig, thread, shares.get(thread), stopped)));
        }
        return new Running() {
            @Override
            public String group() {
                return GROUP;
            }

            @Override
            public void close() {
                stopped.set(true);
                threads.shutdown();
                work.forEach(RawArm::ended);
            }
        };
    }

    private static void pass(Rig rig, int thread, List<TopicPartition> share, AtomicBoolean stopped) {
        try (var consumer = new KafkaConsumer<>(
                        Clients.consumer(rig, GROUP), new ByteArrayDeserializer(), new ByteArrayDeserializer());
                var producer = new KafkaProducer<>(
                        Clients.producer(rig, GROUP + "-" + thread),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            producer.initTransactions();
            // Assigned, not subscribed: no rebalance is measured.
            consumer.assign(share);
            consumer.seekToBeginning(share);
            Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
            boolean open = false;
            long commitAt = 0;
            while (!stopped.get()) {
                for (ConsumerRecord<byte[], byte[]> r : consumer.poll(Duration.ofMillis(50))) {
                    if (!open) {
                        producer.beginTransaction();
                        open = true;
                        commitAt = System.nanoTime() + COMMIT_NANOS;
                    }
                    // A record that fails fails its transaction.
                    var _ = producer.send(new ProducerRecord<>(OUT, r.partition(), r.timestamp(), r.key(), r.value()));
                    done.put(new TopicPartition(r.topic(), r.partition()), new OffsetAndMetadata(r.offset() + 1));
                }
                if (open && System.nanoTime() > commitAt) {
                    producer.sendOffsetsToTransaction(done, consumer.groupMetadata());
                    producer.commitTransaction();
                    done.clear();
                    open = false;
                }
            }
        }
    }

    private static void ended(Future<?> work) {
        try {
            work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
