package se.samordna.rules;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A child says of another that it is the same child under an older id (IdentityMerged), and whom it is merged into in
 * its turn.
 *
 * @param path the claim on the child that is told, then the one its claimant gave in to, and so on to a child that is
 *     merged into none; never the same child twice
 */
public record MergedInto(UUID teller, List<Claim> path) implements Crossing {

    /** By a standing IdentityMerged some child is merged into {@code into}. */
    public record Claim(UUID into, Instant at, UUID eventId) {

        /** As {@link Order}; the child only parts two events of one id. */
        static final Comparator<Claim> ORDER = Comparator.comparing(Claim::at)
                .thenComparing(Claim::eventId, Order.IDS)
                .thenComparing(Claim::into, Order.IDS);
    }

    public MergedInto {
        path = List.copyOf(path);
    }

    @Override
    public Kind kind() {
        return Kind.MERGE;
    }

    @Override
    public boolean nothing() {
        return path.isEmpty();
    }

    /** The child that it all leads to. */
    UUID last() {
        return path.getLast().into();
    }

    /**
     * Whether a child does not give in to this claim on it: the claimant is merged, by later statements all the way,
     * into the child itself. So of the claims that form a circle the first in order is the one that falls.
     */
    boolean isRefusedBy(UUID child) {
        for (Claim claim : path.subList(1, path.size())) {
            if (Claim.ORDER.compare(claim, path.getFirst()) <= 0) {
                return false;
            } else if (claim.into().equals(child)) {
                return true;
            }
        }
        return false;
    }

    /** The claim that a child gives in to: the last in order that it does not refuse. */
    static Optional<MergedInto> chosen(UUID child, Iterable<MergedInto> claims) {
        Optional<MergedInto> chosen = Optional.empty();
        for (MergedInto claim : claims) {
            boolean later = chosen.isEmpty()
                    || Claim.ORDER.compare(
                                    claim.path.getFirst(), chosen.get().path.getFirst())
                            > 0;
            if (later && !claim.isRefusedBy(child)) {
                chosen = Optional.of(claim);
            }
        }
        return chosen;
    }

    @Override
    public long print() {
        return new Print().add(CrossingBytes.write(this)).value();
    }
}
