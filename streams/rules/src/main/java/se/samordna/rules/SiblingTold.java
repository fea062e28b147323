package se.samordna.rules;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * What a child tells one that its events, or the other's, link it with as a sibling (SoL 20:1): the links by its own
 * events and, while some link holds or may come to hold, what happened to it that calls for a look at the other. Ids and
 * instants only, no content of its case; those of the future too, since each child judges by its own clock.
 *
 * @param aliases the ids of the children merged into the teller
 * @param links what its standing events say of the child that is told
 * @param triggers its reports of concern, protection assessments of immediate danger and placements
 */
public record SiblingTold(UUID teller, List<UUID> aliases, List<Link> links, List<Trigger> triggers)
        implements Crossing {

    /** An event that links two children, or parts them. */
    public record Link(Instant at, UUID eventId, boolean linked) {}

    /** An event on one child that calls for a look at its siblings. */
    public record Trigger(Instant at, UUID eventId) {}

    public SiblingTold {
        aliases = aliases.stream().distinct().sorted(Order.IDS).toList();
        links = links.stream()
                .distinct()
                .sorted(Comparator.comparing(Link::at)
                        .thenComparing(Link::eventId, Order.IDS)
                        .thenComparing(Link::linked))
                .toList();
        triggers = triggers.stream()
                .distinct()
                .sorted(Comparator.comparing(Trigger::at).thenComparing(Trigger::eventId, Order.IDS))
                .toList();
    }

    @Override
    public Kind kind() {
        return Kind.SIBLING;
    }

    @Override
    public boolean nothing() {
        return aliases.isEmpty() && links.isEmpty() && triggers.isEmpty();
    }

    @Override
    public long print() {
        return new Print().add(CrossingBytes.write(this)).value();
    }
}
