package se.samordna.rules;

import java.time.Instant;
import java.util.List;

/** Finding in a list of facts in order. */
final class Facts {

    private Facts() {}

    /** How many come at or before an instant; the fact of that index is the first after it. */
    static int countAtOrBefore(List<? extends Fact<?>> facts, Instant t) {
        int low = 0;
        int high = facts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (facts.get(middle).at().isAfter(t)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** How many come before an instant; the fact of that index is the first at or after it. */
    static int countBefore(List<? extends Fact<?>> facts, Instant t) {
        int low = 0;
        int high = facts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (facts.get(middle).at().isBefore(t)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
