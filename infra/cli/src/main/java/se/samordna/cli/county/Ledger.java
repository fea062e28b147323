package se.samordna.cli.county;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lines told so far, to be given out in the order they are received. */
final class Ledger {
    private final List<Entry> entries = new ArrayList<>();

    /** One rendered line and when it was received. */
    record Entry(long receivedAt, byte[] line) {}

    void add(long receivedAt, byte[] line) {
        entries.add(new Entry(receivedAt, line));
    }

    /** In order of receipt; of one instant, as they were told. */
    List<Entry> inOrder() {
        entries.sort(Comparator.comparingLong(Entry::receivedAt));
        return entries;
    }
}
