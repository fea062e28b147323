package se.samordna.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samordna.indicators.streams.CellLookup;
import se.samordna.local.LocalBroker;
import se.samordna.streams.Answer;
import se.samordna.streams.StreamsSettings;

/**
 * A question for cells and a write of them never wait for each other for ever. They are made to meet where they could: the
 * question comes while the writer holds the store, and the writer goes on only when the question waits for it.
 */
class CellsAskedWhileWrittenTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration CLOSING = Duration.ofSeconds(2);
    private static final String CELLS = "cells";
    private static final String WRITES = "writes";
    private static final HostInfo SELF = new HostInfo("127.0.0.1", 1);

    private final CompletableFuture<Void> held = new CompletableFuture<>();
    private final CompletableFuture<Thread> asker = new CompletableFuture<>();
    private final CompletableFuture<Answer<CellLookup.County>> answer = new CompletableFuture<>();
    private final CompletableFuture<Void> written = new CompletableFuture<>();

    @Test
    void a_question_in_the_middle_of_a_write_is_answered_and_the_write_ends(@TempDir Path dir) throws Exception {
        try (var broker = LocalBroker.start(dir)) {
            try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
                admin.createTopics(List.of(new NewTopic(WRITES, 1, (short) 1)))
                        .all()
                        .get();
            }
            KafkaStreams streams = started(broker, dir);
            try {
                CellLookup cells = new CellLookup(() -> Optional.of(streams), SELF, 1);
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(cells.ask("23")).isInstanceOf(Answer.Found.class));
                try (var records = new Records(broker.bootstrap())) {
                    records.send(WRITES, null, new byte[] {1});
                }
                assertThat(held).as("the writer holds the store").succeedsWithin(SOON);
                asker.complete(Thread.ofPlatform().daemon().start(() -> answer.complete(cells.ask("23"))));

                assertThat(written).as("the write").succeedsWithin(SOON);
                assertThat(answer)
                        .as("the answer")
                        .succeedsWithin(SOON)
                        .isInstanceOfSatisfying(
                                Answer.Found.class,
                                found -> assertThat(found.from()).isEqualTo(Answer.ReadFrom.ACTIVE));
            } finally {
                streams.close(CLOSING);
            }
        }
    }

    /** A store as the cells have it, and one processor that writes it as they are written. */
    private KafkaStreams started(LocalBroker broker, Path dir) {
        var heap = new Kept(Stores.inMemoryKeyValueStore(CELLS));
        var topology = new Topology()
                .addSource(
                        WRITES,
                        Serdes.ByteArray().deserializer(),
                        Serdes.ByteArray().deserializer(),
                        WRITES)
                .addProcessor("write", () -> new Writer(heap), WRITES)
                .addStateStore(
                        Stores.keyValueStoreBuilder(heap, Serdes.Bytes(), Serdes.ByteArray())
                                .withCachingDisabled(),
                        "write");
        Properties settings = StreamsSettings.of("asked-while-written", broker.bootstrap(), dir.resolve("state"), "e2e")
                .at(SELF)
                .properties();
        var streams = new KafkaStreams(topology, settings);
        streams.start();
        return streams;
    }

    /** Makes Kafka's own store, and knows the one it made last: Kafka makes one to look at before that of the task. */
    private static final class Kept implements KeyValueBytesStoreSupplier {
        private final KeyValueBytesStoreSupplier real;
        private final AtomicReference<KeyValueStore<Bytes, byte[]>> last = new AtomicReference<>();

        private Kept(KeyValueBytesStoreSupplier real) {
            this.real = real;
        }

        @Override
        public KeyValueStore<Bytes, byte[]> get() {
            KeyValueStore<Bytes, byte[]> store = real.get();
            last.set(store);
            return store;
        }

        @Override
        public String name() {
            return real.name();
        }

        @Override
        public String metricsScope() {
            return real.metricsScope();
        }
    }

    /** Writes with the store's lock held from before, as a put holds it until it comes to the position's. */
    private final class Writer extends ContextualProcessor<byte[], byte[], Void, Void> {
        private final Kept heap;

        private Writer(Kept heap) {
            this.heap = heap;
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            KeyValueStore<Bytes, byte[]> store = context().getStateStore(CELLS);
            synchronized (heap.last.get()) {
                held.complete(null);
                Thread asks = asker.join();
                await().atMost(SOON).pollInSameThread().until(() -> waitsForThisThread(asks));
                store.put(Bytes.wrap(new byte[] {0}), record.value());
            }
            written.complete(null);
        }

        private static boolean waitsForThisThread(Thread other) {
            ThreadInfo info = ManagementFactory.getThreadMXBean().getThreadInfo(other.threadId());
            return info.getLockOwnerId() == Thread.currentThread().threadId();
        }
    }
}
