package se.samordna.indicators.units;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Figure;
import se.samordna.indicators.units.ChildSums.Of;
import se.samordna.indicators.units.ChildSums.Pending;
import se.samordna.rules.Body;
import se.samordna.rules.Calendar;
import se.samordna.rules.Changes;
import se.samordna.rules.Child;
import se.samordna.rules.Event;
import se.samordna.rules.Rule;
import se.samordna.rules.RuleId;
import se.samordna.rules.Rules;
import se.samordna.rules.SchoolFact.AttendanceReported;
import se.samordna.rules.View;

/**
 * Keeps what a child adds to the cells in step with its events and its clock. Only what an event or the time concerns is
 * counted anew; what that gives, minus what was told before, moves in the cells. So a correction, a retraction or a late
 * event, however late, takes the old contribution out of its period and municipality and puts the new one in.
 */
public final class Tally {

    private final List<UnitIndicator> indicators;
    private final Attendance attendance = new Attendance();

    public Tally(List<UnitIndicator> indicators) {
        this.indicators = List.copyOf(indicators);
    }

    /** The indicators of a child's events, with the rules whose deadlines they measure. */
    public static Tally of(Rules rules) {
        var r02 = rules.all().stream()
                .filter(rule -> rule.card().id() == RuleId.R02)
                .filter(Rule.WithDeadlines.class::isInstance)
                .map(Rule.WithDeadlines.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("R02 is not among the rules"));
        return new Tally(
                List.of(new I01ReportsPer1000(), new I02ChildrenReported(), new I05PreliminaryWithin14Days(r02)));
    }

    /**
     * After the child took an event in.
     *
     * @param to takes what moves in which cell
     * @return what the child adds now
     */
    public ChildSums accepted(Child child, ChildSums before, Event event, Instant now, BiConsumer<CellKey, Figure> to) {
        ChildSums sums = timeCame(child, before, now, to);
        Changes changes = child.changes();
        if (!changes.nothing()) {
            sums = attendance.recount(child, sums, months(changes.days()), now, to);
            for (UnitIndicator indicator : indicators) {
                if (!Collections.disjoint(indicator.concerns(), changes.types())) {
                    sums = recount(indicator, child, sums, now, to);
                }
            }
        }
        changes.clear();
        // Also where nothing changed: a correction may wait for its root, and that for it.
        return waitFor(event, sums, now);
    }

    /** When the child's clock has moved: what has come due by now counts, what is not yet effective waits on. */
    public ChildSums timeCame(Child child, ChildSums before, Instant now, BiConsumer<CellKey, Figure> to) {
        ChildSums sums = attendance.forget(child, before, now);
        if (sums.wakeUp().filter(at -> !at.isAfter(now)).isEmpty()) {
            return sums;
        }
        var came =
                sums.pending().stream().filter(each -> !each.at().isAfter(now)).toList();
        sums = sums.waitingAfter(now);
        var days = came.stream().map(Pending::day).filter(day -> day != Pending.NO_DAY);
        sums = attendance.recount(
                child, sums, months(days.map(LocalDate::ofEpochDay).toList()), now, to);
        boolean all = came.stream().anyMatch(each -> each.day() == Pending.NO_DAY);
        for (UnitIndicator indicator : indicators) {
            if (all || isDue(indicator, sums, now)) {
                sums = recount(indicator, child, sums, now, to);
            }
        }
        return sums;
    }

    /** When time alone changes something, or lets something be forgotten. */
    public static Optional<Instant> wakeUp(Child child, ChildSums sums) {
        Optional<Instant> forgets = child.forgetAt();
        return sums.wakeUp()
                .filter(at -> forgets.isEmpty() || at.isBefore(forgets.get()))
                .or(() -> forgets);
    }

    private static boolean isDue(UnitIndicator indicator, ChildSums sums, Instant now) {
        Instant next = sums.nextUnit().get(indicator.definition().id());
        return next != null && !next.isAfter(now);
    }

    private static ChildSums recount(
            UnitIndicator indicator, Child child, ChildSums before, Instant now, BiConsumer<CellKey, Figure> to) {
        String id = indicator.definition().id();
        var counted = new TreeMap<Of, Series>();
        Optional<Instant> next = Optional.empty();
        for (Unit unit : indicator.units(View.own(child, now, indicator.from()))) {
            if (unit.from().isAfter(now)) {
                next = next.filter(at -> at.isBefore(unit.from())).or(() -> Optional.of(unit.from()));
            } else {
                int month = Series.number(unit.month());
                counted.merge(
                        new Of(id, unit.municipality()),
                        Series.EMPTY.plus(month, unit.adds()),
                        (was, one) -> was.plus(month, unit.adds()));
            }
        }
        var moves = new Moves(indicator.definition(), indicator::ofChild);
        var touched = new TreeSet<>(counted.keySet());
        before.told().keySet().stream().filter(of -> of.indicator().equals(id)).forEach(touched::add);
        ChildSums sums = before.withNextUnit(id, next);
        for (Of of : touched) {
            Series is = counted.getOrDefault(of, Series.EMPTY);
            moves.between(of.municipality(), sums.told(of), is, to);
            sums = sums.withTold(of, is);
        }
        return sums;
    }

    private ChildSums waitFor(Event event, ChildSums sums, Instant now) {
        if (event.body() instanceof AttendanceReported line) {
            Instant start = Calendar.start(line.date());
            Instant counts = event.occurredAt().isAfter(start) ? event.occurredAt() : start;
            return counts.isAfter(now)
                    ? sums.waitingFor(
                            new Pending(counts, Math.toIntExact(line.date().toEpochDay())))
                    : sums;
        }
        return event.occurredAt().isAfter(now) && concerns(event.body().getClass())
                ? sums.waitingFor(new Pending(event.occurredAt(), Pending.NO_DAY))
                : sums;
    }

    private boolean concerns(Class<? extends Body> type) {
        return indicators.stream().anyMatch(indicator -> indicator.concerns().contains(type));
    }

    private static Set<Integer> months(Iterable<LocalDate> days) {
        var months = new TreeSet<Integer>();
        days.forEach(day -> months.add(Series.number(YearMonth.from(day))));
        return months;
    }
}
