package se.samordna.indicators.streams;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
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
import se.samordna.indicators.cells.Stood;
import se.samordna.indicators.cells.Turn;

/** The cells of the counties of one partition, over one key-value store; {@link CellSpace} says where in it. */
final class CellStore {

    /** The store's name, for topology and look-ups. */
    static final String NAME = "cells";

    private static final Bytes LAST = CellSpace.key(CellSpace.LAST, "");

    private final KeyValueStore<Bytes, byte[]> store;

    CellStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    void move(CellKey cell, Figure by) {
        add(CellSpace.key(CellSpace.COUNTED, CellNames.of(cell)), by);
    }

    void turn(Turn turn, Figure by) {
        add(CellSpace.key(CellSpace.TURNED, CellNames.of(turn)), by);
    }

    /** What coordination accounts for in one partition, in the place of what it did before. */
    void account(CellKey cell, int partition, long total) {
        Bytes key = CellSpace.key(CellSpace.ACCOUNTED, CellNames.of(cell) + '|' + partition);
        byte[] was = store.get(key);
        long before = was == null ? 0 : ByteBuffer.wrap(was).getLong();
        store.put(key, ByteBuffer.allocate(Long.BYTES).putLong(total).array());
        move(cell, new Figure(total - before, 0));
    }

    /** Coordination spoke of a partition when it had come to that instant there; kept by the day. */
    void heard(int partition, Instant at) {
        Bytes key = CellSpace.key(CellSpace.HEARD, Integer.toString(partition));
        Instant day = at.truncatedTo(ChronoUnit.DAYS);
        byte[] was = store.get(key);
        if (was == null || instant(was).isBefore(day)) {
            store.put(key, millis(day));
        }
    }

    /** How far coordination has come in every partition it has spoken of; none where it has of none. */
    Optional<Instant> heard() {
        return all(CellSpace.heard()).stream().map(day -> instant(day.value)).min(Instant::compareTo);
    }

    private void add(Bytes key, Figure by) {
        byte[] was = store.get(key);
        Figure is = was == null ? by : ContributionBytes.figure(was).plus(by);
        if (is.isNone()) {
            store.delete(key);
        } else {
            store.put(key, ContributionBytes.write(is));
        }
    }

    void measure(Measurement measurement) {
        Bytes key = CellSpace.key(CellSpace.MEASURED, CellNames.of(measurement.slot()));
        byte[] was = store.get(key);
        if (was == null || measurement.prevailsOver(ContributionBytes.measurement(measurement.slot(), was))) {
            store.put(key, ContributionBytes.write(measurement));
        }
    }

    /** Moves the clock of a partition, never backwards; says whether it moved. */
    boolean clock(int partition, Instant at) {
        Bytes key = CellSpace.key(CellSpace.CLOCK, Integer.toString(partition));
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
        return asOf(all(CellSpace.clocks()), partitions);
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
        for (char kind : new char[] {
            CellSpace.COUNTED, CellSpace.TURNED, CellSpace.MEASURED, CellSpace.VALUES_TOLD, CellSpace.SUPPRESSION_TOLD
        }) {
            all(CellSpace.range(kind, "")).forEach(entry -> found.add(CellKey.county(CellSpace.name(entry.key))));
        }
        return found;
    }

    Counted of(String county) {
        return read(all(CellSpace.counted(county)), all(CellSpace.turned(county)), all(CellSpace.measured(county)));
    }

    static Counted read(
            List<KeyValue<Bytes, byte[]>> counted,
            List<KeyValue<Bytes, byte[]>> turned,
            List<KeyValue<Bytes, byte[]>> measured) {
        Counted all = Counted.nothing();
        turned.forEach(entry ->
                all.turns().put(CellNames.turn(CellSpace.name(entry.key)), ContributionBytes.figure(entry.value)));
        counted.forEach(entry ->
                all.figures().put(CellNames.cell(CellSpace.name(entry.key)), ContributionBytes.figure(entry.value)));
        measured.forEach(entry -> {
            var slot = CellNames.slot(CellSpace.name(entry.key));
            all.measurements().put(slot, ContributionBytes.measurement(slot, entry.value));
        });
        return all;
    }

    /** What was last told of the county's cells: values, or none where suppressed. */
    Map<CellKey, Optional<Figure>> told(String county) {
        var told = new TreeMap<CellKey, Optional<Figure>>();
        told(county, CellSpace.VALUES_TOLD, bytes -> Optional.of(ContributionBytes.figure(bytes)), told);
        told(county, CellSpace.SUPPRESSION_TOLD, bytes -> Optional.empty(), told);
        return told;
    }

    private void told(
            String county, char kind, Function<byte[], Optional<Figure>> figure, Map<CellKey, Optional<Figure>> into) {
        all(CellSpace.range(kind, county))
                .forEach(entry -> into.put(CellNames.cell(CellSpace.name(entry.key)), figure.apply(entry.value)));
    }

    void tell(CellKey cell, Optional<Figure> figure) {
        Bytes values = CellSpace.key(CellSpace.VALUES_TOLD, CellNames.of(cell));
        Bytes suppression = CellSpace.key(CellSpace.SUPPRESSION_TOLD, CellNames.of(cell));
        store.delete(figure.isPresent() ? suppression : values);
        store.put(figure.isPresent() ? values : suppression, ContributionBytes.write(figure.orElse(Figure.NONE)));
    }

    /** Keeps what an exact cell is at a publishing. */
    void stands(CellKey cell, Figure exact, Instant asOf) {
        Bytes key = CellSpace.key(CellSpace.STOOD, CellNames.of(cell));
        byte[] was = store.get(key);
        if (was == null) {
            store.put(key, ContributionBytes.write(new Stood(exact, Optional.empty())));
            return;
        }
        Stood before = ContributionBytes.stood(was);
        Stood now = before.at(exact, asOf);
        if (!now.equals(before)) {
            store.put(key, ContributionBytes.write(now));
        }
    }

    static Map<CellKey, Stood> stood(List<KeyValue<Bytes, byte[]>> entries) {
        var stood = new HashMap<CellKey, Stood>();
        entries.forEach(
                entry -> stood.put(CellNames.cell(CellSpace.name(entry.key)), ContributionBytes.stood(entry.value)));
        return stood;
    }

    private List<KeyValue<Bytes, byte[]>> all(CellSpace.Range range) {
        var entries = new ArrayList<KeyValue<Bytes, byte[]>>();
        try (var each = store.range(range.from(), range.to())) {
            each.forEachRemaining(entries::add);
        }
        return entries;
    }

    private static byte[] millis(Instant at) {
        return ByteBuffer.allocate(Long.BYTES).putLong(at.toEpochMilli()).array();
    }

    private static Instant instant(byte[] millis) {
        return Instant.ofEpochMilli(ByteBuffer.wrap(millis).getLong());
    }
}
