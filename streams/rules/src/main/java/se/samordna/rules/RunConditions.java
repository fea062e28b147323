package se.samordna.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How much absence there is in a run: its days, and the sums of 28 days on the first of them and the latest that counts. */
final class RunConditions {

    private RunConditions() {}

    static List<Condition> of(Anchor anchor, View facts) {
        return facts.runs().stream()
                .filter(run -> run.anchor().eventId().equals(anchor.eventId()))
                .findFirst()
                .map(run -> facts.absence()
                        .map(sums -> of(run, sums, facts.now()))
                        .orElseGet(() -> List.of(of(run, firstDay(run).toString(), facts.now()))))
                .orElse(List.of());
    }

    private static LocalDate firstDay(Run run) {
        return Calendar.day(run.from()).minusDays(1); // it begins as its first day ends
    }

    private static Condition of(Run run, String days, Instant now) {
        return Condition.of(Condition.Kind.RUN, days, run.to().isAfter(now), Agency.SCHOOL);
    }

    private static List<Condition> of(Run run, AbsenceSums sums, Instant now) {
        Instant end = run.to().isAfter(now) ? now : run.to();
        int first = (int) firstDay(run).toEpochDay();
        Optional<Condition> atFirst = Optional.empty();
        Optional<Condition> atLast = Optional.empty();
        int high = 0;
        String days = LocalDate.ofEpochDay(first).toString();
        AbsenceWindow window = sums.window();
        while (window.position() < sums.days().size()) {
            window.advance();
            int day = window.day();
            boolean isOf =
                    day >= first && !Instant.ofEpochMilli(Calendar.endMs(day)).isAfter(end);
            if (isOf && day >= sums.wholeFrom() && window.isHigh()) {
                high++;
                atFirst = day == first ? Optional.of(share(Condition.Kind.ABSENCE_AT_FIRST, window, sums)) : atFirst;
                atLast = Optional.of(share(Condition.Kind.ABSENCE_AT_LAST, window, sums));
                days = LocalDate.ofEpochDay(first) + " – " + LocalDate.ofEpochDay(day)
                        + (first >= sums.wholeFrom() ? ", " + high + " d" : ""); // else some are forgotten
            }
        }
        List<Condition> all = new ArrayList<>();
        all.add(of(run, days, now));
        atFirst.ifPresent(all::add);
        atLast.ifPresent(all::add);
        return all;
    }

    private static Condition share(Condition.Kind kind, AbsenceWindow window, AbsenceSums sums) {
        return Condition.share(
                kind, window.absent(), window.offered(), sums.settings().highPercent(), Agency.SCHOOL);
    }
}
