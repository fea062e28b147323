package se.samordna.rules.oracle;

import static se.samordna.rules.oracle.Settled.day;
import static se.samordna.rules.oracle.Settled.end;
import static se.samordna.rules.oracle.Settled.start;
import static se.samordna.rules.oracle.World.body;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import se.samordna.rules.SocialFact.ConcernReportReceived;
import se.samordna.rules.SocialFact.InvestigationClosed;
import se.samordna.rules.SocialFact.InvestigationExtended;
import se.samordna.rules.SocialFact.InvestigationOpened;
import se.samordna.rules.SocialFact.PreliminaryAssessmentDecided;
import se.samordna.rules.SocialFact.PreliminaryAssessmentExtended;
import se.samordna.rules.SocialFact.ProtectionAssessed;
import se.samordna.rules.oracle.Settled.E;

/** R01, R02, R03 over social services' own events. */
final class Own {

    private static final long DAY = 86_400_000;

    private Own() {}

    static List<Found> r01(World social) {
        List<Found> found = new ArrayList<>();
        for (E r : social.of(ConcernReportReceived.class)) {
            String id = body(r, ConcernReportReceived.class).reportId();
            Instant to = social.until(
                    r,
                    c -> c.event().body() instanceof ProtectionAssessed a
                            && a.reportId().map(id::equals).orElse(true));
            LocalDate d = day(r.at());
            boolean early = r.at().atZone(Settled.STOCKHOLM).getHour() < 15;
            Instant due = early
                    ? end(d)
                    : d.plusDays(1).atTime(12, 0).atZone(Settled.STOCKHOLM).toInstant();
            found.add(Found.of("R01", r, r.at(), to, due, List.of(r)));
        }
        return found;
    }

    static List<Found> r02(World social) {
        List<Found> found = new ArrayList<>();
        for (E r : social.of(ConcernReportReceived.class)) {
            String id = body(r, ConcernReportReceived.class).reportId();
            boolean open = social.active(
                            InvestigationOpened.class,
                            InvestigationOpened::investigationId,
                            InvestigationClosed.class,
                            InvestigationClosed::investigationId,
                            r.at())
                    .findAny()
                    .isPresent();
            if (open) {
                continue;
            }
            Predicate<E> closer = c -> c.is(InvestigationOpened.class)
                    || c.event().body() instanceof PreliminaryAssessmentDecided p
                            && p.reportId().equals(id);
            found.addAll(extended(
                    "R02",
                    social,
                    r,
                    start(day(r.at()).plusDays(10)),
                    end(day(r.at()).plusDays(14)),
                    social.until(r, closer),
                    x -> x.event().body() instanceof PreliminaryAssessmentExtended p
                                    && p.reportId().equals(id)
                            ? Optional.of(p.until())
                            : Optional.empty(),
                    4,
                    0));
        }
        return found;
    }

    static List<Found> r03(World social) {
        List<Found> found = new ArrayList<>();
        for (E i : social.of(InvestigationOpened.class)) {
            String id = body(i, InvestigationOpened.class).investigationId();
            found.addAll(extended(
                    "R03",
                    social,
                    i,
                    start(month(day(i.at()), 3)),
                    end(month(day(i.at()), 4)),
                    social.until(
                            i,
                            c -> c.event().body() instanceof InvestigationClosed x
                                    && x.investigationId().equals(id)),
                    x -> x.event().body() instanceof InvestigationExtended p
                                    && p.investigationId().equals(id)
                            ? Optional.of(p.until())
                            : Optional.empty(),
                    14,
                    14));
        }
        return found;
    }

    private static LocalDate month(LocalDate d, int n) {
        int months = d.getYear() * 12 + d.getMonthValue() - 1 + n;
        LocalDate first = LocalDate.of(months / 12, months % 12 + 1, 1);
        return first.withDayOfMonth(Math.min(d.getDayOfMonth(), first.lengthOfMonth()));
    }

    private static List<Found> extended(
            String rule,
            World social,
            E x,
            Instant from,
            Instant due,
            Instant to,
            Function<E, Optional<LocalDate>> until,
            int lead,
            int urgent) {
        List<Found> found = new ArrayList<>();
        Instant begin = from;
        Instant dueAt = due;
        List<E> evidence = List.of(x);
        for (E e : social.events()) {
            if (until.apply(e).isEmpty() || e.at().isBefore(x.at()) || !e.at().isBefore(to)) {
                continue;
            }
            found.add(found(rule, x, begin, e.at(), dueAt, evidence, urgent));
            LocalDate date = until.apply(e).get();
            begin = start(date.minusDays(lead));
            if (begin.isBefore(e.at())) {
                begin = e.at();
            }
            dueAt = end(date);
            evidence = List.of(x, e);
        }
        found.add(found(rule, x, begin, to, dueAt, evidence, urgent));
        return found;
    }

    private static Found found(String rule, E x, Instant from, Instant to, Instant due, List<E> evidence, int urgent) {
        return new Found(
                rule,
                x,
                from,
                to,
                due,
                evidence,
                t -> urgent > 0 && !t.isBefore(due.minusMillis(urgent * DAY)) ? 2 : 1);
    }
}
