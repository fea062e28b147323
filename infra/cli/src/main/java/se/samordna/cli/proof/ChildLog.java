package se.samordna.cli.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import se.samordna.cli.history.LogSignals;
import se.samordna.cli.history.PartitionLog;
import se.samordna.rules.Cause;
import se.samordna.rules.Crossing;
import se.samordna.rules.Event;
import se.samordna.schemas.Keys;
import se.samordna.schemas.Topics;
import se.samordna.streams.Signal;

/**
 * What the log holds of one child, in the order in which coordination takes it.
 *
 * @param entries the child's records, but for dead letters
 * @param asOf the child's now at the end
 */
record ChildLog(UUID childId, List<Entry> entries, Instant asOf) {
    private static final int SCHEMA = 1;

    /** A record and what it says. */
    sealed interface Entry {

        Bundle.At at();

        /** The child's now as it came. */
        Instant now();

        /** An event or an action of the child's own. */
        record OfEvent(Bundle.At at, Event event, Instant now) implements Entry {}

        /** What another child tells it: a sibling, or one that is the same child under another id. */
        record OfOther(Bundle.At at, Crossing crossing, long number, Optional<Cause> cause, Instant now)
                implements Entry {}
    }

    /** The child's own events. */
    List<Event> events() {
        return entries.stream()
                .flatMap(entry -> entry instanceof Entry.OfEvent of ? Stream.of(of.event()) : Stream.empty())
                .toList();
    }

    /** Whether it and another id are one child: then the one reads whatever the other has. */
    boolean isOfSeveralIds() {
        return entries.stream()
                .anyMatch(entry ->
                        entry instanceof Entry.OfOther of && of.crossing().kind() != Crossing.Kind.SIBLING);
    }

    /** Reads a partition through and keeps what it holds of some children. */
    static Map<UUID, ChildLog> read(
            PartitionLog log, LogSignals signals, Collection<UUID> children, LongConsumer progress) {
        Map<String, Open> wanted = new HashMap<>();
        children.forEach(child -> wanted.put(Keys.child(child), new Open(child)));
        long clock = 0;
        for (var next = log.next(); next.isPresent(); next = log.next()) {
            ConsumerRecord<byte[], byte[]> record = next.get();
            if (record.topic().equals(Topics.CLOCK.name())) {
                if (signals.of(record).orElse(null) instanceof Signal.Tick(Instant at)) {
                    clock = Math.max(clock, at.toEpochMilli());
                    progress.accept(log.done());
                }
            } else if (record.key() != null) {
                Open child = wanted.get(new String(record.key(), StandardCharsets.UTF_8));
                Optional<Signal> signal = child == null ? Optional.empty() : signals.of(record);
                if (child != null && signal.isPresent()) {
                    child.take(record, signal.get(), clock);
                }
            }
        }
        Map<UUID, ChildLog> all = new HashMap<>();
        for (Open child : wanted.values()) {
            all.put(child.childId, child.through(clock));
        }
        return all;
    }

    /** A child being read. */
    private static final class Open {
        private final UUID childId;
        private final List<Entry> entries = new ArrayList<>();
        private long seen;

        Open(UUID childId) {
            this.childId = childId;
        }

        void take(ConsumerRecord<byte[], byte[]> record, Signal signal, long clock) {
            seen = Math.max(seen, record.timestamp());
            Instant now = Instant.ofEpochMilli(Math.max(clock, seen));
            switch (signal) {
                case Signal.OfChild of ->
                    entries.add(new Entry.OfEvent(at(record, of.event().eventId()), of.event(), now));
                case Signal.OfOther of ->
                    entries.add(new Entry.OfOther(
                            at(record, of.crossing().teller()), of.crossing(), of.number(), of.cause(), now));
                case Signal.OfRules _ -> throw new IllegalStateException("what indicators are told proves nothing");
                case Signal.Tick _ -> throw new IllegalStateException("a Tick has no child");
            }
        }

        ChildLog through(long clock) {
            return new ChildLog(childId, List.copyOf(entries), Instant.ofEpochMilli(Math.max(clock, seen)));
        }
    }

    private static Bundle.At at(ConsumerRecord<byte[], byte[]> record, UUID id) {
        return new Bundle.At(
                record.topic(),
                record.partition(),
                record.offset(),
                ByteBuffer.wrap(record.value()).getInt(SCHEMA),
                id,
                sha256(record.value()));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
