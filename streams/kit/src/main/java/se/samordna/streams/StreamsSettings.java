package se.samordna.streams;

import static org.apache.kafka.clients.CommonClientConfigs.RECEIVE_BUFFER_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.consumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.mainConsumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.producerPrefix;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.state.HostInfo;

/**
 * All that is set of a Streams application.
 *
 * @param applicationId its group, and the prefix of its internal topics and transactional ids
 * @param bootstrap brokers, as {@code 127.0.0.1:19092}
 * @param directory for state and for the process id; of this instance alone
 * @param instance the name of this instance within its group: the same after a restart, and of no other at a time
 * @param self where this instance answers look-ups
 * @param threads stream threads
 * @param engine where state lies
 * @param cachedChildren how many children a task keeps decoded
 * @param overrides Kafka settings of the operator or a benchmark, put last
 */
public record StreamsSettings(
        String applicationId,
        String bootstrap,
        Path directory,
        String instance,
        Optional<HostInfo> self,
        int threads,
        Engine engine,
        int cachedChildren,
        Map<String, String> overrides) {

    private static final int MEGABYTE = 1024 * 1024;

    public StreamsSettings {
        overrides = Map.copyOf(overrides);
    }

    /** With what suits one machine: two threads, heap, 20,000 children a task. */
    public static StreamsSettings of(String applicationId, String bootstrap, Path directory, String instance) {
        return new StreamsSettings(
                applicationId, bootstrap, directory, instance, Optional.empty(), 2, Engine.HEAP, 20_000, Map.of());
    }

    public StreamsSettings at(HostInfo host) {
        return new StreamsSettings(
                applicationId,
                bootstrap,
                directory,
                instance,
                Optional.of(host),
                threads,
                engine,
                cachedChildren,
                overrides);
    }

    /** Kafka's own form of it. */
    public Properties properties() {
        Properties all = new Properties();
        all.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        all.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        all.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        all.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        self.ifPresent(host -> all.put(StreamsConfig.APPLICATION_SERVER_CONFIG, host.host() + ":" + host.port()));
        all.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        all.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        // Nothing internal may get a name by chance: it would change with the topology and orphan its topic.
        all.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        all.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, AnyTimestamp.class);
        // The stores keep decoded children of their own; Streams' record cache would only copy bytes.
        all.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        membership(all);
        throughput(all);
        all.putAll(overrides);
        return all;
    }

    private void membership(Properties all) {
        // On 4.3.1 the streams protocol knows no static membership and refuses a changed topology; classic does
        // neither.
        all.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
        all.put(mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instance);
        all.put(mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 15_000);
        all.put(mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 3_000);
        // A standby answers while a killed instance's tasks are taken over.
        all.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, 1);
        all.put(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG, 60_000);
        all.put(StreamsConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 5_000);
    }

    private static void throughput(Properties all) {
        all.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 5_000);
        all.put(consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        all.put(consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 5_000);
        all.put(consumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), 4 * MEGABYTE);
        // Streams' default is 32 KB.
        all.put(consumerPrefix(RECEIVE_BUFFER_CONFIG), MEGABYTE);
        all.put(producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        all.put(producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 256 * 1024);
        all.put(producerPrefix(ProducerConfig.BUFFER_MEMORY_CONFIG), 128 * MEGABYTE);
        // Our own dead letters carry a record of any size a broker took.
        all.put(producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), 2 * MEGABYTE);
    }
}
