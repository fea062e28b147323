package se.samordna.coordination.web;

import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samordna.coordination.running.ReadModel;
import se.samordna.coordination.settings.RulesDocument;
import se.samordna.rules.Rules;

/** The rules in force: what each looks for and why, on what law, with which numbers, and of what use it was found. */
@RestController
final class RulesController {

    private final Desk desk;
    private final Rules rules;

    RulesController(Desk desk, Rules rules) {
        this.desk = desk;
        this.rules = rules;
    }

    /** Answers also while the alerts are still being read: then nobody knows yet what use a rule is. */
    @GetMapping("/api/coordination/v1/rules")
    ResponseEntity<Object> all() {
        ReadModel read = desk.runtime().readModel();
        if (!read.whole()) {
            return Desk.ok(RulesDocument.of(rules));
        }
        Map<String, RulesDocument.NotUseful> said =
                read.closings().byRule(read.alerts()::inFull, read.feeds().clock());
        return Desk.ok(RulesDocument.of(
                rules, rule -> Optional.ofNullable(said.get(rule.name())).filter(RulesDocument.NotUseful::isOfMany)));
    }
}
