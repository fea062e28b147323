package se.samordna.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A stretch of time {@code [from, to)} in which something holds. Lists of them are disjoint, in order, and maximal. */
record Interval(Instant from, Instant to) {

    static List<Interval> union(List<Activity> active) {
        return maximal(active.stream().map(a -> new Interval(a.from(), a.to())).toList());
    }

    /** Joins what overlaps or touches. */
    static List<Interval> maximal(List<Interval> any) {
        List<Interval> joined = new ArrayList<>(any.size());
        for (Interval next :
                any.stream().sorted(Comparator.comparing(Interval::from)).toList()) {
            if (!next.from.isBefore(next.to)) {
                continue;
            }
            Interval last = joined.isEmpty() ? next : joined.getLast();
            if (joined.isEmpty() || next.from.isAfter(last.to)) {
                joined.add(next);
            } else if (next.to.isAfter(last.to)) {
                joined.set(joined.size() - 1, new Interval(last.from, next.to));
            }
        }
        return joined;
    }

    /** Where both hold. */
    static List<Interval> both(List<Interval> some, List<Interval> others) {
        List<Interval> both = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < some.size() && j < others.size()) {
            Interval a = some.get(i);
            Interval b = others.get(j);
            Instant from = a.from.isAfter(b.from) ? a.from : b.from;
            Instant to = a.to.isBefore(b.to) ? a.to : b.to;
            if (from.isBefore(to)) {
                both.add(new Interval(from, to));
            }
            if (a.to.isBefore(b.to)) {
                i++;
            } else {
                j++;
            }
        }
        return both;
    }

    /** What is left of this one outside the others. */
    List<Interval> minus(List<Interval> others) {
        List<Interval> left = new ArrayList<>(1);
        Instant begin = from;
        for (Interval other : others) {
            if (!other.from.isBefore(to)) {
                break;
            }
            if (other.to.isAfter(begin)) {
                if (other.from.isAfter(begin)) {
                    left.add(new Interval(begin, other.from));
                }
                begin = other.to;
            }
        }
        if (begin.isBefore(to)) {
            left.add(new Interval(begin, to));
        }
        return left;
    }

    boolean holdsAt(Instant t) {
        return !from.isAfter(t) && to.isAfter(t);
    }

    /** Whether any of a list holds at an instant. */
    static boolean anyAt(List<Interval> list, Instant t) {
        int low = 0;
        int high = list.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (list.get(middle).to.isAfter(t)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low < list.size() && list.get(low).holdsAt(t);
    }
}
