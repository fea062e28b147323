package se.samordna.indicators.streams;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Counted;
import se.samordna.indicators.cells.Figure;
import se.samordna.indicators.cells.Measurement;

/**
 * The cells of the counties of one partition, over one key-value store.
 *
 * <pre>
 * 'C' cell        what was counted, see {@link CellNames}
 * 'M' slot        the measurement in force
 * 'P' cell        the values last published
 * 'S' cell        that it was last published as suppressed
 * 'T' partition   the greatest tick of a partition of the children's topics
 * 'L'             the instant cells were last published
 * </pre>
 */
final class CellStore {

    /** The store's name, for topology and look-ups. */
    static final String NAME = "cells";

    private static final char COUNTED = 'C';
    private static final char MEASURED = 'M';
    private static final char VALUES_TOLD = 'P';
    private static final char SUPPRESSION_TOLD = 'S';
    private static final char CLOCK = 'T';
    private static final Bytes LAST = key('L', "");

    private final KeyValueStore<Bytes, byte[]> store;

    CellStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** A range of the store, first and last key inclusive. */
    record Range(Bytes from, Bytes to) {}

    /** Everything counted of a county. */
    static Range counted(String county) {
        return range(COUNTED, county);
    }

    /** Everything measured in a county. */
    static Range measured(String county) {
        return range(MEASURED, county);
    }

    /** The clocks of all partitions. */
    static Range clocks() {
        return range(CLOCK, "");
    }

    void move(CellKey cell, Figure by) {
        Bytes key = key(COUNTED, CellNames.of(cell));
        byte[] was = store.get(key);
        Figure is = was == null ? by : ContributionBytes.figure(was).plus(by);
        if (is.isNone()) {
            store.delete(key);
        } else {
            store.put(key, ContributionBytes.write(is));
        }
    }

    void measure(Measurement measurement) {
        Bytes key = key(MEASURED, CellNames.of(measurement.slot()));
        byte[] was = store.get(key);
        if (was == null || measurement.prevailsOver(ContributionBytes.measurement(measurement.slot(), was))) {
            store.put(key, ContributionBytes.write(measurement));
        }
    }

    /** Moves the clock of a partition, never backwards; says whether it moved. */
    boolean clock(int partition, Instant at) {
        Bytes key = key(CLOCK, Integer.toString(partition));
        byte[] was = store.get(key);
        if (was != null && ByteBuffer.wrap(was).getLong() >= at.toEpochMilli()) {
            return false;
        }
        store.put(key, millis(at));
        return true;
    }

    /** The least over the partitions of their greatest tick; none while one of them has had none. */
    static Optional<Instant> asOf(List<KeyValue<Bytes, byte[]>> clocks, int partitions) {
        return clocks.size() < partitions
                ? Optional.empty()
                : clocks.stream().map(clock -> instant(clock.value)).min(Instant::compareTo);
    }

    Optional<Instant> asOf(int partitions) {
        return asOf(all(clocks()), partitions);
    }

    /** When cells were last published. */
    Optional<Instant> lastPublished() {
        return Optional.ofNullable(store.get(LAST)).map(CellStore::instant);
    }

    void published(Instant asOf) {
        store.put(LAST, millis(asOf));
    }

    /** The counties with anything in them. */
    Set<String> counties() {
        var found = new TreeSet<String>();
        for (char kind : new char[] {COUNTED, MEASURED, VALUES_TOLD, SUPPRESSION_TOLD}) {
            all(range(kind, "")).forEach(entry -> found.add(CellKey.county(name(entry.key))));
        }
        return found;
    }

    Counted of(String county) {
        return read(all(counted(county)), all(measured(county)));
    }

    static Counted read(List<KeyValue<Bytes, byte[]>> counted, List<KeyValue<Bytes, byte[]>> measured) {
        Counted all = Counted.nothing();
        counted.forEach(
                entry -> all.figures().put(CellNames.cell(name(entry.key)), ContributionBytes.figure(entry.value)));
        measured.forEach(entry -> {
            var slot = CellNames.slot(name(entry.key));
            all.measurements().put(slot, ContributionBytes.measurement(slot, entry.value));
        });
        return all;
    }

    /** What was last told of the county's cells: values, or none where suppressed. */
    Map<CellKey, Optional<Figure>> told(String county) {
        var told = new TreeMap<CellKey, Optional<Figure>>();
        told(county, VALUES_TOLD, bytes -> Optional.of(ContributionBytes.figure(bytes)), told);
        told(county, SUPPRESSION_TOLD, bytes -> Optional.empty(), told);
        return told;
    }

    private void told(
            String county, char kind, Function<byte[], Optional<Figure>> figure, Map<CellKey, Optional<Figure>> into) {
        all(range(kind, county)).forEach(entry -> into.put(CellNames.cell(name(entry.key)), figure.apply(entry.value)));
    }

    void tell(CellKey cell, Optional<Figure> figure) {
        Bytes values = key(VALUES_TOLD, CellNames.of(cell));
        Bytes suppression = key(SUPPRESSION_TOLD, CellNames.of(cell));
        store.delete(figure.isPresent() ? suppression : values);
        store.put(figure.isPresent() ? values : suppression, ContributionBytes.write(figure.orElse(Figure.NONE)));
    }

    private List<KeyValue<Bytes, byte[]>> all(Range range) {
        var entries = new ArrayList<KeyValue<Bytes, byte[]>>();
        try (var each = store.range(range.from(), range.to())) {
            each.forEachRemaining(entries::add);
        }
        return entries;
    }

    private static Range range(char kind, String prefix) {
        // Names are of characters before '~'.
        return new Range(key(kind, prefix), key(kind, prefix + '~'));
    }

    private static Bytes key(char kind, String name) {
        return Bytes.wrap(CellNames.bytes(kind + name));
    }

    private static String name(Bytes key) {
        return CellNames.text(key.get()).substring(1);
    }

    private static byte[] millis(Instant at) {
        return ByteBuffer.allocate(Long.BYTES).putLong(at.toEpochMilli()).array();
    }

    private static Instant instant(byte[] millis) {
        return Instant.ofEpochMilli(ByteBuffer.wrap(millis).getLong());
    }
}
