package se.samordna.coordination.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samordna.coordination.AlertLine;
import se.samordna.coordination.settings.RulesDocument;
import se.samordna.rules.Card;
import se.samordna.rules.Child;
import se.samordna.rules.Condition;
import se.samordna.rules.Explain;
import se.samordna.rules.RuleId;
import se.samordna.rules.Rules;
import se.samordna.rules.Timeline;

/**
 * Why an alert was told: the rule with its settings, each condition with its value, and the events it rests on with their
 * times, all as far as the asker sees the events.
 */
@RestController
final class ExplanationController {

    private final Desk desk;
    private final Rules rules;
    private final Explain explain;

    ExplanationController(Desk desk, Rules rules, Explain explain) {
        this.desk = desk;
        this.rules = rules;
        this.explain = explain;
    }

    /** @param asOf the child's now, of which the conditions are told */
    record Explanation(
            AlertLine alert,
            RulesDocument.Sheet rule,
            String anchor,
            List<ConditionDocument> conditions,
            List<Evidence> evidence,
            Instant asOf) {}

    /** One condition, as {@link Condition}. */
    record ConditionDocument(String code, Card.Text label, String value, boolean met) {}

    /** An event it rests on. */
    record Evidence(UUID eventId, Optional<String> type, Optional<Instant> occurredAt, Optional<Instant> receivedAt) {}

    @GetMapping("/api/coordination/v1/alerts/{alertId}/explanation")
    ResponseEntity<Object> explain(@PathVariable UUID alertId, @RequestParam UUID childId, HttpServletRequest request) {
        return desk.look(
                request,
                childId,
                Optional.of("EXPLANATION"),
                Problems.unknownAlert(),
                found -> explanation(alertId, found));
    }

    private Optional<Object> explanation(UUID alertId, Desk.Found found) {
        Sight sight = found.sight();
        return sight.alerts().stream()
                .filter(line -> line.alertId().equals(alertId))
                .filter(AlertLine.Full.class::isInstance)
                .map(AlertLine.Full.class::cast)
                .findFirst()
                .map(alert -> explanation(
                        alert,
                        sight.events(),
                        conditions(alert, found),
                        found.child().now()));
    }

    private List<ConditionDocument> conditions(AlertLine.Full alert, Desk.Found found) {
        Instant now = found.child().now();
        Child child = found.child().kept().child().kin().whole(now);
        boolean isProtected = child.isProtected(now);
        return explain.of(child, now, RuleId.valueOf(alert.ruleId()), alert.alertId()).stream()
                .flatMap(explanation -> explanation.conditions().stream())
                .filter(condition -> condition.isFor(found.asker().agency(), isProtected))
                .map(c -> new ConditionDocument(c.kind().name(), c.kind().label(), c.value(), c.met()))
                .toList();
    }

    private Explanation explanation(
            AlertLine.Full alert, List<Timeline.Entry> seen, List<ConditionDocument> conditions, Instant now) {
        return new Explanation(
                alert,
                RulesDocument.of(rules).rules().stream()
                        .filter(rule -> rule.id().equals(alert.ruleId()))
                        .findFirst()
                        .orElseThrow(),
                alert.anchor(),
                conditions,
                alert.evidence().stream().map(id -> evidence(id, seen)).toList(),
                now);
    }

    private static Evidence evidence(UUID id, List<Timeline.Entry> seen) {
        return seen.stream()
                .filter(entry -> entry.fact().id().equals(id))
                .findFirst()
                .map(entry -> new Evidence(
                        id,
                        Optional.of(entry.fact().body().type()),
                        Optional.of(entry.fact().at()),
                        Optional.of(entry.fact().event().receivedAt())))
                .orElseGet(() -> new Evidence(id, Optional.empty(), Optional.empty(), Optional.empty()));
    }
}
