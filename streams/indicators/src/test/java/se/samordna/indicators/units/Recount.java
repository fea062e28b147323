package se.samordna.indicators.units;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.samordna.rules.Agency;
import se.samordna.rules.Event;
import se.samordna.rules.RegionFact;
import se.samordna.rules.SchoolFact;
import se.samordna.rules.SchoolFact.AttendanceReported;
import se.samordna.rules.SocialCode.HousingKind;
import se.samordna.rules.SocialFact;
import se.samordna.rules.SocialFact.ConcernReportReceived;

/**
 * Counts the indicators of one child over the whole log at once, straight from the text of the rules and the
 * indicators, with nothing of the code under test but the local time zone. Slow, plain, and of its own mind.
 */
record Recount(RecountLog log, RecountCells cells) {

    static Map<String, String> cells(List<Event> events, Instant now) {
        var cells = new RecountCells(now);
        count(events, now, cells);
        return cells.print();
    }

    /** Adds what one child comes to. */
    static void count(List<Event> events, Instant now, RecountCells cells) {
        var log = RecountLog.of(events, now);
        var recount = new Recount(log, cells);
        recount.reports();
        recount.absence();
        new RecountOfInvestigations(log.own(Agency.SOCIAL_SERVICES), cells).count();
        new RecountOfHomes(log.own(Agency.SOCIAL_SERVICES), cells).count();
        new RecountOfAlerts(log.own(Agency.SOCIAL_SERVICES), cells).count();
        // Their types are of one agency each, so that all events will do.
        new RecountOfServices(log, cells).count();
        recount.completeness();
        new RecountTogether(log.released(), cells).count();
    }

    private void reports() {
        var reported = new HashMap<String, Boolean>();
        var reports = log.of(ConcernReportReceived.class);
        for (Standing report : reports) {
            YearMonth month = RecountCells.month(report.at());
            cells.unit("I01", report, month, 1, 0);
            boolean again = reports.subList(0, reports.indexOf(report)).stream()
                    .anyMatch(other -> other.at().isAfter(RecountLog.plus(report.at(), -365)));
            for (String period : RecountCells.periods(month)) {
                reported.merge(report.event().municipality() + " " + period, again, Boolean::logicalOr);
            }
        }
        reported.forEach((where, again) -> {
            String[] parts = where.split(" ", -1);
            cells.child("I02", parts[0], parts[1], 1, 0);
            cells.child("I03", parts[0], parts[1], again ? 1 : 0, 1);
        });
    }

    /** Every field of every type of one agency that contract.md marks with a question mark. */
    private void completeness() {
        for (Standing fact : log.facts()) {
            List<Boolean> there = switch (fact.event().body()) {
                case SocialFact.ProtectionAssessed b -> List.of(b.reportId().isPresent());
                case SocialFact.InvestigationOpened b -> List.of(b.reportId().isPresent());
                case SocialFact.ChildConversationHeld b ->
                    List.of(b.investigationId().isPresent(), b.minutes().isPresent());
                case SocialFact.InstrumentUsed b -> List.of(b.investigationId().isPresent());
                case SocialFact.RiskAssessed b -> List.of(b.investigationId().isPresent());
                case SocialFact.HousingNotice b
                when b.kind() == HousingKind.DATE_SET ->
                    List.of(b.evictionDate().isPresent());
                case SocialFact.JointVisitDone b -> List.of(b.supportAccepted().isPresent());
                case SchoolFact.AttendanceTeamContact b -> List.of(b.inquiryId().isPresent());
                case RegionFact.BupTreatmentStarted b -> List.of(b.referralId().isPresent());
                case RegionFact.HealthExamDone b -> List.of(b.placementId().isPresent());
                case RegionFact.HealthExamDeclined b -> List.of(b.placementId().isPresent());
                default -> List.of();
            };
            if (!there.isEmpty()) {
                cells.at("I30-" + fact.event().agency(), fact, fact.at(), !there.contains(false));
            }
        }
    }

    private void absence() {
        Map<String, long[]> minutes = new HashMap<>();
        for (Standing fact : log.of(AttendanceReported.class)) {
            var line = (AttendanceReported) fact.event().body();
            if (!line.isReported() || Standing.startOf(line.date()).isAfter(log.now())) {
                continue;
            }
            for (String period : RecountCells.periods(YearMonth.from(line.date()))) {
                long[] sum = minutes.computeIfAbsent(fact.event().municipality() + " " + period, key -> new long[2]);
                sum[0] += line.validAbsenceMinutes() + line.invalidAbsenceMinutes();
                sum[1] += line.offeredMinutes();
            }
        }
        minutes.forEach((where, sum) -> {
            if (sum[1] > 0) {
                String[] parts = where.split(" ", -1);
                cells.child("I09", parts[0], parts[1], 5 * sum[0] >= sum[1] ? 1 : 0, 1);
            }
        });
    }
}
