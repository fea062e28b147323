package se.samordna.indicators.cells;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * How many times each duration occurred, in whole local days: what a median is taken of. Kept exactly, so that it adds
 * and a late correction takes out the very value it put in. Immutable; a change may have negative numbers.
 */
public final class Durations {

    public static final Durations NONE = new Durations(new int[0], new int[0]);

    private final int[] days;
    private final int[] times;

    private Durations(int[] days, int[] times) {
        this.days = days;
        this.times = times;
    }

    /** One duration. */
    public static Durations of(int days) {
        return new Durations(new int[] {days}, new int[] {1});
    }

    /** This with so many more of one duration. */
    public Durations plus(int day, int more) {
        return more == 0 ? this : plus(new Durations(new int[] {day}, new int[] {more}));
    }

    public Durations plus(Durations other) {
        return other.isNone() ? this : isNone() ? other : sum(other, 1);
    }

    public Durations minus(Durations other) {
        return other.isNone() ? this : sum(other, -1);
    }

    private Durations sum(Durations other, int sign) {
        int[] both = IntStream.concat(Arrays.stream(days), Arrays.stream(other.days))
                .sorted()
                .distinct()
                .filter(day -> times(day) + sign * other.times(day) != 0)
                .toArray();
        return both.length == 0
                ? NONE
                : new Durations(
                        both,
                        Arrays.stream(both)
                                .map(day -> times(day) + sign * other.times(day))
                                .toArray());
    }

    /** The different durations, ascending. */
    public IntStream days() {
        return Arrays.stream(days);
    }

    public int times(int day) {
        int i = Arrays.binarySearch(days, day);
        return i < 0 ? 0 : times[i];
    }

    public boolean isNone() {
        return days.length == 0;
    }

    /** How many there are. */
    public long count() {
        return Arrays.stream(times).asLongStream().sum();
    }

    /** Of n values sorted, the one at (n − 1) / 2, cut to an integer; none of none. */
    public OptionalLong median() {
        long n = count();
        long before = 0;
        for (int i = 0; i < days.length; i++) {
            before += times[i];
            if (before > (n - 1) / 2) {
                return OptionalLong.of(days[i]);
            }
        }
        return OptionalLong.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other == this
                || other instanceof Durations that
                        && Arrays.equals(days, that.days)
                        && Arrays.equals(times, that.times);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(days) * 31 + Arrays.hashCode(times);
    }

    @Override
    public String toString() {
        return Arrays.toString(days) + "×" + Arrays.toString(times);
    }
}
