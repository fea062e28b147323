package se.samordna.indicators.units;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import se.samordna.rules.Action.AlertAcknowledged;
import se.samordna.rules.Action.AlertClosed;
import se.samordna.rules.Agency;
import se.samordna.rules.AlertIds;
import se.samordna.rules.Body;
import se.samordna.rules.Decide;
import se.samordna.rules.RuleId;
import se.samordna.rules.SocialFact.ChildConversationHeld;
import se.samordna.rules.SocialFact.ChildConversationNotPossible;
import se.samordna.rules.SocialFact.ConcernReportReceived;
import se.samordna.rules.SocialFact.InvestigationClosed;
import se.samordna.rules.SocialFact.InvestigationOpened;
import se.samordna.rules.SocialFact.ProtectionAssessed;
import se.samordna.rules.SocialFact.SupportDecided;
import se.samordna.rules.SocialFact.SupportDecisionRevoked;
import se.samordna.rules.SocialFact.SupportStarted;

/**
 * I20 of three rules, from the text of rules.md: R01, R22 and R23. The rules' own oracle has it of all of them; here it is
 * held that what is told of alerts ends in the right cells. The names of alerts are taken from the code under test.
 *
 * @param log of the social services, actions too
 */
record RecountOfAlerts(RecountLog log, RecountCells cells) {

    static final Set<String> RULES = Set.of("I20-R01", "I20-R22", "I20-R23");

    private static final AlertIds IDS = new AlertIds(Decide.DEFAULT_NAMESPACE);
    private static final UUID CHILD = new UUID(1, 1);

    /** The rule whose alert such an event opens. */
    static RuleId ruleOf(Body body) {
        return switch (body) {
            case InvestigationOpened _ -> RuleId.R22;
            case SupportDecided _ -> RuleId.R23;
            default -> RuleId.R01;
        };
    }

    /** After how many days such an event's alert begins; below 0 if it has none. */
    static int daysBefore(Body body) {
        return switch (body) {
            case InvestigationOpened _ -> 60;
            case SupportDecided _ -> 30;
            case ConcernReportReceived _ -> 0;
            default -> -1;
        };
    }

    void count() {
        log.of(ConcernReportReceived.class).forEach(report -> {
            String id = ((ConcernReportReceived) report.event().body()).reportId();
            var assessed = log.of(
                    ProtectionAssessed.class,
                    each -> each.reportId().map(id::equals).orElse(true));
            alert(report, report.at(), RecountOfInvestigations.protectionDue(report), List.of(assessed));
        });
        log.of(InvestigationOpened.class).forEach(opened -> {
            String id = ((InvestigationOpened) opened.event().body()).investigationId();
            var held = log.of(
                    ChildConversationHeld.class,
                    each -> each.investigationId().map(id::equals).orElse(true));
            var impossible = log.of(
                    ChildConversationNotPossible.class,
                    each -> each.investigationId().equals(id));
            var closed = log.of(
                    InvestigationClosed.class, each -> each.investigationId().equals(id));
            Instant from = RecountLog.plus(opened.at(), 60);
            alert(opened, from, RecountLog.plus(from, 14), List.of(held, impossible, closed));
        });
        log.of(SupportDecided.class).forEach(decided -> {
            String id = ((SupportDecided) decided.event().body()).supportId();
            var started = log.of(SupportStarted.class, each -> each.supportId().equals(id));
            var revoked = log.of(
                    SupportDecisionRevoked.class, each -> each.supportId().equals(id));
            Instant from = RecountLog.plus(decided.at(), 30);
            alert(decided, from, RecountLog.plus(from, 7), List.of(started, revoked));
        });
    }

    private void alert(Standing anchor, Instant from, Instant due, List<List<Standing>> closers) {
        Instant to = closers.stream()
                .map(any -> RecountLog.first(any, anchor.at()))
                .flatMap(Optional::stream)
                .map(Standing::at)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
        if (from.isAfter(log.now()) || !to.isAfter(from)) {
            return;
        }
        RuleId rule = ruleOf(anchor.event().body());
        UUID id = IDS.id(rule, CHILD, anchor.id().toString());
        boolean answered = Stream.concat(
                        log.of(AlertAcknowledged.class, each -> each.alertId().equals(id)).stream(),
                        log.of(AlertClosed.class, each -> each.alertId().equals(id)).stream())
                .filter(action -> action.event().agency() == Agency.SOCIAL_SERVICES)
                .anyMatch(action -> !action.at().isBefore(from)
                        && action.at().isBefore(to)
                        && !action.at().isAfter(due));
        cells.due("I20-" + rule, anchor, due, answered || !to.isAfter(due));
    }
}
