package se.samordna.streams;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import se.samordna.rules.Agency;
import se.samordna.rules.Calendar;
import se.samordna.rules.Event;

/**
 * The numbers of {@link Receipts}: in memory what was touched of late, in the store all of it, under {@code C} and the
 * place, as two numbers of eight bytes: how many there are, and how many were told.
 */
final class Counts {

    private static final char KIND = 'C';
    private static final char BETWEEN = '/';
    private static final int MOST_KEPT = 100_000;

    private static final Agency[] AGENCIES = Agency.values();

    private final KeyValueStore<Bytes, byte[]> store;
    private final Map<Receipt.Place, Count> kept = new HashMap<>();
    private final Map<LocalDate, Map<String, Pair[]>> days = new HashMap<>();
    private final List<Count> unsaved = new ArrayList<>();
    private final List<Count> untold = new ArrayList<>();
    private long dayFrom = Long.MAX_VALUE;
    private long dayTo = Long.MIN_VALUE;
    private LocalDate day = LocalDate.EPOCH;
    private Map<String, Pair[]> ofDay = Map.of();

    /** The two places an event is counted in; one of each agency for a day and a municipality. */
    private record Pair(Count ofDay, Count ofMonth) {}

    private static final class Count {
        private final Receipt.Place place;
        private long total;
        private long told;
        private boolean saved = true;
        private boolean toTell;

        Count(Receipt.Place place) {
            this.place = place;
        }
    }

    Counts(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            all.forEachRemaining(this::restore);
        }
    }

    // What an instance before this one saved and did not come to tell.
    private void restore(KeyValue<Bytes, byte[]> entry) {
        if (entry.key.get()[0] == KIND) {
            Count count = new Count(place(entry.key));
            read(count, entry.value);
            if (count.total != count.told) {
                kept.put(count.place, count);
                count.toTell = true;
                untold.add(count);
            }
        }
    }

    void add(Event event, int by) {
        add(event.agency(), event.municipality(), event.receivedAt(), by);
    }

    void add(Agency agency, String municipality, Instant receivedAt, int by) {
        long milli = receivedAt.toEpochMilli();
        if (milli < dayFrom || milli >= dayTo) {
            turnTo(Calendar.day(receivedAt)); // seldom: what is received on a day comes together
        }
        Pair pair = ofDay.computeIfAbsent(municipality, this::pairs)[agency.ordinal()];
        add(pair.ofDay, by);
        add(pair.ofMonth, by);
    }

    private void add(Count count, int by) {
        count.total += by;
        if (count.saved) {
            count.saved = false;
            unsaved.add(count);
        }
        if (!count.toTell) {
            count.toTell = true;
            untold.add(count);
        }
    }

    private void turnTo(LocalDate other) {
        day = other;
        dayFrom = Calendar.start(day).toEpochMilli();
        dayTo = Calendar.end(day).toEpochMilli();
        ofDay = days.computeIfAbsent(day, _ -> new HashMap<>());
    }

    private Pair[] pairs(String municipality) {
        return Arrays.stream(AGENCIES)
                .map(agency -> new Pair(
                        count(new Receipt.Place(agency, "", day.toString())),
                        count(new Receipt.Place(
                                agency, municipality, YearMonth.from(day).toString()))))
                .toArray(Pair[]::new);
    }

    private Count count(Receipt.Place place) {
        return kept.computeIfAbsent(place, _ -> {
            Count count = new Count(place);
            byte[] saved = store.get(key(place));
            if (saved != null) {
                read(count, saved);
            }
            return count;
        });
    }

    void tell(Consumer<Receipt> to) {
        for (Count count : untold) {
            count.toTell = false;
            if (count.total != count.told) {
                to.accept(new Receipt(count.place, count.told, count.total));
                count.told = count.total;
                if (count.saved) {
                    count.saved = false;
                    unsaved.add(count);
                }
            }
        }
        untold.clear();
    }

    void save() {
        for (Count count : unsaved) {
            store.put(
                    key(count.place),
                    ByteBuffer.allocate(2 * Long.BYTES)
                            .putLong(count.total)
                            .putLong(count.told)
                            .array());
            count.saved = true;
        }
        unsaved.clear();
        if (kept.size() > MOST_KEPT && untold.isEmpty()) {
            kept.clear();
            days.clear();
            turnTo(day);
        }
    }

    private static void read(Count into, byte[] saved) {
        ByteBuffer numbers = ByteBuffer.wrap(saved);
        into.total = numbers.getLong();
        into.told = numbers.getLong();
    }

    private static Bytes key(Receipt.Place place) {
        String name = "" + KIND + place.agency() + BETWEEN + place.period() + BETWEEN + place.municipality();
        return Bytes.wrap(name.getBytes(StandardCharsets.UTF_8));
    }

    private static Receipt.Place place(Bytes key) {
        String[] parts =
                new String(key.get(), StandardCharsets.UTF_8).substring(1).split("/", 3);
        return new Receipt.Place(Agency.valueOf(parts[0]), parts[2], parts[1]);
    }
}
