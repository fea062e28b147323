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
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samordna.coordination.scan.Cursor;
import se.samordna.coordination.scan.Found;
import se.samordna.coordination.scan.LogReader;
import se.samordna.coordination.scan.Scan;

/** A log of some thousand records in three partitions, written in transactions of which some are taken back. */
class NewestFirstTest {

    @TempDir
    static Path directory;

    private static NumberedLog log;
    private static LogReader reader;

    @BeforeAll
    static void a_log() throws Exception {
        log = NumberedLog.written(directory);
        reader = new LogReader(log.bootstrap());
    }

    @AfterAll
    static void end() {
        log.stop();
    }

    @Test
    void page_after_page_shows_each_record_once_the_newest_first_whatever_is_written_meanwhile() {
        List<Integer> seen = new ArrayList<>();
        Optional<Cursor> next = Optional.empty();
        int pages = 0;
        do {
            Found.Page<Integer> page = page(next, NumberedLog.BEGIN, 173, NumberedLog::number);
            seen.addAll(page.rows());
            next = page.next().map(NewestFirstTest::throughAnAddress);
            assertThat(page.cutShort()).isFalse();
            if (pages++ == 2) {
                log.write(new UUID(1, 1), NumberedLog.RECORDS + 10_000);
            }
        } while (next.isPresent());

        List<Integer> expected = log.numbers().stream()
                .filter(number -> number < NumberedLog.RECORDS + 1_000)
                .sorted((a, b) -> b - a)
                .toList();
        assertThat(seen.stream().filter(number -> number < NumberedLog.RECORDS + 1_000))
                .containsExactlyElementsOf(expected);
        assertThat(pages).isGreaterThan(10);
    }

    @Test
    void what_is_left_out_is_passed_over_and_comes_on_no_page() {
        List<Integer> seen = new ArrayList<>();
        Optional<Cursor> next = Optional.empty();
        do {
            Found.Page<Integer> page = page(
                    next,
                    NumberedLog.BEGIN,
                    5,
                    record -> NumberedLog.number(record).filter(number -> number % 97 == 0));
            seen.addAll(page.rows());
            next = page.next();
        } while (next.isPresent());

        assertThat(seen)
                .containsExactlyElementsOf(log.numbers().stream()
                        .filter(number -> number % 97 == 0)
                        .sorted((a, b) -> b - a)
                        .toList());
    }

    @Test
    void of_what_is_stamped_after_an_instant_nothing_is_missed() {
        int wanted = 2_500;
        Found.Page<Integer> page = page(
                Optional.empty(),
                NumberedLog.BEGIN.plus(Duration.ofMinutes(wanted)),
                NumberedLog.RECORDS,
                record -> NumberedLog.number(record).filter(number -> number >= wanted));

        assertThat(page.rows().stream().filter(number -> number < NumberedLog.RECORDS))
                .containsExactlyElementsOf(log.numbers().stream()
                        .filter(number -> number >= wanted && number < NumberedLog.RECORDS)
                        .sorted((a, b) -> b - a)
                        .toList());
        assertThat(page.next()).isEmpty();
        assertThat(page(Optional.empty(), Instant.parse("2030-01-01T00:00:00Z"), 5, NumberedLog::number)
                        .rows())
                .isEmpty();
    }

    @Test
    void of_one_child_only_its_own_partition_is_read() {
        var partitions = new HashSet<Integer>();
        Found<String> found = reader.newestFirst(new Scan<>(
                List.of(NumberedLog.TOPIC),
                Optional.of(NumberedLog.CHILD),
                Optional.empty(),
                NumberedLog.BEGIN,
                NumberedLog.RECORDS,
                Duration.ofSeconds(20),
                true,
                record -> {
                    partitions.add(record.partition());
                    return Optional.of(new String(record.key(), UTF_8)).filter(NumberedLog.CHILD.toString()::equals);
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
                    List.of(NumberedLog.TOPIC),
                    Optional.empty(),
                    next,
                    NumberedLog.BEGIN,
                    NumberedLog.RECORDS,
                    Duration.ofMillis(1_500),
                    true,
                    record -> {
                        slow();
                        return NumberedLog.number(record);
                    }));
            seen.addAll(page.rows());
            cut |= page.cutShort();
            next = page.next();
        } while (next.isPresent());

        assertThat(cut).isTrue();
        assertThat(seen.stream().filter(number -> number < NumberedLog.RECORDS + 1_000))
                .containsExactlyElementsOf(
                        log.numbers().stream().sorted((a, b) -> b - a).toList());
    }

    @Test
    void more_than_a_few_at_once_are_told_to_come_again() {
        var hold = new CountDownLatch(1);
        var held = new CountDownLatch(2);
        Supplier<Found<Integer>> longAnswer = () -> reader.newestFirst(newest(Duration.ofSeconds(30), record -> {
            held.countDown();
            await().atMost(Duration.ofSeconds(20)).until(() -> hold.getCount() == 0);
            return NumberedLog.number(record);
        }));
        List<CompletableFuture<Found<Integer>>> busy = Stream.generate(
                        () -> CompletableFuture.supplyAsync(longAnswer, Thread::startVirtualThread))
                .limit(2)
                .toList();
        await().atMost(Duration.ofSeconds(20)).until(() -> held.getCount() == 0);

        Found<Integer> third = reader.newestFirst(newest(Duration.ofSeconds(5), NumberedLog::number));

        assertThat(third).isEqualTo(new Found.Busy<Integer>());
        hold.countDown();
        assertThat(busy).allSatisfy(one -> assertThat(one.join()).isInstanceOf(Found.Page.class));
    }

    /** Of dead letters a stretch would be more than a question may hold. */
    @Test
    void where_values_are_not_needed_none_is_held_and_their_length_is_told() {
        var found = (Found.Page<String>) reader.newestFirst(Scan.withoutValues(
                List.of(NumberedLog.TOPIC),
                NumberedLog.RECORDS,
                Duration.ofSeconds(20),
                record -> Optional.of(record.value().length + " of " + record.serializedValueSize())));

        assertThat(found.rows())
                .containsExactlyElementsOf(
                        page(Optional.empty(), NumberedLog.BEGIN, NumberedLog.RECORDS, NumberedLog::number)
                                .rows()
                                .stream()
                                .map(number -> "0 of " + String.valueOf(number).length())
                                .toList());
    }

    @Test
    void a_broker_that_is_not_there_is_said_to_be_away() {
        Found<Integer> found =
                new LogReader("127.0.0.1:9").newestFirst(newest(Duration.ofSeconds(1), NumberedLog::number));

        assertThat(found).isEqualTo(new Found.Away<Integer>());
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
        return (Found.Page<Integer>) reader.newestFirst(new Scan<>(
                List.of(NumberedLog.TOPIC),
                Optional.empty(),
                before,
                from,
                rows,
                Duration.ofSeconds(30),
                true,
                reading));
    }

    private static <T> Scan<T> newest(
            Duration patience, Function<ConsumerRecord<byte[], byte[]>, Optional<T>> reading) {
        return new Scan<>(
                List.of(NumberedLog.TOPIC),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                1,
                patience,
                true,
                reading);
    }
}
