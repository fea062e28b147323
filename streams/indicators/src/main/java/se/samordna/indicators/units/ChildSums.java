package se.samordna.indicators.units;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What a child has added to the cells so far, and when it must be looked at again. Immutable: an update gives a new one,
 * and what the two differ in is what moves in the cells. So a contribution is taken back exactly as it was made.
 *
 * @param told by indicator and municipality; units by month, states by the local days on which they turn
 * @param forgotten minutes of attendance days whose lines are no longer held, by municipality; they stay in the sums
 * @param forgotThrough the number of the local month up to which days were asked to be forgotten
 * @param nextUnit when the next unit of an indicator counts, by indicator
 * @param pending events held that are not effective yet
 * @param alerts what the rules last told of those that are not withdrawn, by id
 */
public record ChildSums(
        SortedMap<Of, Series> told,
        SortedMap<String, Series> forgotten,
        int forgotThrough,
        SortedMap<String, Instant> nextUnit,
        SortedSet<Pending> pending,
        SortedMap<UUID, DueAlert> alerts) {

    public static final ChildSums NONE =
            new ChildSums(new TreeMap<>(), new TreeMap<>(), 0, new TreeMap<>(), new TreeSet<>(), new TreeMap<>());

    /** Which sums: of an indicator in a municipality. */
    public record Of(String indicator, String municipality) implements Comparable<Of> {
        @Override
        public int compareTo(Of other) {
            int byIndicator = indicator.compareTo(other.indicator);
            return byIndicator != 0 ? byIndicator : municipality.compareTo(other.municipality);
        }
    }

    /**
     * Something that comes into force by time alone.
     *
     * @param at when
     * @param day the local day of attendance, as an epoch day; {@link #NO_DAY} for any other event
     */
    public record Pending(Instant at, int day) implements Comparable<Pending> {

        static final int NO_DAY = Integer.MIN_VALUE;

        @Override
        public int compareTo(Pending other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Integer.compare(day, other.day);
        }
    }

    /** When time alone changes something. */
    public Optional<Instant> wakeUp() {
        Optional<Instant> first = pending.isEmpty()
                ? Optional.empty()
                : Optional.of(pending.first().at());
        for (Instant unit : nextUnit.values()) {
            first = first.filter(at -> at.isBefore(unit)).or(() -> Optional.of(unit));
        }
        return first;
    }

    Series told(Of of) {
        return told.getOrDefault(of, Series.EMPTY);
    }

    ChildSums withTold(Of of, Series series) {
        var changed = new TreeMap<>(told);
        if (series.isNothing()) {
            changed.remove(of);
        } else {
            changed.put(of, series);
        }
        return new ChildSums(changed, forgotten, forgotThrough, nextUnit, pending, alerts);
    }

    ChildSums withForgotten(SortedMap<String, Series> more, int through) {
        return new ChildSums(told, more, through, nextUnit, pending, alerts);
    }

    ChildSums withNextUnit(String indicator, Optional<Instant> at) {
        if (Optional.ofNullable(nextUnit.get(indicator)).equals(at)) {
            return this;
        }
        var changed = new TreeMap<>(nextUnit);
        at.ifPresentOrElse(instant -> changed.put(indicator, instant), () -> changed.remove(indicator));
        return new ChildSums(told, forgotten, forgotThrough, changed, pending, alerts);
    }

    ChildSums waitingFor(Pending more) {
        var changed = new TreeSet<>(pending);
        changed.add(more);
        return new ChildSums(told, forgotten, forgotThrough, nextUnit, changed, alerts);
    }

    ChildSums waitingOnlyFor(SortedSet<Pending> all) {
        return new ChildSums(told, forgotten, forgotThrough, nextUnit, all, alerts);
    }

    ChildSums waitingAfter(Instant now) {
        var changed = new TreeSet<>(pending);
        changed.removeIf(each -> !each.at().isAfter(now));
        return new ChildSums(told, forgotten, forgotThrough, nextUnit, changed, alerts);
    }

    ChildSums withAlert(UUID id, Optional<DueAlert> alert) {
        if (Optional.ofNullable(alerts.get(id)).equals(alert)) {
            return this;
        }
        var changed = new TreeMap<>(alerts);
        alert.ifPresentOrElse(is -> changed.put(id, is), () -> changed.remove(id));
        return new ChildSums(told, forgotten, forgotThrough, nextUnit, pending, changed);
    }
}
