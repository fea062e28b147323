package se.samordna.coordination.web;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which alerts a list is of.
 *
 * @param among these alone
 * @param but not these
 */
record Chosen(Optional<Set<UUID>> among, Set<UUID> but) {

    /** How some may be shown: among the others, not at all, or alone. */
    static final Set<String> WAYS = Set.of("shown", "hidden", "only");

    static final Chosen ALL = new Chosen(Optional.empty(), Set.of());

    /** @param way one of {@link #WAYS} */
    Chosen with(String way, Set<UUID> some) {
        return switch (way) {
            case "only" -> new Chosen(among.map(ids -> both(ids, some)).or(() -> Optional.of(some)), but);
            case "hidden" ->
                new Chosen(among, Stream.concat(but.stream(), some.stream()).collect(Collectors.toSet()));
            default -> this;
        };
    }

    private static Set<UUID> both(Set<UUID> ids, Set<UUID> some) {
        return ids.stream().filter(some::contains).collect(Collectors.toSet());
    }
}
