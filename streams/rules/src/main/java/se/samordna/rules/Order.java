package se.samordna.rules;

import java.util.Comparator;
import java.util.UUID;

/** The one order of facts: event time, then id as lower-case text. */
public final class Order {

    /** Ids as lower-case text; {@code UUID.compareTo} is signed and would differ. */
    public static final Comparator<UUID> IDS = (a, b) -> {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    };

    /** First, last and next of facts. */
    public static final Comparator<Fact<?>> FACTS = (a, b) -> {
        int time = a.at().compareTo(b.at());
        return time != 0 ? time : IDS.compare(a.id(), b.id());
    };

    private Order() {}
}
