package se.samordna.indicators.units;

import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.stream.IntStream;
import se.samordna.indicators.cells.Durations;
import se.samordna.indicators.cells.Figure;

/**
 * What one child adds up to in one municipality, by month (of a state: its changes by local day, as an epoch day); what
 * is nothing is left out. Immutable. Plain sorted arrays, since rolling years of it are summed for every line of
 * attendance.
 */
public final class Series {

    private static final Durations[] NO_DURATIONS = {};
    static final Series EMPTY = new Series(new int[0], new long[0], new long[0], NO_DURATIONS);

    private final int[] slots;
    private final long[] nums;
    private final long[] dens;
    /** Empty where no slot has any, as of nearly all indicators. */
    private final Durations[] lasted;

    private Series(int[] slots, long[] nums, long[] dens, Durations[] lasted) {
        this.slots = slots;
        this.nums = nums;
        this.dens = dens;
        this.lasted = lasted;
    }

    /** The number of a month, counted from year 0. */
    static int number(YearMonth month) {
        return Math.toIntExact(month.getLong(ChronoField.PROLEPTIC_MONTH));
    }

    static YearMonth month(int number) {
        return YearMonth.of(Math.floorDiv(number, 12), Math.floorMod(number, 12) + 1);
    }

    IntStream slots() {
        return Arrays.stream(slots);
    }

    Figure at(int slot) {
        int i = Arrays.binarySearch(slots, slot);
        return i < 0 ? Figure.NONE : figure(i);
    }

    private Figure figure(int i) {
        return lasted.length == 0 ? new Figure(nums[i], dens[i]) : new Figure(nums[i], dens[i], lasted[i]);
    }

    /** Of numbers alone: no median is taken of distinct children. */
    Figure sum(int from, int through) {
        int i = Arrays.binarySearch(slots, from);
        long num = 0;
        long den = 0;
        for (i = i < 0 ? -i - 1 : i; i < slots.length && slots[i] <= through; i++) {
            num += nums[i];
            den += dens[i];
        }
        return new Figure(num, den);
    }

    Series plus(int slot, Figure more) {
        return with(slot, at(slot).plus(more));
    }

    /** This with another figure in one slot; itself if that changes nothing. */
    Series with(int slot, Figure figure) {
        if (at(slot).equals(figure)) {
            return this;
        }
        int[] changed = slots().filter(each -> each != slot || !figure.isNone()).toArray();
        if (!figure.isNone()) {
            changed = IntStream.concat(Arrays.stream(changed), IntStream.of(slot))
                    .distinct()
                    .sorted()
                    .toArray();
        }
        long[] newNums = new long[changed.length];
        long[] newDens = new long[changed.length];
        boolean durations = lasted.length > 0 || !figure.lasted().isNone();
        Durations[] newLasted = durations ? new Durations[changed.length] : NO_DURATIONS;
        for (int i = 0; i < changed.length; i++) {
            Figure of = changed[i] == slot ? figure : at(changed[i]);
            newNums[i] = of.num();
            newDens[i] = of.den();
            if (durations) {
                newLasted[i] = of.lasted();
            }
        }
        return new Series(changed, newNums, newDens, newLasted);
    }

    boolean hasDurations() {
        return Arrays.stream(lasted).anyMatch(each -> !each.isNone());
    }

    boolean isNothing() {
        return slots.length == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Series that
                && Arrays.equals(slots, that.slots)
                && Arrays.equals(nums, that.nums)
                && Arrays.equals(dens, that.dens)
                && IntStream.range(0, slots.length)
                        .allMatch(i -> figure(i).lasted().equals(that.figure(i).lasted()));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(slots) * 31 + Arrays.hashCode(nums);
    }

    @Override
    public String toString() {
        return Arrays.toString(slots) + " " + Arrays.toString(nums) + "/" + Arrays.toString(dens);
    }
}
