package se.samordna.rules;

import java.util.List;

/**
 * The runs so far, kept so that one more line of the last day or a later one costs nothing but that day. All days but
 * the last are settled; the last is looked at anew each time, since more lines of it may come.
 */
final class RunTracker {

    private final int after; // days up to here only fill the windows
    private final DaySums sums;
    private final AbsenceWindow window;
    private final RunFinder finder;

    /** {@code sums} begin with those of the memory. */
    RunTracker(RunMemory memory, DaySums sums, AbsenceSettings settings, RunFinder.FirstRecord firstRecord) {
        this.sums = sums;
        after = memory.through();
        window = new AbsenceWindow(sums, settings);
        finder = new RunFinder(memory.runs(), firstRecord);
        settle(sums.size() - 1);
    }

    /** The runs as of the end of a day. */
    static List<Run> runs(
            RunMemory memory, DaySums sums, int through, AbsenceSettings settings, RunFinder.FirstRecord firstRecord) {
        return new RunTracker(memory, sums.between(Integer.MIN_VALUE, through), settings, firstRecord).runs();
    }

    boolean isNext(int day) {
        return sums.size() == 0 ? day > after : day >= sums.day(sums.size() - 1) && day > after;
    }

    void add(int day, long absent, long offered) {
        sums.add(day, absent, offered);
        settle(sums.size() - 1);
    }

    private void settle(int days) {
        while (window.position() < days) {
            window.advance();
            if (window.day() > after) {
                finder.see(window);
            }
        }
    }

    List<Run> runs() {
        if (sums.size() == 0 || sums.day(sums.size() - 1) <= after) {
            return finder.runs();
        }
        AbsenceWindow last = window.copy();
        last.advance();
        RunFinder found = finder.copy();
        found.see(last);
        return found.runs();
    }
}
