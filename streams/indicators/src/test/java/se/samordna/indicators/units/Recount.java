package se.samordna.indicators.units;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import se.samordna.indicators.cells.Period;
import se.samordna.rules.Event;
import se.samordna.rules.SchoolFact.AttendanceReported;
import se.samordna.rules.SocialFact.ConcernReportReceived;
import se.samordna.rules.SocialFact.InvestigationClosed;
import se.samordna.rules.SocialFact.InvestigationOpened;
import se.samordna.rules.SocialFact.PreliminaryAssessmentDecided;
import se.samordna.rules.SocialFact.PreliminaryAssessmentExtended;

/**
 * Counts I01, I02, I05 and I09 of one child over the whole log at once, straight from the text of the rules and the
 * indicators, with nothing of the code under test but the names of periods. Slow, plain, and of its own mind.
 */
final class Recount {

    private final List<Standing> facts = new ArrayList<>();
    private final Instant now;
    private final Map<String, long[]> cells = new TreeMap<>();

    private Recount(List<Event> log, Instant now) {
        this.now = now;
        Standing.of(log).stream()
                .filter(fact -> !fact.at().isAfter(now))
                .sorted(Comparator.comparing(Standing::at)
                        .thenComparing(fact -> fact.id().toString()))
                .forEach(facts::add);
    }

    static Map<String, String> cells(List<Event> log, Instant now) {
        var recount = new Recount(log, now);
        recount.reports();
        recount.preliminary();
        recount.absence();
        var printed = new TreeMap<String, String>();
        recount.cells.forEach((cell, sum) -> printed.put(cell, sum[0] + "/" + sum[1]));
        return printed;
    }

    // ---- indicators.md

    private void reports() {
        Map<String, Set<String>> childOf = new HashMap<>();
        for (Standing report : of(ConcernReportReceived.class)) {
            YearMonth month = month(report.at());
            count("I01", report.event().municipality(), month.toString(), 1, 0);
            for (String period : periods(month)) {
                if (childOf.computeIfAbsent(report.event().municipality(), m -> new HashSet<>())
                        .add(period)) {
                    count("I02", report.event().municipality(), period, 1, 0);
                }
            }
        }
    }

    private void preliminary() {
        for (Standing report : of(ConcernReportReceived.class)) {
            String id = ((ConcernReportReceived) report.event().body()).reportId();
            if (investigationOpenAt(report.at())) {
                continue;
            }
            Optional<Instant> closed = facts.stream()
                    .filter(fact -> !fact.at().isBefore(report.at()))
                    .filter(fact -> fact.event().body() instanceof InvestigationOpened
                            || (fact.event().body() instanceof PreliminaryAssessmentDecided d
                                    && d.reportId().equals(id)))
                    .map(Standing::at)
                    .findFirst();
            Instant due = Standing.endOf(day(report.at()).plusDays(14));
            for (Standing extension : of(PreliminaryAssessmentExtended.class)) {
                var body = (PreliminaryAssessmentExtended) extension.event().body();
                boolean within = !extension.at().isBefore(report.at())
                        && closed.map(extension.at()::isBefore).orElse(true);
                if (body.reportId().equals(id) && within) {
                    due = Standing.endOf(body.until());
                }
            }
            if (!due.isAfter(now)) {
                Instant last = due;
                long inTime = closed.filter(at -> !at.isAfter(last)).isPresent() ? 1 : 0;
                count(
                        "I05",
                        report.event().municipality(),
                        month(due.minusMillis(1)).toString(),
                        inTime,
                        1);
            }
        }
    }

    private boolean investigationOpenAt(Instant at) {
        return of(InvestigationOpened.class).stream().anyMatch(opened -> {
            String id = ((InvestigationOpened) opened.event().body()).investigationId();
            Optional<Instant> closed = of(InvestigationClosed.class).stream()
                    .filter(c -> ((InvestigationClosed) c.event().body())
                            .investigationId()
                            .equals(id))
                    .map(Standing::at)
                    .filter(t -> !t.isBefore(opened.at()))
                    .findFirst();
            return !opened.at().isAfter(at) && closed.map(at::isBefore).orElse(true);
        });
    }

    private void absence() {
        Map<String, long[]> minutes = new HashMap<>();
        for (Standing fact : of(AttendanceReported.class)) {
            var line = (AttendanceReported) fact.event().body();
            if (!line.isReported() || Standing.startOf(line.date()).isAfter(now)) {
                continue;
            }
            for (String period : periods(YearMonth.from(line.date()))) {
                long[] sum = minutes.computeIfAbsent(fact.event().municipality() + " " + period, key -> new long[2]);
                sum[0] += line.validAbsenceMinutes() + line.invalidAbsenceMinutes();
                sum[1] += line.offeredMinutes();
            }
        }
        minutes.forEach((where, sum) -> {
            if (sum[1] > 0) {
                String[] parts = where.split(" ", -1);
                count("I09", parts[0], parts[1], 5 * sum[0] >= sum[1] ? 1 : 0, 1);
            }
        });
    }

    // ---- names

    private List<Standing> of(Class<?> type) {
        return facts.stream()
                .filter(fact -> type.isInstance(fact.event().body()))
                .toList();
    }

    private void count(String indicator, String municipality, String period, long num, long den) {
        long[] sum = cells.computeIfAbsent(indicator + " " + municipality + " " + period, key -> new long[2]);
        sum[0] += num;
        sum[1] += den;
    }

    private static List<String> periods(YearMonth month) {
        return Stream.concat(
                        Stream.of(
                                month.toString(),
                                month.getYear() + "-Q" + ((month.getMonthValue() - 1) / 3 + 1),
                                Integer.toString(month.getYear())),
                        Stream.iterate(month, m -> m.plusMonths(1)).limit(12).map(m -> m + "/R12"))
                .toList();
    }

    private static LocalDate day(Instant at) {
        return at.atZone(Period.LOCAL).toLocalDate();
    }

    private static YearMonth month(Instant at) {
        return YearMonth.from(day(at));
    }
}
