package se.samordna.coordination;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import se.samordna.broker.TestBroker;
import se.samordna.schemas.Topic;
import se.samordna.schemas.Topics;

/** A log on a broker of its own: of each record the value is its number, and the number its minute. */
final class NumberedLog {

    static final Topic TOPIC = Topics.ACCESS_LOG;
    static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    static final int RECORDS = 3_000;

    /** One of fifty records is hers. */
    static final UUID CHILD = new UUID(7, 7);

    private final TestBroker broker;
    private final List<Integer> numbers = new ArrayList<>();

    private NumberedLog(TestBroker broker) {
        this.broker = broker;
    }

    /** With all its records in three partitions, in transactions of which every fifth is taken back. */
    static NumberedLog written(Path directory) throws Exception {
        var broker = new TestBroker(directory);
        broker.create(3, List.of(TOPIC, Topics.CLOCK));
        var log = new NumberedLog(broker);
        Random dice = new Random(11);
        try (var producer = log.producer()) {
            int number = 0;
            while (number < RECORDS) {
                boolean takenBack = dice.nextInt(5) == 0;
                producer.beginTransaction();
                for (int i = dice.nextInt(40); i >= 0; i--) {
                    UUID child = dice.nextInt(50) == 0 ? CHILD : new UUID(dice.nextLong(), 1);
                    producer.send(record(child, number));
                    if (!takenBack) {
                        log.numbers.add(number);
                    }
                    number++;
                }
                if (takenBack) {
                    producer.abortTransaction();
                } else {
                    producer.commitTransaction();
                }
            }
        }
        return log;
    }

    String bootstrap() {
        return broker.bootstrap();
    }

    /** Those that were not taken back, oldest first; not those written later. */
    List<Integer> numbers() {
        return numbers;
    }

    /** One more. */
    void write(UUID child, int number) {
        try (var producer = producer()) {
            producer.beginTransaction();
            producer.send(record(child, number));
            producer.commitTransaction();
        }
    }

    void stop() {
        broker.stop();
    }

    static Optional<Integer> number(ConsumerRecord<byte[], byte[]> record) {
        return Optional.of(Integer.parseInt(new String(record.value(), UTF_8)));
    }

    private static ProducerRecord<byte[], byte[]> record(UUID child, int number) {
        return new ProducerRecord<>(
                TOPIC.name(),
                null,
                BEGIN.plus(Duration.ofMinutes(number)).toEpochMilli(),
                child.toString().getBytes(UTF_8),
                Integer.toString(number).getBytes(UTF_8));
    }

    private KafkaProducer<byte[], byte[]> producer() {
        var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrap(), "transactional.id", "log"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
        return producer;
    }
}
