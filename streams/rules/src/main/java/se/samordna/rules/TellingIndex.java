package se.samordna.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds tellings by alert and recipient, and alerts by anchor; hashed only where there are many. */
final class TellingIndex {

    private static final int FEW = 8;

    private record Key(UUID alertId, Agency recipient) {}

    private final List<Told.Entry> entries;
    private final Map<Key, Told.Entry> byKey = new HashMap<>(0);
    private final Map<String, UUID> byAnchor = new HashMap<>(0);

    TellingIndex(List<Told.Entry> entries) {
        this.entries = entries;
        if (entries.size() > FEW) {
            for (Told.Entry e : entries) {
                byKey.put(new Key(e.telling().alertId(), e.recipient()), e);
                if (e.telling() instanceof Alert a) {
                    byAnchor.put(a.anchor(), a.alertId());
                }
            }
        }
    }

    Optional<Told.Entry> find(Told.Entry like) {
        UUID alertId = like.telling().alertId();
        if (entries.size() > FEW) {
            return Optional.ofNullable(byKey.get(new Key(alertId, like.recipient())));
        }
        for (Told.Entry e : entries) {
            if (e.recipient() == like.recipient() && e.telling().alertId().equals(alertId)) {
                return Optional.of(e);
            }
        }
        return Optional.empty();
    }

    /** The id of the alert told in full of an anchor, which saves naming it again. */
    Optional<UUID> alertOf(String anchor) {
        if (entries.size() > FEW) {
            return Optional.ofNullable(byAnchor.get(anchor));
        }
        for (Told.Entry e : entries) {
            if (e.telling() instanceof Alert a && a.anchor().equals(anchor)) {
                return Optional.of(a.alertId());
            }
        }
        return Optional.empty();
    }
}
