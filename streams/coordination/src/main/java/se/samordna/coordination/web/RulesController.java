package se.samordna.coordination.web;

import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samordna.rules.Agency;
import se.samordna.rules.Card;
import se.samordna.rules.Reads;
import se.samordna.rules.Rule;
import se.samordna.rules.Rules;

/** The rules in force: what each looks for and why, on what law, with which numbers. */
@RestController
final class RulesController {

    private final Rules rules;

    RulesController(Rules rules) {
        this.rules = rules;
    }

    /** All of them. */
    record RulesDocument(List<RuleDocument> rules) {}

    /** @param settings the numbers that no law gives */
    record RuleDocument(
            String id,
            int version,
            String name,
            Card.Text sentence,
            Card.Text explanation,
            String basis,
            String nextStep,
            String severity,
            String worst,
            String reads,
            List<Recipient> tells,
            List<String> concerns,
            Object settings) {

        static RuleDocument of(Rule rule) {
            Card card = rule.card();
            return new RuleDocument(
                    card.id().name(),
                    card.version(),
                    card.name(),
                    card.sentences(),
                    card.explanations(),
                    card.basis(),
                    card.nextStep(),
                    card.severity().name(),
                    card.worst().name(),
                    switch (card.reads()) {
                        case Reads.Own(Agency agency) -> "own " + agency.name();
                        case Reads.Released _ -> "released";
                    },
                    card.tells().stream()
                            .map(tells -> new Recipient(tells.to().name(), tells.notice(), tells.consent()))
                            .toList(),
                    card.concerns().stream().map(Class::getSimpleName).sorted().toList(),
                    rule.settings());
        }
    }

    /** Who is told: in full, or by a coded notice, which may need a consent. */
    record Recipient(String agency, Optional<String> notice, boolean consent) {}

    @GetMapping("/api/coordination/v1/rules")
    ResponseEntity<Object> all() {
        return ResponseEntity.ok(
                new RulesDocument(rules.all().stream().map(RuleDocument::of).toList()));
    }
}
