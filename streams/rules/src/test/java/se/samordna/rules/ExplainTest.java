package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every alert of random histories: that its conditions are its own, and that its premises are enough. */
class ExplainTest {

    private static final int HISTORIES = Integer.getInteger("explained", 1_000);
    private static final long SEED = Long.getLong("seed", 20_260_201L);

    /** What ends by the days of school, or as reports grow old, is ended by no event. */
    private static final Set<RuleId> BY_DAYS = Set.of(RuleId.R05, RuleId.R09, RuleId.R10, RuleId.R13);

    @Test
    void each_alert_has_conditions_that_agree_with_it_and_follows_from_its_premises_alone() {
        Set<RuleId> explained = EnumSet.noneOf(RuleId.class);
        for (long seed = SEED; seed < SEED + HISTORIES; seed++) {
            List<Event> events = new ArrayList<>(Histories.of(seed));
            events.sort(Comparator.comparing(Event::receivedAt));
            Instant last = events.getLast().receivedAt();
            Instant now = last.plus(Duration.ofHours(new Random(seed).nextInt(24 * 300)));
            Child child = lived(events, now);
            Moment moment = new Moment(child, now);
            for (Rule rule : Rules.standard().all()) {
                Alone alone = new Alone(rule);
                for (Explain.Explanation each : alone.explain.of(rule, moment)) {
                    UUID id = each.alert().alertId();
                    String which =
                            "seed " + seed + ", at " + now + ", " + rule.card().id() + " " + id;
                    agree(each, now, which);
                    Set<UUID> premises = Premises.of(rule.card(), id, events);
                    Child other = lived(
                            events.stream()
                                    .filter(e -> premises.contains(e.eventId()))
                                    .toList(),
                            now);
                    assertThat(alone.lines(other, now, id)).as(which).isEqualTo(alone.lines(child, now, id));
                    assertThat(alone.explain.of(other, now, rule.card().id(), id))
                            .as(which)
                            .map(Explain.Explanation::conditions)
                            .hasValue(each.conditions());
                    explained.add(rule.card().id());
                }
            }
        }
        assertThat(explained)
                .containsExactlyElementsOf(Rules.standard().all().stream()
                        .map(r -> r.card().id())
                        .filter(id -> id != RuleId.R17) // it takes two children
                        .toList());
    }

    /** One rule by itself. */
    private record Alone(Explain explain, Decide decide) {

        Alone(Rule rule) {
            this(
                    new Explain(new Rules(List.of(rule)), Decide.DEFAULT_NAMESPACE),
                    new Decide(new Rules(List.of(rule)), Decide.DEFAULT_NAMESPACE));
        }

        /** What each recipient is told of an alert. */
        List<String> lines(Child child, Instant now, UUID alertId) {
            return decide.decide(child, now, Told.NOTHING).told().entries().stream()
                    .filter(e -> e.telling().alertId().equals(alertId))
                    .map(e -> e.recipient() + " " + e.municipality() + " " + e.ground() + " " + line(e.telling()))
                    .toList();
        }

        /** Without what is beside the evidence, which a protected child's events of any type may change. */
        private static String line(Telling telling) {
            return telling instanceof Alert a
                    ? a.with(a.evidence().stream().map(Evidence::idOnly).toList())
                            .toString()
                    : telling.toString();
        }
    }

    /** As coordination does: each event as it comes, the clock at its receivedAt, then time until now. */
    private static Child lived(List<Event> events, Instant now) {
        Child child = Child.empty(Histories.CHILD, Memory.COORDINATION);
        for (Event e : events) {
            child.accept(e, e.receivedAt());
            child.forget(e.receivedAt());
        }
        child.forget(now);
        return child;
    }

    private static void agree(Explain.Explanation explained, Instant now, String which) {
        Alert alert = explained.alert();
        List<Condition> conditions = explained.conditions();
        assertThat(values(conditions, Condition.Kind.ANCHOR))
                .as(which)
                .singleElement()
                .asString()
                .endsWith(alert.anchor());
        assertThat(values(conditions, Condition.Kind.SINCE))
                .as(which)
                .containsExactly(alert.openedAt().toString());
        assertThat(values(conditions, Condition.Kind.DUE))
                .as(which)
                .containsExactly(alert.dueAt().toString());
        boolean ended = values(conditions, Condition.Kind.WAITS_FOR).isEmpty();
        assertThat(ended || alert.status() != Status.RESOLVED).as(which).isTrue();
        alert.resolvedAt()
                .ifPresent(to -> assertThat(values(conditions, Condition.Kind.ENDED))
                        .as(which)
                        .singleElement()
                        .asString()
                        .startsWith(to.toString()));
        if (ended && !BY_DAYS.contains(explained.rule().card().id())) {
            assertThat(values(conditions, Condition.Kind.ENDED)).as(which).allMatch(value -> value.contains(" "));
        }
        assertThat(values(conditions, Condition.Kind.EVIDENCE)).as(which).hasSameSizeAs(alert.evidence());
        assertThat(conditions)
                .as(which)
                .filteredOn(c -> c.kind() == Condition.Kind.EVIDENCE)
                .allSatisfy(c -> assertThat(c.met()).isTrue());
        if (alert.status() == Status.OPEN || alert.status() == Status.ACKNOWLEDGED) {
            int level = conditions.stream()
                    .filter(c -> c.kind() == Condition.Kind.LEVEL && c.met())
                    .mapToInt(c -> Integer.parseInt(c.value().substring(0, 1)))
                    .max()
                    .orElse(1);
            assertThat(now.isAfter(alert.dueAt()) ? 3 : level).as(which).isEqualTo(alert.level());
        }
        measured(explained, which);
    }

    /** What the row asks for is met; of R05 one of two is enough, of a run the latest day may be of no weight. */
    private static void measured(Explain.Explanation explained, String which) {
        Set<Condition.Kind> measures = EnumSet.of(
                Condition.Kind.APART,
                Condition.Kind.PROCESSES,
                Condition.Kind.LASTED,
                Condition.Kind.WAITED,
                Condition.Kind.ABSENCE_AT_FIRST,
                Condition.Kind.ABSENCE_AT_LAST,
                Condition.Kind.SUPPORTS,
                Condition.Kind.PLACEMENTS);
        RuleId rule = explained.rule().card().id();
        List<Condition> some = explained.conditions().stream()
                .filter(c -> measures.contains(c.kind()))
                .toList();
        boolean waitsAreSome = rule == RuleId.R10; // a contact or a wait
        if (!waitsAreSome) {
            assertThat(some).as(which).allSatisfy(c -> assertThat(c.met()).isTrue());
        }
        if (rule == RuleId.R05) {
            assertThat(explained.conditions())
                    .as(which)
                    .anySatisfy(c -> assertThat(c.met()
                                    && Set.of(Condition.Kind.REPORTS, Condition.Kind.REPORTER_GROUPS)
                                            .contains(c.kind()))
                            .isTrue());
        }
        if (Set.of(RuleId.R06, RuleId.R07, RuleId.R09, RuleId.R10, RuleId.R20, RuleId.R26)
                .contains(rule)) {
            List<Condition.Kind> kinds =
                    explained.conditions().stream().map(Condition::kind).toList();
            assertThat(kinds)
                    .as(which)
                    .containsAnyElementsOf(rule == RuleId.R09 ? Set.of(Condition.Kind.RUN) : measures);
        }
    }

    private static List<String> values(List<Condition> conditions, Condition.Kind kind) {
        return conditions.stream()
                .filter(c -> c.kind() == kind)
                .map(Condition::value)
                .toList();
    }
}
