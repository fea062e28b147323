package se.samordna.indicators.units;

import java.time.Instant;
import java.util.TreeSet;
import se.samordna.indicators.cells.Contributions;
import se.samordna.indicators.units.ChildSums.Pending;
import se.samordna.rules.Child;
import se.samordna.rules.Event;
import se.samordna.rules.SameChild;

/**
 * Counts a child that is one with another, or no longer is (rules.md, IdentityMerged): what it adds is not what its own
 * events come to, but those of all that is merged into it, or nothing if it is merged itself.
 */
record Together(Tally tally, Attendance attendance) {

    ChildSums accepted(Child own, ChildSums before, Event event, Instant now, Contributions to) {
        return new SameChild(own, now).isFurtherLine(event)
                ? line(own, timeCame(own, before, now, to), event, now, to)
                : counted(own, before, now, to);
    }

    /** All of it anew, since other events than before may be its own. */
    ChildSums counted(Child own, ChildSums before, Instant now, Contributions to) {
        var same = new SameChild(own, now);
        Child child = same.counted();
        ChildSums sums = attendance.recount(child, Attendance.forgotten(own, same, before), before, now, to);
        sums = tally.recount(child, sums, now, to);
        own.changes().clear();
        var awaited = new TreeSet<Pending>();
        same.awaited().forEach(event -> tally.pending(event, now).ifPresent(awaited::add));
        return sums.waitingOnlyFor(awaited);
    }

    /** A further line of attendance, as a merged pupil has one each school day, moves nothing but its month. */
    private ChildSums line(Child own, ChildSums before, Event event, Instant now, Contributions to) {
        var same = new SameChild(own, now);
        var months = Tally.months(own.changes().days());
        var forgotten = Attendance.forgotten(own, same, before);
        ChildSums sums = attendance.recount(same.counted(), forgotten, before, months, now, to);
        own.changes().clear();
        return tally.pending(event, now).map(sums::waitingFor).orElse(sums);
    }

    /** What comes into force that is no line may be a merge itself. */
    ChildSums timeCame(Child own, ChildSums before, Instant now, Contributions to) {
        boolean maybeMerged = before.pending().stream()
                .anyMatch(each -> each.day() == Pending.NO_DAY && !each.at().isAfter(now));
        if (maybeMerged) {
            return counted(own, before, now, to);
        } else if (!Tally.isDue(before, now)) {
            return before;
        }
        var same = new SameChild(own, now);
        return tally.cameIntoForce(same.counted(), Attendance.forgotten(own, same, before), before, now, to);
    }
}
