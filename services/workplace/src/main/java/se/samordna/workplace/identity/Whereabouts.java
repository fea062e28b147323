package se.samordna.workplace.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import se.samordna.events.Agency;
import se.samordna.schemas.Agencies;

/**
 * Where on the topic the newest of each authority lies, by child. The sealed bytes stay on the topic: this takes some
 * hundred and twenty bytes of memory a child, and sixteen for each further authority. Written by one thread, read by many.
 */
final class Whereabouts {

    private static final int LONGS = 2;
    private static final long[] NONE = {};

    /** By child: for each authority its {@link #authority} with the partition, and the offset. */
    private final ConcurrentHashMap<UUID, long[]> byChild = new ConcurrentHashMap<>();

    /** One of them. */
    record Place(Agency agency, String municipality, int partition, long offset) {}

    void put(UUID childId, Place place) {
        byChild.merge(childId, new long[] {packed(place), place.offset()}, Whereabouts::with);
    }

    /** What that authority told is forgotten. */
    void forget(UUID childId, Agency agency, String municipality) {
        long[] left = without(byChild.getOrDefault(childId, NONE), authority(agency, municipality));
        if (left.length == 0) {
            byChild.remove(childId);
        } else {
            byChild.put(childId, left);
        }
    }

    List<Place> of(UUID childId) {
        long[] places = byChild.getOrDefault(childId, NONE);
        List<Place> all = new ArrayList<>();
        for (int i = 0; i < places.length; i += LONGS) {
            int authority = (int) (places[i] >>> 32);
            all.add(new Place(
                    Agencies.ALL.get(authority & 7),
                    String.format(Locale.ROOT, "%04d", authority >>> 3),
                    (int) places[i],
                    places[i + 1]));
        }
        return all;
    }

    void clear() {
        byChild.clear();
    }

    private static long[] with(long[] before, long[] one) {
        long[] others = without(before, (int) (one[0] >>> 32));
        long[] all = Arrays.copyOf(others, others.length + LONGS);
        System.arraycopy(one, 0, all, others.length, LONGS);
        return all;
    }

    private static long[] without(long[] places, int authority) {
        long[] left = new long[places.length];
        int kept = 0;
        for (int i = 0; i < places.length; i += LONGS) {
            if ((int) (places[i] >>> 32) != authority) {
                left[kept++] = places[i];
                left[kept++] = places[i + 1];
            }
        }
        return Arrays.copyOf(left, kept);
    }

    private static long packed(Place place) {
        return ((long) authority(place.agency(), place.municipality()) << 32) | place.partition();
    }

    private static int authority(Agency agency, String municipality) {
        return Integer.parseInt(municipality) << 3 | Agencies.ALL.indexOf(agency);
    }
}
