package se.samordna.coordination;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samordna.coordination.scan.Cursor;
import se.samordna.coordination.scan.Found;
import se.samordna.coordination.scan.LogReader;
import se.samordna.coordination.scan.Scan;
import se.samordna.schemas.Topic;
import se.samordna.schemas.Topics;

/** A log of some thousand records in three partitions, written in transactions of which some are taken back. */
class NewestFirstTest {

    private static final Topic LOG = Topics.ACCESS_LOG;
    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    private static final int RECORDS = 3_000;
    private static final UUID CHILD = new UUID(7, 7);

    @TempDir
    static Path directory;

    private static TestBroker broker;
    private static LogReader reader;

    /** What is there, oldest first; its number is its minute. */
    private static final List<Integer> WRITTEN = new ArrayList<>();

    @BeforeAll
    static void a_log() throws Exception {
        broker = new TestBroker(directory);
        broker.create(3, List.of(LOG, Topics.CLOCK));
        reader = new LogReader(broker.bootstrap());
        Random dice = new Random(11);
        try (var producer = producer()) {
            int number = 0;
            while (number < RECORDS) {
                boolean takenBack = dice.nextInt(5) == 0;
                producer.beginTransaction();
                for (int i = dice.nextInt(40); i >= 0; i--) {
                    UUID child = dice.nextInt(50) == 0 ? CHILD : new UUID(dice.nextLong(), 1);
                    producer.send(record(child, number));
                    if (!takenBack) {
                        WRITTEN.add(number);
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
    }

    @AfterAll
    static void end() {
        broker.stop();
    }

    @Test
    void page_after_page_shows_each_record_once_the_newest_first_whatever_is_written_meanwhile() {
        List<Integer> seen = new ArrayList<>();
        Optional<Cursor> next = Optional.empty();
        int pages = 0;
        do {
            Found.Page<Integer> page = page(next, BEGIN, 173, NewestFirstTest::number);
            seen.addAll(page.rows());
            next = page.next().map(NewestFirstTest::throughAnAddress);
            assertThat(page.cutShort()).isFalse();
            if (pages++ == 2) {
                written(new UUID(1, 1), RECORDS + 10_000);
            }
        } while (next.isPresent());

        List<Integer> expected = WRITTEN.stream()
                .filter(number -> number < RECORDS + 1_000)
                .sorted((a, b) -> b - a)
                .toList();
        assertThat(seen.stream().filter(number -> number < RECORDS + 1_000)).containsExactlyElementsOf(expected);
        assertThat(pages).isGreaterThan(10);
    }

    @Test
    void what_is_left_out_is_passed_over_and_comes_on_no_page() {
        List<Integer> seen = new ArrayList<>();
        Optional<Cursor> next = Optional.empty();
        do {
            Found.Page<Integer> page =
                    page(next, BEGIN, 5, record -> number(record).filter(number -> number % 97 == 0));
            seen.addAll(page.rows());
            next = page.next();
        } while (next.isPresent());

        assertThat(seen)
                .containsExactlyElementsOf(WRITTEN.stream()
                        .filter(number -> number % 97 == 0)
                        .sorted((a, b) -> b - a)
                        .toList());
    }

    @Test
    void of_what_is_stamped_after_an_instant_nothing_is_missed() {
        int wanted = 2_500;
        Found.Page<Integer> page = page(
                Optional.empty(),
                BEGIN.plus(Duration.ofMinutes(wanted)),
                RECORDS,
                record -> number(record).filter(number -> number >= wanted));

        assertThat(page.rows().stream().filter(number -> number < RECORDS))
                .containsExactlyElementsOf(WRITTEN.stream()
                        .filter(number -> number >= wanted && number < RECORDS)
                        .sorted((a, b) -> b - a)
                        .toList());
        assertThat(page.next()).isEmpty();
        assertThat(page(Optional.empty(), Instant.parse("2030-01-01T00:00:00Z"), 5, NewestFirstTest::number)
                        .rows())
                .isEmpty();
    }

    @Test
    void of_one_child_only_its_own_partition_is_read() {
        var partitions = new HashSet<Integer>();
        Found<String> found = reader.newestFirst(new Scan<>(
                List.of(LOG),
                Optional.of(CHILD),
                Optional.empty(),
                BEGIN,
                RECORDS,
                Duration.ofSeconds(20),
                true,
                record -> {
                    partitions.add(record.partition());
                    return Optional.of(new String(record.key(), UTF_8)).filter(CHILD.toString()::equals);
                }));

        assertThat(((Found.Page<String>) found).rows()).hasSizeGreaterThan(20);
        assertThat(partitions).hasSize(1);
    }

    @Test
    void where_the_time_runs_out_there_is_a_way_on_and_nothing_is_lost() {
        List<Integer> seen = new ArrayList<>();
        Optional<Cursor> next = Optional.empty();
        boolean cut = false;
        do {
            Found.Page<Integer> page = (Found.Page<Integer>) reader.newestFirst(new Scan<>(
                    List.of(LOG), Optional.empty(), next, BEGIN, RECORDS, Duration.ofMillis(1_500), true, record -> {
                        slow();
                        return number(record);
                    }));
            seen.addAll(page.rows());
            cut |= page.cutShort();
            next = page.next();
        } while (next.isPresent());

        assertThat(cut).isTrue();
        assertThat(seen.stream().filter(number -> number < RECORDS + 1_000))
                .containsExactlyElementsOf(
                        WRITTEN.stream().sorted((a, b) -> b - a).toList());
    }

    @Test
    void more_than_a_few_at_once_are_told_to_come_again() {
        var hold = new CountDownLatch(1);
        var held = new CountDownLatch(2);
        Supplier<Found<Integer>> longAnswer = () -> reader.newestFirst(newest(Duration.ofSeconds(30), record -> {
            held.countDown();
            await().atMost(Duration.ofSeconds(20)).until(() -> hold.getCount() == 0);
            return number(record);
        }));
        List<CompletableFuture<Found<Integer>>> busy = Stream.generate(
                        () -> CompletableFuture.supplyAsync(longAnswer, Thread::startVirtualThread))
                .limit(2)
                .toList();
        await().atMost(Duration.ofSeconds(20)).until(() -> held.getCount() == 0);

        Found<Integer> third = reader.newestFirst(newest(Duration.ofSeconds(5), NewestFirstTest::number));

        assertThat(third).isEqualTo(new Found.Busy<Integer>());
        hold.countDown();
        assertThat(busy).allSatisfy(one -> assertThat(one.join()).isInstanceOf(Found.Page.class));
    }

    /** Of dead letters a stretch would be more than a question may hold. */
    @Test
    void where_values_are_not_needed_none_is_held_and_their_length_is_told() {
        var found = (Found.Page<String>) reader.newestFirst(Scan.withoutValues(
                List.of(LOG),
                RECORDS,
                Duration.ofSeconds(20),
                record -> Optional.of(record.value().length + " of " + record.serializedValueSize())));

        assertThat(found.rows())
                .containsExactlyElementsOf(
                        page(Optional.empty(), BEGIN, RECORDS, NewestFirstTest::number).rows().stream()
                                .map(number -> "0 of " + String.valueOf(number).length())
                                .toList());
    }

    @Test
    void a_broker_that_is_not_there_is_said_to_be_away() {
        Found<Integer> found =
                new LogReader("127.0.0.1:9").newestFirst(newest(Duration.ofSeconds(1), NewestFirstTest::number));

        assertThat(found).isEqualTo(new Found.Away<Integer>());
    }

    @Test
    void a_cursor_is_read_back_as_it_was_written_and_nothing_else_is_one() {
        Cursor cursor = new Cursor(Map.of(0, 0L, 3, 1_234_567_890L, 11, 36L));

        assertThat(cursor.text()).isEqualTo("0-0.3-kf12oi.11-10");
        assertThat(Cursor.of(cursor.text())).contains(cursor);
        for (String none :
                List.of("", "0", "0-", "-1", "0-A", "0-1.", "0-1,1-2", "0--1", "00000-1", "0-zzzzzzzzzzzz")) {
            assertThat(Cursor.of(none)).as(none).isEmpty();
        }
    }

    private static Cursor throughAnAddress(Cursor cursor) {
        return Cursor.of(cursor.text()).orElseThrow();
    }

    /** Some of the work that a row may be. */
    private static void slow() {
        long until = System.nanoTime() + 1_000_000;
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    private static Found.Page<Integer> page(
            Optional<Cursor> before,
            Instant from,
            int rows,
            Function<ConsumerRecord<byte[], byte[]>, Optional<Integer>> reading) {
        return (Found.Page<Integer>) reader.newestFirst(
                new Scan<>(List.of(LOG), Optional.empty(), before, from, rows, Duration.ofSeconds(30), true, reading));
    }

    private static <T> Scan<T> newest(
            Duration patience, Function<ConsumerRecord<byte[], byte[]>, Optional<T>> reading) {
        return new Scan<>(List.of(LOG), Optional.empty(), Optional.empty(), Instant.EPOCH, 1, patience, true, reading);
    }

    private static Optional<Integer> number(ConsumerRecord<byte[], byte[]> record) {
        return Optional.of(Integer.parseInt(new String(record.value(), UTF_8)));
    }

    private static void written(UUID child, int number) {
        try (var producer = producer()) {
            producer.beginTransaction();
            producer.send(record(child, number));
            producer.commitTransaction();
        }
    }

    private static ProducerRecord<byte[], byte[]> record(UUID child, int number) {
        return new ProducerRecord<>(
                LOG.name(),
                null,
                BEGIN.plus(Duration.ofMinutes(number)).toEpochMilli(),
                child.toString().getBytes(UTF_8),
                Integer.toString(number).getBytes(UTF_8));
    }

    private static KafkaProducer<byte[], byte[]> producer() {
        var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrap(), "transactional.id", "log"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
        return producer;
    }
}
