package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import se.samordna.rules.TellsTable.Row;

/**
 * What is told, through gate and policy as they run, of every rule to every recipient on every ground, with and without a
 * consent to the recipient, an open case, protected identity, and a note in the alert: against {@link TellsTable}.
 */
class TellsTableTest {

    private static final Instant AT = Instant.parse("2026-01-12T08:00:00Z");
    private static final Instant DUE = Instant.parse("2026-01-19T09:30:00Z");
    private static final Instant END_OF_DUE_DAY = Instant.parse("2026-01-19T23:00:00Z");
    private static final Instant NOW = AT.plusSeconds(7_200);

    /** The rule's own card, over the one event of the case. */
    private record Stub(Rule real, TellsCase of) implements Rule {
        @Override
        public Card card() {
            return real.card();
        }

        @Override
        public Settings settings() {
            return real.settings();
        }

        @Override
        public List<Span> spans(View facts) {
            return Stream.of(
                            facts.of(SocialFact.LibrarianVisitHeld.class),
                            facts.of(SchoolFact.StudentHealthMeetingHeld.class),
                            facts.of(RegionFact.FamilyCentreVisit.class),
                            facts.of(PoliceFact.JointVisitRequested.class))
                    .flatMap(List::stream)
                    .map(this::span)
                    .toList();
        }

        private Span span(Fact<?> anchor) {
            List<Evidence> evidence = new ArrayList<>(List.of(Evidence.of(anchor)));
            for (Agency other : Agency.values()) {
                if (other != anchor.agency()) {
                    evidence.add(
                            new Evidence(Story.id(100 + other.ordinal()), Optional.of("Other"), Optional.of(other)));
                }
            }
            List<Note> notes = of.note().isEmpty() ? List.of() : List.of(new Note(of.to(), of.note(), AT));
            return new Span(Anchor.of(anchor), AT, Span.NEVER, DUE, evidence).telling(notes);
        }
    }

    @TestFactory
    Stream<DynamicTest> each_rule_tells_each_recipient_what_its_row_grants_and_nothing_else() {
        return Rules.standard().all().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.card().id().name(), () -> {
                    RuleId id = rule.card().id();
                    assertThat(TellsTable.ROWS).as("a row for each rule").containsKey(id);
                    Row row = TellsTable.of(id);
                    for (TellsCase one : TellsCase.all(row)) {
                        assertThat(told(rule, row, one))
                                .as(id + " " + one)
                                .isEqualTo(one.expected(row).orElse("nothing"));
                    }
                }));
    }

    @Test
    void a_notice_has_its_code_the_child_and_the_due_day_and_no_field_more() {
        assertThat(Notice.class.getRecordComponents())
                .extracting(RecordComponent::getName)
                .containsExactly("alertId", "childId", "code", "status", "dueAt");
    }

    private static String told(Rule rule, Row row, TellsCase of) {
        Child child = Child.empty(Story.CHILD, Memory.COORDINATION);
        child.accept(event(1, row.anchor(), of.ground(), anchor(row.anchor())), NOW);
        if (of.backed()) {
            consent(child, 2, "backing", Agency.SOCIAL_SERVICES);
        }
        if (of.consent() && of.to() != Agency.SOCIAL_SERVICES) {
            consent(child, 3, "telling", of.to());
        }
        if (of.caseOpen()) {
            var opened = new SocialFact.InvestigationOpened("i1", Optional.empty(), List.of());
            child.accept(event(4, Agency.SOCIAL_SERVICES, Ground.OWN, opened), NOW);
        }
        if (of.hidden()) {
            child.accept(secret(event(5, Agency.SCHOOL, Ground.OWN, new SchoolFact.EarlySupportStarted())), NOW);
        }
        Decide decide = new Decide(new Rules(List.of(new Stub(rule, of))), Decide.DEFAULT_NAMESPACE);
        List<Effect.Tell> tells = decide.decide(child, NOW, Told.NOTHING).effects().stream()
                .flatMap(effect -> effect instanceof Effect.Tell tell ? Stream.of(tell) : Stream.of())
                .filter(tell -> tell.recipient() == of.to())
                .toList();
        assertThat(tells).hasSizeLessThan(2);
        return tells.isEmpty() ? "nothing" : line(tells.getFirst());
    }

    private static String line(Effect.Tell tell) {
        assertThat(tell.revision()).isEqualTo(1);
        assertThat(tell.disclosure().recipient()).isEqualTo(tell.recipient());
        return switch (tell.telling()) {
            case Alert a -> {
                assertThat(tell.disclosure().fields()).contains("evidence", "ruleId", "municipality");
                yield "full on " + tell.disclosure().ground() + " of " + seen(a);
            }
            case Notice n -> {
                assertThat(n.dueAt()).as("no other agency's instant").isEqualTo(END_OF_DUE_DAY);
                assertThat(n.status()).isEqualTo(Status.OPEN);
                assertThat(tell.disclosure().fields())
                        .containsExactlyInAnyOrder("alertId", "childId", "status", "dueAt", "notice", "revision");
                yield n.code() + " on " + tell.disclosure().ground();
            }
        };
    }

    private static List<String> seen(Alert alert) {
        return alert.evidence().stream()
                .map(e -> (e.eventId().equals(Story.id(1)) ? "anchor" : "other " + other(e.eventId()))
                        + e.agency().map(g -> " of " + g).orElse(""))
                .sorted()
                .toList();
    }

    private static int other(UUID id) {
        return Stream.of(Agency.values())
                .filter(agency -> id.equals(Story.id(100 + agency.ordinal())))
                .findFirst()
                .orElseThrow()
                .ordinal();
    }

    private static Body anchor(Agency agency) {
        return switch (agency) {
            case SOCIAL_SERVICES -> new SocialFact.LibrarianVisitHeld();
            case SCHOOL -> new SchoolFact.StudentHealthMeetingHeld();
            case REGION -> new RegionFact.FamilyCentreVisit();
            case POLICE -> new PoliceFact.JointVisitRequested("p1");
        };
    }

    private static void consent(Child child, int id, String consent, Agency to) {
        var given = new SharedFact.ConsentGiven(consent, List.of(Agency.values()), List.of(to), Optional.empty());
        child.accept(event(id, Agency.SOCIAL_SERVICES, Ground.OWN, given), NOW);
    }

    private static Event event(int id, Agency agency, Ground ground, Body body) {
        return event(id, agency, ground, ProtectedIdentity.NONE, body);
    }

    private static Event secret(Event e) {
        return event(5, e.agency(), e.ground(), ProtectedIdentity.SECRECY_MARKED, e.body());
    }

    private static Event event(int id, Agency agency, Ground ground, ProtectedIdentity identity, Body body) {
        Optional<String> named = ground == Ground.CONSENT ? Optional.of("backing") : Optional.empty();
        return new Event(
                Story.id(id),
                Story.CHILD,
                "2380",
                agency,
                "urn:test",
                AT,
                AT,
                ground,
                named,
                identity,
                Optional.empty(),
                body);
    }
}
