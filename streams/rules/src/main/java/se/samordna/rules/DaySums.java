package se.samordna.rules;

import java.util.Arrays;

/** Minutes absent and offered by day, days ascending, only days with a record. */
final class DaySums {

    private int size;
    private int[] day;
    private long[] absent;
    private long[] offered;

    DaySums(int capacity) {
        day = new int[capacity];
        absent = new long[capacity];
        offered = new long[capacity];
    }

    int size() {
        return size;
    }

    int day(int i) {
        return day[i];
    }

    long absent(int i) {
        return absent[i];
    }

    long offered(int i) {
        return offered[i];
    }

    void add(int d, long a, long o) {
        int i = size;
        while (i > 0 && day[i - 1] > d) {
            i--;
        }
        if (i > 0 && day[i - 1] == d) {
            absent[i - 1] += a;
            offered[i - 1] += o;
            return;
        }
        if (size == day.length) {
            int more = Math.max(8, size * 2);
            day = Arrays.copyOf(day, more);
            absent = Arrays.copyOf(absent, more);
            offered = Arrays.copyOf(offered, more);
        }
        System.arraycopy(day, i, day, i + 1, size - i);
        System.arraycopy(absent, i, absent, i + 1, size - i);
        System.arraycopy(offered, i, offered, i + 1, size - i);
        day[i] = d;
        absent[i] = a;
        offered[i] = o;
        size++;
    }

    void addAll(DaySums other) {
        for (int i = 0; i < other.size; i++) {
            add(other.day[i], other.absent[i], other.offered[i]);
        }
    }

    /** The days from {@code first} through {@code last}. */
    DaySums between(int first, int last) {
        DaySums some = new DaySums(8);
        for (int i = 0; i < size; i++) {
            if (day[i] >= first && day[i] <= last) {
                some.add(day[i], absent[i], offered[i]);
            }
        }
        return some;
    }
}
