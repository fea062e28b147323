package se.samordna.indicators.units;

import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.stream.IntStream;
import se.samordna.indicators.cells.Figure;

/**
 * What one child adds up to in one municipality, by month; months with nothing are left out. Immutable. Plain sorted
 * arrays, since rolling years of it are summed for every line of attendance.
 */
public final class Series {

    static final Series EMPTY = new Series(new int[0], new long[0], new long[0]);

    private final int[] months;
    private final long[] nums;
    private final long[] dens;

    private Series(int[] months, long[] nums, long[] dens) {
        this.months = months;
        this.nums = nums;
        this.dens = dens;
    }

    /** The number of a month, counted from year 0. */
    static int number(YearMonth month) {
        return Math.toIntExact(month.getLong(ChronoField.PROLEPTIC_MONTH));
    }

    static YearMonth month(int number) {
        return YearMonth.of(Math.floorDiv(number, 12), Math.floorMod(number, 12) + 1);
    }

    IntStream months() {
        return Arrays.stream(months);
    }

    Figure at(int month) {
        int i = Arrays.binarySearch(months, month);
        return i < 0 ? Figure.NONE : new Figure(nums[i], dens[i]);
    }

    Figure sum(int from, int through) {
        int i = Arrays.binarySearch(months, from);
        long num = 0;
        long den = 0;
        for (i = i < 0 ? -i - 1 : i; i < months.length && months[i] <= through; i++) {
            num += nums[i];
            den += dens[i];
        }
        return new Figure(num, den);
    }

    Series plus(int month, Figure more) {
        return with(month, at(month).plus(more));
    }

    /** This with another figure for one month; itself if that changes nothing. */
    Series with(int month, Figure figure) {
        if (at(month).equals(figure)) {
            return this;
        }
        int[] changed =
                months().filter(each -> each != month || !figure.isNone()).toArray();
        if (!figure.isNone()) {
            changed = IntStream.concat(Arrays.stream(changed), IntStream.of(month))
                    .distinct()
                    .sorted()
                    .toArray();
        }
        long[] newNums = new long[changed.length];
        long[] newDens = new long[changed.length];
        for (int i = 0; i < changed.length; i++) {
            Figure of = changed[i] == month ? figure : at(changed[i]);
            newNums[i] = of.num();
            newDens[i] = of.den();
        }
        return new Series(changed, newNums, newDens);
    }

    boolean isNothing() {
        return months.length == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Series that
                && Arrays.equals(months, that.months)
                && Arrays.equals(nums, that.nums)
                && Arrays.equals(dens, that.dens);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(months) * 31 + Arrays.hashCode(nums);
    }

    @Override
    public String toString() {
        return Arrays.toString(months) + " " + Arrays.toString(nums) + "/" + Arrays.toString(dens);
    }
}
