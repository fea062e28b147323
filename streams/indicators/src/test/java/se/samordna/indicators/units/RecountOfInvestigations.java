package se.samordna.indicators.units;

import static se.samordna.indicators.units.RecountLog.anyIn;
import static se.samordna.indicators.units.RecountLog.first;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.samordna.indicators.cells.Period;
import se.samordna.rules.SocialCode.ConcernReason;
import se.samordna.rules.SocialFact.ChildConversationHeld;
import se.samordna.rules.SocialFact.ConcernReportReceived;
import se.samordna.rules.SocialFact.InvestigationClosed;
import se.samordna.rules.SocialFact.InvestigationExtended;
import se.samordna.rules.SocialFact.InvestigationOpened;
import se.samordna.rules.SocialFact.PreliminaryAssessmentDecided;
import se.samordna.rules.SocialFact.PreliminaryAssessmentExtended;
import se.samordna.rules.SocialFact.ProtectionAssessed;
import se.samordna.rules.SocialFact.RiskAssessed;

/** I04 to I07 and I24, from the text of indicators.md and of R01, R02, R03 and R16. */
record RecountOfInvestigations(RecountLog log, RecountCells cells) {

    void count() {
        log.of(ConcernReportReceived.class).forEach(report -> {
            protection(report, ((ConcernReportReceived) report.event().body()).reportId());
            preliminary(report, ((ConcernReportReceived) report.event().body()).reportId());
        });
        log.of(InvestigationOpened.class).forEach(opened -> {
            String id = ((InvestigationOpened) opened.event().body()).investigationId();
            Optional<Instant> closed = first(
                            log.of(
                                    InvestigationClosed.class,
                                    each -> each.investigationId().equals(id)),
                            opened.at())
                    .map(Standing::at);
            investigation(opened, id, closed);
            closed.ifPresent(t -> {
                var held = log.of(
                        ChildConversationHeld.class,
                        each -> each.investigationId().map(id::equals).orElse(true));
                cells.at("I07", opened, t, anyIn(held, opened.at(), t));
                if (isOfViolence(opened)) {
                    var assessed = log.of(
                            RiskAssessed.class,
                            each -> each.instrument().equals("IRISK")
                                    && each.investigationId().map(id::equals).orElse(true));
                    cells.at("I24", opened, t, anyIn(assessed, opened.at(), t));
                }
            });
        });
    }

    static Instant protectionDue(Standing report) {
        var local = report.at().atZone(Period.LOCAL);
        return local.toLocalTime().isBefore(LocalTime.of(15, 0))
                ? Standing.endOf(local.toLocalDate())
                : local.toLocalDate()
                        .plusDays(1)
                        .atTime(12, 0)
                        .atZone(Period.LOCAL)
                        .toInstant();
    }

    private void protection(Standing report, String id) {
        Instant due = protectionDue(report);
        var assessed = log.of(
                ProtectionAssessed.class,
                each -> each.reportId().map(id::equals).orElse(true));
        cells.due("I04", report, due, anyIn(assessed, report.at(), due));
    }

    private void preliminary(Standing report, String id) {
        if (log.investigations().stream().anyMatch(open -> open.at(report.at()))) {
            return;
        }
        Optional<Instant> closed = Stream.of(
                        log.of(InvestigationOpened.class),
                        log.of(
                                PreliminaryAssessmentDecided.class,
                                each -> each.reportId().equals(id)))
                .flatMap(any -> first(any, report.at()).stream())
                .map(Standing::at)
                .min(Instant::compareTo);
        Instant due = Standing.endOf(RecountCells.day(report.at()).plusDays(14));
        for (Standing extension : log.of(
                PreliminaryAssessmentExtended.class, each -> each.reportId().equals(id))) {
            if (isBetween(extension, report, closed)) {
                due = Standing.endOf(
                        ((PreliminaryAssessmentExtended) extension.event().body()).until());
            }
        }
        cells.due("I05", report, due, isBy(closed, due));
    }

    private void investigation(Standing opened, String id, Optional<Instant> closed) {
        Instant due = RecountCells.months(opened.at(), 4);
        for (Standing extension : log.of(
                InvestigationExtended.class, each -> each.investigationId().equals(id))) {
            if (isBetween(extension, opened, closed)) {
                due = Standing.endOf(((InvestigationExtended) extension.event().body()).until());
            }
        }
        long[] lasted =
                closed.map(t -> new long[] {RecountCells.days(opened.at(), t)}).orElse(new long[0]);
        cells.due("I06", opened, due, isBy(closed, due), lasted);
    }

    private boolean isOfViolence(Standing opened) {
        return log.of(ConcernReportReceived.class, r -> r.reasons().contains(ConcernReason.VIOLENCE)).stream()
                .anyMatch(report -> {
                    List<Standing> open = log.investigations().stream()
                            .filter(each -> each.at(report.at()))
                            .map(RecountLog.Active::opener)
                            .toList();
                    Optional<Standing> ofIt = open.isEmpty()
                            ? first(log.of(InvestigationOpened.class), report.at())
                            : Optional.of(open.getLast());
                    return ofIt.filter(opened::equals).isPresent();
                });
    }

    private static boolean isBetween(Standing extension, Standing anchor, Optional<Instant> closed) {
        return !extension.at().isBefore(anchor.at())
                && closed.map(extension.at()::isBefore).orElse(true);
    }

    private static boolean isBy(Optional<Instant> closed, Instant due) {
        return closed.filter(at -> !at.isAfter(due)).isPresent();
    }
}
