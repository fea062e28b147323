package se.samordna.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the runs of high absence from the days' sums, going on from the memory of folded days.
 *
 * <pre>
 * days that count:   low  HIGH  high  high  low        days that do not count change nothing
 * run                     [end(first) ...... end(low))
 * </pre>
 */
final class RunFinder {

    /** Names the first record, in order, of a day. */
    @FunctionalInterface
    interface FirstRecord {
        Anchor of(int epochDay);
    }

    private final List<Run> closed;
    private final FirstRecord firstRecord;
    private boolean open;
    private Instant from = Span.NEVER;
    private Anchor anchor = NO_ANCHOR;
    private List<Step> levels = List.of();

    private RunFinder(List<Run> folded, FirstRecord firstRecord) {
        this.firstRecord = firstRecord;
        closed = new ArrayList<>(folded);
        if (!closed.isEmpty() && closed.getLast().to().equals(Span.NEVER)) {
            Run last = closed.removeLast();
            open = true;
            from = last.from();
            anchor = last.anchor();
            levels = last.levels();
        }
    }

    /** The runs as of day {@code through}; days of the memory only fill the windows. */
    static List<Run> runs(
            RunMemory memory, DaySums live, int through, AbsenceSettings settings, FirstRecord firstRecord) {
        RunFinder finder = new RunFinder(memory.runs(), firstRecord);
        DaySums sums = live;
        if (memory.sums().size() > 0) {
            sums = new DaySums(memory.sums().size() + live.size());
            sums.addAll(memory.sums());
            sums.addAll(live);
        }
        AbsenceWindow window = new AbsenceWindow(sums, settings);
        while (window.advance()) {
            if (window.day() > memory.through() && window.day() <= through && window.counts()) {
                finder.counted(window);
            }
        }
        return finder.runs();
    }

    private void counted(AbsenceWindow window) {
        if (window.isHigh()) {
            high(window.day(), window.level());
        } else if (open) {
            closed.add(new Run(from, end(window.day()), anchor, levels));
            open = false;
        }
    }

    private void high(int day, int level) {
        if (!open) {
            open = true;
            from = end(day);
            anchor = firstRecord.of(day);
            levels = List.of(new Step(from, level));
        } else if (level > levels.getLast().level()) {
            levels = new ArrayList<>(levels);
            levels.add(new Step(end(day), level));
        }
    }

    private List<Run> runs() {
        if (open) {
            closed.add(new Run(from, Span.NEVER, anchor, List.copyOf(levels)));
        }
        return List.copyOf(closed);
    }

    private static Instant end(int day) {
        return Instant.ofEpochMilli(Calendar.endMs(day));
    }

    private static final Anchor NO_ANCHOR =
            new Anchor(new java.util.UUID(0, 0), "", "", "", Agency.SCHOOL, Ground.NONE);
}
