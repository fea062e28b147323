package se.samordna.rules;

import java.math.BigInteger;

/**
 * The row "Absence" of the rules page: slides two windows of 28 days over the days with records and says of each day
 * whether it counts, whether it is high, and its level. Whole minutes, no fractions.
 */
final class AbsenceWindow {

    private static final int DAYS = 28;

    private final DaySums sums;
    private final AbsenceSettings settings;
    private int next;
    private int from; // first index of the window
    private int before; // first index of the window before it
    private long absent;
    private long offered;
    private long absentBefore;
    private long offeredBefore;

    AbsenceWindow(DaySums sums, AbsenceSettings settings) {
        this.sums = sums;
        this.settings = settings;
    }

    private AbsenceWindow(AbsenceWindow other) {
        sums = other.sums;
        settings = other.settings;
        next = other.next;
        from = other.from;
        before = other.before;
        absent = other.absent;
        offered = other.offered;
        absentBefore = other.absentBefore;
        offeredBefore = other.offeredBefore;
    }

    AbsenceWindow copy() {
        return new AbsenceWindow(this);
    }

    /** How many days it has passed. */
    int position() {
        return next;
    }

    /** Moves on to the next day with a record; there must be one. */
    void advance() {
        int d = sums.day(next);
        absent += sums.absent(next);
        offered += sums.offered(next);
        next++;
        for (; sums.day(from) <= d - DAYS; from++) {
            absent -= sums.absent(from);
            offered -= sums.offered(from);
            absentBefore += sums.absent(from);
            offeredBefore += sums.offered(from);
        }
        for (; sums.day(before) <= d - 2 * DAYS; before++) {
            absentBefore -= sums.absent(before);
            offeredBefore -= sums.offered(before);
        }
    }

    int day() {
        return sums.day(next - 1);
    }

    long absent() {
        return absent;
    }

    long offered() {
        return offered;
    }

    boolean counts() {
        return offered >= settings.offeredMinutes();
    }

    boolean isHigh() {
        return counts() && 100 * absent >= settings.highPercent() * offered;
    }

    /** Of a high day. */
    int level() {
        if (100 * absent >= settings.worstPercent() * offered) {
            return 3;
        }
        return 100 * absent >= settings.urgentPercent() * offered || hasGrown() ? 2 : 1;
    }

    private boolean hasGrown() {
        return offeredBefore >= settings.offeredMinutes()
                && absentBefore > 0
                && atLeast(absent, offeredBefore, settings.timesBefore() * absentBefore, offered);
    }

    /** a·b >= c·d without overflow. */
    private static boolean atLeast(long a, long b, long c, long d) {
        if ((a | b | c | d) >> 31 == 0) {
            return a * b >= c * d;
        }
        return BigInteger.valueOf(a)
                        .multiply(BigInteger.valueOf(b))
                        .compareTo(BigInteger.valueOf(c).multiply(BigInteger.valueOf(d)))
                >= 0;
    }
}
