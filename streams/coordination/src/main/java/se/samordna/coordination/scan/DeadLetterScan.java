package se.samordna.coordination.scan;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import se.samordna.schemas.Topic;
import se.samordna.schemas.Topics;
import se.samordna.streams.DeadLetters;

/** The newest dead letters of every topic, as their headers tell of them; never their keys or bytes. */
public final class DeadLetterScan {

    /** The most that are looked at. */
    public static final int GREATEST = 1_000;

    private static final int GREATEST_MARKS = 20_000;
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final List<Topic> DEAD =
            Topics.all().stream().filter(Topic::holdsDeadLetters).toList();
    // What a header says is whoever's who wrote to the topic.
    private static final Pattern CODE = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern NAME = Pattern.compile("[a-z.-]{1,60}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final String NONE = "-";

    private final LogReader log;

    public DeadLetterScan(LogReader log) {
        this.log = log;
    }

    /**
     * One of them.
     *
     * @param place {@code topic/partition/offset}, as {@code infra/samordna dlq} takes it
     * @param topic on which the record lay that it was; {@code from} its place there
     * @param reason a {@link se.samordna.streams.DeadReason#code}, that of a later release perhaps
     * @param at the stamp of the record it was
     * @param replayed whether it has been put back since
     */
    public record Letter(
            String place, String topic, String from, String reason, Instant at, int bytes, boolean replayed) {}

    /** The newest first; with a cursor where there are more. */
    public Found<Letter> newest() {
        Set<String> marks = new HashSet<>();
        Found<String> replays = log.newestFirst(Scan.withoutValues(
                List.of(Topics.REPLAYS), GREATEST_MARKS, PATIENCE, record -> Optional.of(text(record.key()))));
        if (replays instanceof Found.Page<String> page) {
            marks.addAll(page.rows());
        }
        return switch (replays) {
            case Found.Busy<String> _ -> new Found.Busy<>();
            case Found.Away<String> _ -> new Found.Away<>();
            case Found.Page<String> _ ->
                log.newestFirst(
                        Scan.withoutValues(DEAD, GREATEST, PATIENCE, record -> Optional.of(letter(record, marks))));
        };
    }

    private static Letter letter(ConsumerRecord<byte[], byte[]> record, Set<String> marks) {
        String place = record.topic() + "/" + record.partition() + "/" + record.offset();
        return new Letter(
                place,
                record.topic().replaceFirst("\\.dlq$", ""),
                header(record, DeadLetters.TOPIC, NAME) + "/" + header(record, DeadLetters.PARTITION, NUMBER) + "/"
                        + header(record, DeadLetters.OFFSET, NUMBER),
                header(record, DeadLetters.REASON, CODE),
                Instant.ofEpochMilli(record.timestamp()),
                Math.max(0, record.serializedValueSize()),
                marks.contains(place));
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name, Pattern form) {
        return Optional.ofNullable(record.headers().lastHeader(name))
                .map(header -> text(header.value()))
                .filter(text -> form.matcher(text).matches())
                .orElse(NONE);
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? NONE : new String(bytes, StandardCharsets.UTF_8);
    }
}
