package se.samordna.indicators.units;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import se.samordna.indicators.cells.Catalogue;
import se.samordna.indicators.cells.Contributions;
import se.samordna.indicators.units.ChildSums.Pending;
import se.samordna.rules.Body;
import se.samordna.rules.Calendar;
import se.samordna.rules.Changes;
import se.samordna.rules.Child;
import se.samordna.rules.Event;
import se.samordna.rules.Gate;
import se.samordna.rules.Reads;
import se.samordna.rules.Rules;
import se.samordna.rules.SameChild;
import se.samordna.rules.SchoolFact.AttendanceReported;
import se.samordna.rules.SharedFact.IdentityMerged;
import se.samordna.rules.Timeliness;

/**
 * Keeps what a child adds to the cells in step with its events and its clock. Only what an event or the time concerns is
 * counted anew; what that gives, minus what was told before, moves in the cells. So a correction, a retraction or a late
 * event, however late, takes the old contribution out of its period and municipality and puts the new one in.
 */
public final class Tally {

    private final List<Indicator> indicators;
    private final Map<Class<? extends Body>, Set<Indicator>> byType = new HashMap<>();
    private final Attendance attendance = new Attendance();
    private final I20AlertsInTime alerts = new I20AlertsInTime();

    public Tally(List<? extends Indicator> indicators) {
        this.indicators = List.copyOf(indicators);
        for (Indicator each : indicators) {
            Stream<Class<? extends Body>> opensTheGate =
                    each.reads() instanceof Reads.Released ? Gate.KEYS.stream() : Stream.of();
            Stream.concat(each.concerns().stream(), opensTheGate)
                    .forEach(type -> byType.computeIfAbsent(type, _ -> new LinkedHashSet<>())
                            .add(each));
        }
    }

    /** The indicators of a child's events, with the rules whose deadlines and pairs they measure. */
    public static Tally of(Rules rules) {
        return new Tally(Indicators.of(rules));
    }

    /** The definitions there are, with those counted here: there may be another version of one among them. */
    public Catalogue catalogue() {
        return Catalogue.STANDARD.with(
                indicators.stream().map(Indicator::definition).toList());
    }

    /**
     * After the child took an event in.
     *
     * @param to takes what moves in which cell
     * @return what the child adds now
     */
    public ChildSums accepted(Child child, ChildSums before, Event event, Instant now, Contributions to) {
        if (SameChild.concerns(child)) {
            return together().accepted(child, before, event, now, to);
        }
        ChildSums sums = timeCame(child, before, now, to);
        Changes changes = child.changes();
        if (!changes.nothing()) {
            sums = attendance.recount(child, sums, months(changes.days()), now, to);
            sums = recount(concerned(changes.types()), child, sums, now, to);
        }
        changes.clear();
        // Also where nothing changed: a correction may wait for its root, and that for it.
        return pending(event, now).map(sums::waitingFor).orElse(sums);
    }

    /** After another child told the child something. */
    public ChildSums told(Child child, ChildSums before, Instant now, Contributions to) {
        return SameChild.concerns(child)
                ? together().counted(child, before, now, to)
                : timeCame(child, before, now, to);
    }

    /** When the child's clock has moved: what has come due by now counts, what is not yet effective waits on. */
    public ChildSums timeCame(Child child, ChildSums before, Instant now, Contributions to) {
        if (SameChild.concerns(child)) {
            return together().timeCame(child, before, now, to);
        }
        ChildSums sums = attendance.forget(child, before, now);
        return isDue(sums, now) ? cameIntoForce(child, sums.forgotten(), sums, now, to) : sums;
    }

    private Together together() {
        return new Together(this, attendance);
    }

    /**
     * What waited and is due by now.
     *
     * @param forgotten minutes of days whose lines the child no longer holds
     */
    ChildSums cameIntoForce(
            Child child, SortedMap<String, Series> forgotten, ChildSums before, Instant now, Contributions to) {
        var came = before.pending().stream()
                .filter(each -> !each.at().isAfter(now))
                .toList();
        var days = came.stream().map(Pending::day).filter(day -> day != Pending.NO_DAY);
        ChildSums sums = attendance.recount(
                child,
                forgotten,
                before.waitingAfter(now),
                months(days.map(LocalDate::ofEpochDay).toList()),
                now,
                to);
        boolean all = came.stream().anyMatch(each -> each.day() == Pending.NO_DAY);
        var concerned = indicators.stream()
                .filter(each -> all || isDue(each, before, now))
                .toList();
        return alerts.timeCame(recount(concerned, child, sums, now, to), now, to);
    }

    /** After the rules told something of one of the child's alerts. */
    public ChildSums told(Child child, ChildSums before, Timeliness told, Instant now, Contributions to) {
        return alerts.told(told, timeCame(child, before, now, to), now, to);
    }

    /** When time alone changes something, or lets something be forgotten. */
    public static Optional<Instant> wakeUp(Child child, ChildSums sums) {
        Optional<Instant> forgets = child.forgetAt();
        return sums.wakeUp()
                .filter(at -> forgets.isEmpty() || at.isBefore(forgets.get()))
                .or(() -> forgets);
    }

    private Set<Indicator> concerned(Set<Class<? extends Body>> types) {
        if (types.size() == 1) {
            return byType.getOrDefault(types.iterator().next(), Set.of());
        }
        var all = new LinkedHashSet<Indicator>();
        types.forEach(type -> all.addAll(byType.getOrDefault(type, Set.of())));
        return all;
    }

    static boolean isDue(ChildSums sums, Instant now) {
        return sums.wakeUp().filter(at -> !at.isAfter(now)).isPresent();
    }

    private static boolean isDue(Indicator indicator, ChildSums sums, Instant now) {
        Instant next = sums.nextUnit().get(indicator.definition().key());
        return next != null && !next.isAfter(now);
    }

    /** Every indicator of a child anew but I09, which is of sums of events; of alerts what has come due. */
    ChildSums recount(Child child, ChildSums before, Instant now, Contributions to) {
        return alerts.timeCame(recount(indicators, child, before, now, to), now, to);
    }

    private static ChildSums recount(
            Collection<Indicator> concerned, Child child, ChildSums before, Instant now, Contributions to) {
        if (concerned.isEmpty()) {
            return before; // as at nearly every line of attendance
        }
        var views = new Views(child, now);
        ChildSums sums = before;
        for (Indicator each : concerned) {
            sums = recount(each, views, sums, to);
        }
        return sums;
    }

    private static ChildSums recount(Indicator indicator, Views views, ChildSums before, Contributions to) {
        Counting counted = Counting.of(indicator, views.of(indicator.reads()));
        Optional<Instant> next = Stream.of(counted.next(), views.nextChange(indicator.reads()))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
        return counted.moved(
                indicator.definition(),
                indicator instanceof UnitIndicator units ? units::ofChild : UnaryOperator.identity(),
                next,
                before,
                to);
    }

    /** What of an event time alone brings into force. */
    Optional<Pending> pending(Event event, Instant now) {
        if (event.body() instanceof AttendanceReported line) {
            Instant start = Calendar.start(line.date());
            Instant counts = event.occurredAt().isAfter(start) ? event.occurredAt() : start;
            return counts.isAfter(now)
                    ? Optional.of(
                            new Pending(counts, Math.toIntExact(line.date().toEpochDay())))
                    : Optional.empty();
        }
        boolean read = byType.containsKey(event.body().getClass()) || event.body() instanceof IdentityMerged;
        return read && event.occurredAt().isAfter(now)
                ? Optional.of(new Pending(event.occurredAt(), Pending.NO_DAY))
                : Optional.empty();
    }

    static Set<Integer> months(Iterable<LocalDate> days) {
        var months = new TreeSet<Integer>();
        days.forEach(day -> months.add(Series.number(YearMonth.from(day))));
        return months;
    }
}
