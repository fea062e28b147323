package se.samordna.workplace.bell;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.samordna.alerts.Alert;
import se.samordna.events.Agency;
import se.samordna.kit.web.KitSettings;
import se.samordna.schemas.Agencies;
import se.samordna.schemas.SpecificAvroSerde;
import se.samordna.schemas.Topics;
import se.samordna.workplace.TopicThread;

/**
 * Rings the bell when something is told: reads the alert topics from their end, committed records only, and looks at
 * nothing but the municipality. While no page is open it reads nothing, so that a replay costs it nothing.
 */
@Component
final class Ringer extends TopicThread {
    private static final Logger LOG = LoggerFactory.getLogger(Ringer.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration NOBODY = Duration.ofSeconds(1);
    private static final Map<String, Agency> OF_TOPIC = Agencies.ALL.stream()
            .collect(Collectors.toMap(agency -> Topics.alerts(agency).name(), Function.identity()));

    private final Bell bell;
    private final KitSettings settings;

    Ringer(Bell bell, KitSettings settings) {
        super("workplace-bell");
        this.bell = bell;
        this.settings = settings;
    }

    @Override
    protected void read() throws InterruptedException {
        if (bell.awaitAnyone(NOBODY)) {
            listen();
        }
    }

    /** Whatever it was, all pages are rung at once it is over, and ask anew by themselves before long. */
    @Override
    protected void failed(RuntimeException why) {
        LOG.warn("the bell begins anew after {}", why.getClass().getSimpleName());
    }

    private void listen() {
        Map<String, Object> reading = new HashMap<>(Map.of(
                "bootstrap.servers",
                settings.bootstrap(),
                "client.id",
                "workplace-bell-" + settings.instance(),
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false,
                "default.api.timeout.ms",
                5_000));
        try (var consumer = new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer());
                SpecificAvroSerde<SpecificRecord> serde = SpecificAvroSerde.forValues(settings.registry())) {
            List<TopicPartition> all = OF_TOPIC.keySet().stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(part -> new TopicPartition(part.topic(), part.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToEnd(all);
            // What is told from here on is heard: a page that had to wait for this may have missed something.
            all.forEach(consumer::position);
            OF_TOPIC.values().forEach(agency -> bell.ring(agency, Optional.empty()));
            while (bell.heard() && !isEnding()) {
                consumer.poll(POLL).forEach(record -> ring(record, serde.deserializer()));
            }
        }
    }

    private void ring(ConsumerRecord<byte[], byte[]> record, Deserializer<SpecificRecord> values) {
        Agency agency = Optional.ofNullable(OF_TOPIC.get(record.topic())).orElseThrow();
        bell.ring(agency, municipality(record, values));
    }

    /** Empty of a notice, which names none, of what is erased, and of what cannot be read: it may concern any page. */
    private static Optional<String> municipality(
            ConsumerRecord<byte[], byte[]> record, Deserializer<SpecificRecord> values) {
        byte @Nullable [] value = record.value();
        if (value == null) {
            return Optional.empty();
        }
        try {
            return values.deserialize(record.topic(), value) instanceof Alert alert
                    ? Optional.of(alert.getMunicipality()).filter(code -> !code.isEmpty())
                    : Optional.empty();
        } catch (SerializationException unreadable) {
            LOG.atDebug().log("a telling that cannot be read rings everywhere");
            return Optional.empty();
        }
    }
}
