package se.samordna.rules;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why an alert exists: each condition with its value, at the child's now. What holds of every rule is found here; what
 * there was of what its row asks for is the rule's own to tell ({@link Rule#conditions}).
 */
public final class Explain {

    private final Rules rules;
    private final Judge judge;

    /** @param namespace of the alert ids */
    public Explain(Rules rules, UUID namespace) {
        this.rules = rules;
        judge = new Judge(new AlertIds(namespace), rules.absence(), new Disclose(rules));
    }

    /**
     * An alert and what it hangs on.
     *
     * @param alert as a whole: nobody is told it like this
     */
    public record Explanation(Rule rule, Alert alert, List<Condition> conditions) {}

    /** The alert of a rule under that id; empty if the child's facts yield none at that instant. */
    public Optional<Explanation> of(Child child, Instant now, RuleId id, UUID alertId) {
        return rules.all().stream()
                .filter(rule -> rule.card().id() == id)
                .flatMap(rule -> of(rule, new Moment(child, now)).stream())
                .filter(explanation -> explanation.alert.alertId().equals(alertId))
                .findFirst();
    }

    /** Every alert of a rule. */
    List<Explanation> of(Rule rule, Moment moment) {
        View facts = moment.view(rule.card().reads());
        Told.OfRule nothing = Told.NOTHING.of(rule.card().id());
        Map<UUID, Judge.Begun> begun = judge.begun(rule, moment, nothing).stream()
                .collect(Collectors.toMap(Judge.Begun::alertId, Function.identity()));
        return judge.judge(rule, moment, nothing).alerts().stream()
                .map(Judge.Existing::alert)
                .map(alert -> {
                    Judge.Begun since =
                            Optional.ofNullable(begun.get(alert.alertId())).orElseThrow();
                    return new Explanation(rule, alert, new Reasons(rule, since, alert, facts, moment).all());
                })
                .toList();
    }

    /** The conditions of one alert. */
    private record Reasons(Rule rule, Judge.Begun begun, Alert alert, View facts, Moment moment) {

        private Span span() {
            return begun.span();
        }

        List<Condition> all() {
            return Stream.of(
                            Stream.of(anchor(), since(), end(), due()),
                            levels(),
                            rule.conditions(span(), facts).stream(),
                            actions(),
                            alert.evidence().stream().map(this::evidence))
                    .flatMap(conditions -> conditions)
                    .toList();
        }

        private Condition anchor() {
            Anchor on = span().anchor();
            return Condition.of(Condition.Kind.ANCHOR, on.type() + " " + on.at() + " " + on.key(), true, on.agency());
        }

        private Condition since() {
            return Condition.of(Condition.Kind.SINCE, span().from().toString(), true);
        }

        /** What it waits for; once it has come, when and by what, if not by the days alone. */
        private Condition end() {
            if (span().to().isAfter(moment.now())) {
                return Condition.of(
                        Condition.Kind.WAITS_FOR,
                        rule.endedBy(span().anchor()).stream()
                                .map(Class::getSimpleName)
                                .sorted()
                                .collect(joining(", ")),
                        false);
            }
            List<? extends Fact<?>> by = endings();
            return Condition.of(
                    Condition.Kind.ENDED,
                    Stream.concat(
                                    Stream.of(span().to().toString()),
                                    by.stream().map(f -> f.body().type() + " " + f.id()))
                            .collect(joining(" ")),
                    true,
                    by.stream().map(Fact::agency).distinct().toArray(Agency[]::new));
        }

        private List<? extends Fact<?>> endings() {
            return rule.endedBy(span().anchor()).stream()
                    .filter(type -> type != SchoolFact.AttendanceReported.class) // a run ends with its day
                    .flatMap(type -> facts.of(type).stream())
                    .filter(f -> f.at().equals(span().to()))
                    .sorted(Order.FACTS)
                    .toList();
        }

        /** In time, unless its due time passed before its end or now. */
        private Condition due() {
            Instant until = span().to().isBefore(moment.now()) ? span().to() : moment.now();
            return Condition.of(Condition.Kind.DUE, alert.dueAt().toString(), !until.isAfter(alert.dueAt()));
        }

        private Stream<Condition> levels() {
            return span().steps().stream()
                    .map(step -> Condition.of(
                            Condition.Kind.LEVEL,
                            step.level() + " " + step.at(),
                            !step.at().isAfter(moment.now())));
        }

        private Stream<Condition> actions() {
            List<Fact<? extends Action>> on =
                    Actions.all(moment.child().standing(), moment.now()).getOrDefault(alert.alertId(), List.of());
            return ActionHistory.of(span(), begun.inFull(), on).acted().stream().map(Reasons::action);
        }

        private static Condition action(Acted acted) {
            String effect = switch (acted.effect()) {
                case ActionEffect.TookEffect _ -> "";
                case ActionEffect.NoEffect(ActionEffect.Reason reason) -> " " + reason;
            };
            Fact<? extends Action> action = acted.action();
            return Condition.of(
                    Condition.Kind.ACTION,
                    action.body().type() + " " + action.at() + " " + action.id() + effect,
                    effect.isEmpty(),
                    action.agency());
        }

        /** With its ground, and what the gate says of it where agencies are joined. */
        private Condition evidence(Evidence on) {
            if (on.eventId().equals(span().anchor().eventId())) {
                Anchor anchor = span().anchor(); // of a run also when its day has been forgotten
                return evidence(on, anchor.at(), anchor.ground(), moment.gate().status(anchor));
            }
            return moment.child()
                    .standing()
                    .get(on.eventId())
                    .map(f -> evidence(
                            on, f.at(), f.event().ground(), moment.gate().status(f)))
                    .orElseGet(() ->
                            Condition.of(Condition.Kind.EVIDENCE, on.eventId().toString(), true));
        }

        private Condition evidence(Evidence on, Instant at, Ground ground, GateStatus gate) {
            boolean joins = rule.card().reads() instanceof Reads.Released;
            String status = switch (gate) {
                case GateStatus.Released _ -> " RELEASED";
                case GateStatus.Held(GateStatus.Reason reason) -> " HELD(" + reason + ")";
            };
            return Condition.of(
                    Condition.Kind.EVIDENCE,
                    on.type().orElse("") + " " + at + " " + on.eventId() + " " + ground + (joins ? status : ""),
                    !joins || gate == GateStatus.RELEASED,
                    on.agency().stream().toArray(Agency[]::new));
        }
    }
}
