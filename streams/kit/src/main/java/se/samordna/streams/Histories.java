package se.samordna.streams;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import se.samordna.rules.Crossing;
import se.samordna.rules.HistoryOf;

/** Puts together what is held of a child and of those merged into it: its own entries, and those of others as they came. */
final class Histories {

    private Histories() {}

    /**
     * @param saved all entries of the child
     * @param changes what is about to be written of it
     */
    static Map<UUID, byte[]> of(
            UUID child,
            HistoryOf of,
            Iterator<KeyValue<Bytes, byte[]>> saved,
            List<KeyValue<Bytes, byte[]>> changes,
            Dictionary dictionary) {
        Map<Bytes, byte[]> entries = new TreeMap<>();
        saved.forEachRemaining(entry -> entries.put(entry.key, entry.value));
        changes.forEach(change -> {
            if (change.value == null) {
                entries.remove(change.key);
            } else {
                entries.put(change.key, change.value);
            }
        });
        Map<UUID, byte[]> held = new HashMap<>();
        entries.forEach((key, value) -> {
            if (ChildKeys.kind(key) == ChildKeys.CROSSING
                    && ChildKeys.crossing(key).kind() == Crossing.Kind.HISTORY) {
                HistoryBytes.read(value).forEach(held::putIfAbsent);
            }
        });
        Optional<byte[]> forgotten = of.parts().stream()
                .filter(part -> part.childId().equals(child))
                .flatMap(part -> part.forgotten().stream())
                .findFirst();
        held.put(child, PartBytes.write(entries, forgotten, dictionary));
        Map<UUID, byte[]> parts = new LinkedHashMap<>();
        of.parts().forEach(part -> parts.put(part.childId(), Objects.requireNonNull(held.get(part.childId()))));
        return parts;
    }
}
