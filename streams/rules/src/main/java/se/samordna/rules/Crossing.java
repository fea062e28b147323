package se.samordna.rules;

import java.util.List;
import java.util.UUID;

/**
 * What one child's events mean for another, as a snapshot: of all that a child told of a kind the one with the greatest
 * number holds, and one that says nothing takes it back. When it comes plays no part in what the children finally are.
 */
public sealed interface Crossing permits SiblingTold, MergedInto, HistoryOf {

    /** Kept by number in state: only ever added to. */
    enum Kind {
        SIBLING,
        MERGE,
        HISTORY
    }

    /**
     * What tells one child's crossings apart.
     *
     * @param child of those that came, who told it; of those that went, whom it was told
     */
    record Key(Kind kind, UUID child) {}

    /** The child whose events it comes from. */
    UUID teller();

    Kind kind();

    /** Whether it only takes back what was told before. */
    boolean nothing();

    /** Another number for another content, the same on every JVM. */
    long print();

    /** Under which it is kept by the child that is told. */
    default Key key() {
        return new Key(kind(), teller());
    }

    /** Takes back what a child told before. */
    static Crossing nothing(Kind kind, UUID teller) {
        return switch (kind) {
            case SIBLING -> new SiblingTold(teller, List.of(), List.of(), List.of());
            case MERGE -> new MergedInto(teller, List.of());
            case HISTORY -> new HistoryOf(teller, List.of());
        };
    }
}
