package se.samordna.streams;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import se.samordna.rules.Child;
import se.samordna.rules.Crossing;
import se.samordna.rules.CrossingBytes;
import se.samordna.rules.Event;
import se.samordna.rules.Held;
import se.samordna.rules.HistoryOf;
import se.samordna.rules.Memory;

/** Puts a child together from its entries. Not safe for several threads. */
final class ChildReader<H> {

    private final Memory memory;
    private final HeadCodec<H> heads;
    private final EventBytes events;
    private final Signals signals = new Signals();
    private final PartBytes histories;

    ChildReader(Memory memory, HeadCodec<H> heads, EventBytes events) {
        this.memory = memory;
        this.heads = heads;
        this.events = events;
        histories = new PartBytes(events, signals);
    }

    /** @param dictionary of the same store */
    Kept<H> read(UUID childId, Iterator<KeyValue<Bytes, byte[]>> entries, Dictionary dictionary) {
        return read(childId, entries, dictionary, _ -> {});
    }

    /** @param records given the Avro record of each event that has an entry of its own */
    Kept<H> read(
            UUID childId,
            Iterator<KeyValue<Bytes, byte[]>> entries,
            Dictionary dictionary,
            Consumer<SpecificRecord> records) {
        Child child = Child.empty(childId, memory);
        Kept<H> kept = new Kept<>(child, heads.none());
        while (entries.hasNext()) {
            KeyValue<Bytes, byte[]> entry = entries.next();
            switch (ChildKeys.kind(entry.key)) {
                case ChildKeys.WEEK -> child.restoreWeek(entry.value);
                case ChildKeys.EVENT -> child.restore(held(childId, entry, dictionary, records));
                case ChildKeys.HEAD -> {
                    kept.restoreHead(heads.read(entry.value));
                    child.restoreWakeUp(heads.wakeUp(entry.value));
                }
                case ChildKeys.SEEN ->
                    kept.restoreSeen(ByteBuffer.wrap(entry.value).getLong());
                case ChildKeys.RUNS -> child.restoreRuns(entry.value);
                case ChildKeys.CROSSING -> restore(child, ChildKeys.crossing(entry.key), entry.value);
                default -> throw new IllegalStateException("an entry of a later release: " + ChildKeys.kind(entry.key));
            }
        }
        return kept;
    }

    private void restore(Child child, Crossing.Key told, byte[] entry) {
        if (told.kind() == Crossing.Kind.HISTORY) {
            HistoryOf history = HistoryBytes.history(told.child(), HistoryBytes.read(entry), histories);
            child.kin().restore(history, HistoryBytes.number(entry));
        } else {
            child.kin().restore(CrossingBytes.read(entry), CrossingBytes.number(entry));
        }
    }

    private Held held(
            UUID child, KeyValue<Bytes, byte[]> entry, Dictionary dictionary, Consumer<SpecificRecord> records) {
        SpecificRecord record = events.read(child, ChildKeys.event(entry.key), entry.value, dictionary);
        records.accept(record);
        Event event = signals.event(record).orElseThrow();
        return new Held(event, EventBytes.disputed(entry.value));
    }
}
