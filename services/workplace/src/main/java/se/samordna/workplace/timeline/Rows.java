package se.samordna.workplace.timeline;

import java.util.ArrayList;
import java.util.List;

/** Puts things that overlap on rows of their own, each on the first row with room. */
final class Rows {
    private static final int APART = 4;

    private final List<Integer> endOfRow = new ArrayList<>();

    /** The row, from 0, for something that reaches from one x to another. */
    int place(int from, int to) {
        for (int row = 0; row < endOfRow.size(); row++) {
            if (endOfRow.get(row) + APART <= from) {
                endOfRow.set(row, to);
                return row;
            }
        }
        endOfRow.add(to);
        return endOfRow.size() - 1;
    }

    int count() {
        return endOfRow.size();
    }
}
