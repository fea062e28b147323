package se.samordna.cli.proof;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import se.samordna.coordination.AlertForm;
import se.samordna.coordination.AlertLine;
import se.samordna.rules.Agency;
import se.samordna.rules.Child;
import se.samordna.rules.Decide;
import se.samordna.rules.Disclose;
import se.samordna.rules.Explain;
import se.samordna.rules.Premises;
import se.samordna.rules.Rule;
import se.samordna.rules.Rules;
import se.samordna.rules.Told;
import se.samordna.schemas.Agencies;
import se.samordna.streams.Signals;
import tools.jackson.databind.node.ObjectNode;

/** Reckons an alert from the records it rests on, with the engine of coordination and nothing around it. */
final class Prover {
    static final String REVISION = "revision";
    private static final String STATUS = "status";
    private static final String WITHDRAWN = "WITHDRAWN";

    private final Rules rules;
    private final UUID namespace;
    private final AlertForm form;

    /**
     * @param rules with the settings under which to reckon
     * @param namespace of the alert ids
     */
    Prover(Rules rules, UUID namespace) {
        this.rules = rules;
        this.namespace = namespace;
        form = new AlertForm(rules);
    }

    /** Whether there is such a rule. */
    boolean knows(String rule) {
        return rules.all().stream().anyMatch(each -> each.card().id().name().equals(rule));
    }

    /**
     * What the log gives for a line that was told; of an alert that it does not yield, the line as WITHDRAWN.
     *
     * @param told a line in full, of a rule that it {@linkplain #knows}
     */
    Bundle prove(ObjectNode told, ChildLog log, Map<TopicPartition, Long> through) {
        Rule rule = rule(told.path("ruleId").asString());
        UUID alertId = UUID.fromString(told.path("alertId").asString());
        List<ChildLog.Entry> premises = premises(rule, alertId, log);
        Child child = Child.empty(log.childId(), rules.memory());
        for (ChildLog.Entry entry : premises) {
            switch (entry) {
                case ChildLog.Entry.OfEvent of -> child.accept(of.event(), of.now());
                case ChildLog.Entry.OfOther of -> child.kin().accept(of.crossing(), of.number(), of.cause());
            }
            child.forget(entry.now());
        }
        Rules alone = new Rules(List.of(rule), rules.absence());
        Told again = new Decide(alone, namespace)
                .decide(child, log.asOf(), Told.NOTHING)
                .told();
        ObjectNode line = line(told, alertId, again);
        boolean stands = !line.path(STATUS).asString().equals(WITHDRAWN);
        List<Bundle.Value> conditions = new Explain(alone, namespace)
                .of(child.kin().whole(log.asOf()), log.asOf(), rule.card().id(), alertId).stream()
                        .filter(_ -> stands)
                        .flatMap(explanation -> explanation.conditions().stream())
                        .filter(c -> c.isFor(recipient(told), child.isProtected(log.asOf())))
                        .map(c -> new Bundle.Value(c.kind().name(), c.value(), c.met()))
                        .toList();
        return new Bundle(
                Bundle.FORMAT,
                Bundle.VERSION,
                line,
                inForce(rule),
                fingerprint(),
                log.asOf(),
                conditions,
                offsets(through),
                premises.stream()
                        .map(ChildLog.Entry::at)
                        .sorted(Comparator.comparing(Bundle.At::topic).thenComparing(Bundle.At::offset))
                        .toList());
    }

    private static Agency recipient(ObjectNode told) {
        return Stream.of(Agency.values())
                .filter(agency -> Agencies.wireName(Signals.agency(agency))
                        .equals(told.path("recipient").asString()))
                .findFirst()
                .orElseThrow();
    }

    private Rule rule(String id) {
        return rules.all().stream()
                .filter(rule -> rule.card().id().name().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<ChildLog.Entry> premises(Rule rule, UUID alertId, ChildLog log) {
        if (log.isOfSeveralIds()) {
            return log.entries();
        }
        Set<UUID> ids = Premises.of(rule.card(), alertId, log.events());
        return log.entries().stream()
                .filter(entry -> switch (entry) {
                    case ChildLog.Entry.OfEvent of -> ids.contains(of.event().eventId());
                    case ChildLog.Entry.OfOther _ -> rule.card().crosses();
                })
                .toList();
    }

    /** What its recipient is told, with the revision of what it was told. */
    private ObjectNode line(ObjectNode told, UUID alertId, Told again) {
        String recipient = told.path("recipient").asString();
        ObjectNode line = again.entries().stream()
                .filter(entry ->
                        Agencies.wireName(Signals.agency(entry.recipient())).equals(recipient)
                                && entry.telling().alertId().equals(alertId))
                .findFirst()
                .map(entry -> (ObjectNode) Bundle.tree(
                        AlertLine.of(form.of(entry.recipient(), entry.telling(), entry.revision(), Optional.empty()))))
                .orElseGet(() -> told.deepCopy().put(STATUS, WITHDRAWN));
        line.set(REVISION, told.path(REVISION));
        return line;
    }

    private Bundle.InForce inForce(Rule rule) {
        return new Bundle.InForce(
                rule.card().id().name(),
                rule.card().version(),
                Bundle.tree(rule.settings()),
                Bundle.tree(rules.absence()),
                Disclose.VERSION);
    }

    private String fingerprint() {
        return ChildLog.sha256(namespace.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static SortedMap<String, Long> offsets(Map<TopicPartition, Long> through) {
        SortedMap<String, Long> offsets = new TreeMap<>();
        through.forEach((partition, offset) -> offsets.put(partition.toString(), offset));
        return offsets;
    }
}
