package se.samordna.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds the runs of high absence, told day after day, going on from the memory of folded days.
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

    private static final Anchor NO_ANCHOR =
            new Anchor(new UUID(0, 0), "", "", "", Agency.SCHOOL, Ground.NONE, Span.NEVER, Optional.empty());

    private final FirstRecord firstRecord;
    private List<Run> closed;
    private boolean open;
    private Instant from = Span.NEVER;
    private Anchor anchor = NO_ANCHOR;
    private List<Step> levels = List.of();

    RunFinder(List<Run> folded, FirstRecord firstRecord) {
        this.firstRecord = firstRecord;
        closed = folded;
        if (!folded.isEmpty() && folded.getLast().to().equals(Span.NEVER)) {
            Run last = folded.getLast();
            closed = folded.subList(0, folded.size() - 1);
            open = true;
            from = last.from();
            anchor = last.anchor();
            levels = last.levels();
        }
    }

    private RunFinder(RunFinder other) {
        firstRecord = other.firstRecord;
        closed = other.closed;
        open = other.open;
        from = other.from;
        anchor = other.anchor;
        levels = other.levels;
    }

    RunFinder copy() {
        return new RunFinder(this);
    }

    /** The window stands on the next day with a record. */
    void see(AbsenceWindow window) {
        if (!window.counts()) {
            return;
        } else if (window.isHigh()) {
            high(window.day(), window.level());
        } else if (open) {
            closed = and(closed, new Run(from, end(window.day()), anchor, levels));
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
            levels = and(levels, new Step(end(day), level));
        }
    }

    List<Run> runs() {
        return open ? and(closed, new Run(from, Span.NEVER, anchor, levels)) : closed;
    }

    private static <T> List<T> and(List<T> list, T last) {
        List<T> more = new ArrayList<>(list.size() + 1);
        more.addAll(list);
        more.add(last);
        return List.copyOf(more);
    }

    private static Instant end(int day) {
        return Instant.ofEpochMilli(Calendar.endMs(day));
    }
}
