package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.rules.SharedFact.Retracted;
import se.samordna.rules.SocialFact.SupportStarted;

/** Effective events (rules.md): copies, corrections, retractions, in any order. */
class EffectiveTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Child child = Child.empty(Story.CHILD, Memory.COORDINATION);

    private static Event support(int id, String kind, int received, Optional<Integer> corrects) {
        return event(id, new SupportStarted("s1", kind), received, corrects);
    }

    private static Event event(int id, Body body, int received, Optional<Integer> corrects) {
        Instant at = Instant.parse("2026-02-01T12:00:00Z");
        return new Event(
                Story.id(id),
                Story.CHILD,
                "2380",
                Agency.SOCIAL_SERVICES,
                "urn:test",
                at,
                at.plusSeconds(received),
                Ground.OWN,
                Optional.empty(),
                ProtectedIdentity.NONE,
                corrects.map(Story::id),
                body);
    }

    private Outcome accept(Event event) {
        return child.accept(event, NOW);
    }

    private List<String> kinds() {
        return View.all(child, NOW).of(SupportStarted.class).stream()
                .map(f -> f.id().toString().substring(34) + " " + f.body().kind())
                .toList();
    }

    @Test
    void the_earliest_copy_counts_and_what_differs_is_a_conflict_whichever_counts() {
        assertThat(accept(support(1, "B", 20, Optional.empty()))).isEqualTo(Outcome.STORED);
        assertThat(accept(support(1, "B", 30, Optional.empty()))).isEqualTo(Outcome.DUPLICATE);
        assertThat(accept(support(1, "C", 30, Optional.empty()))).isEqualTo(Outcome.CONFLICT);
        assertThat(kinds()).containsExactly("01 B");
        assertThat(accept(support(1, "A", 10, Optional.empty()))).isEqualTo(Outcome.CONFLICT);
        assertThat(kinds()).containsExactly("01 A");
    }

    @Test
    void copies_of_one_instant_that_differ_leave_none_until_an_earlier_one_comes() {
        accept(support(1, "A", 20, Optional.empty()));
        assertThat(accept(support(1, "B", 20, Optional.empty()))).isEqualTo(Outcome.CONFLICT);
        assertThat(kinds()).isEmpty();
        assertThat(child.held(Story.id(1))).map(Held::disputed).contains(true);
        assertThat(accept(support(1, "B", 10, Optional.empty()))).isEqualTo(Outcome.CONFLICT);
        assertThat(kinds()).containsExactly("01 B");
    }

    @Test
    void the_newest_correction_wins_and_a_correction_of_a_correction_corrects_the_root() {
        accept(support(3, "LATER", 30, Optional.of(2))); // waits
        assertThat(kinds()).isEmpty();
        accept(support(1, "ROOT", 40, Optional.empty()));
        assertThat(kinds()).containsExactly("01 ROOT");
        accept(support(2, "FIRST", 35, Optional.of(1)));
        assertThat(kinds()).containsExactly("01 FIRST"); // 2 is newer than 3
        accept(support(4, "EQUAL", 35, Optional.of(3)));
        assertThat(kinds()).containsExactly("01 EQUAL"); // received with 2, and the greater id
    }

    @Test
    void a_retracted_correction_takes_its_own_corrections_along_and_the_rest_stands_again() {
        accept(support(1, "ROOT", 10, Optional.empty()));
        accept(support(2, "A", 20, Optional.of(1)));
        accept(support(3, "B", 30, Optional.of(2)));
        accept(support(4, "C", 15, Optional.of(1)));
        assertThat(kinds()).containsExactly("01 B");
        accept(event(5, new Retracted(Story.id(2), "WRONG"), 40, Optional.empty()));
        assertThat(kinds()).containsExactly("01 C");
        accept(event(6, new Retracted(Story.id(1), "WRONG"), 50, Optional.empty()));
        assertThat(kinds()).isEmpty();
        accept(event(7, new Retracted(Story.id(6), "WRONG"), 60, Optional.empty()));
        assertThat(kinds()).isEmpty(); // a retraction is itself never retracted
    }

    @Test
    void only_the_same_agency_repairs_and_only_the_same_type_corrects() {
        accept(support(1, "ROOT", 10, Optional.empty()));
        accept(Story.by(Agency.SCHOOL, support(2, "A", 20, Optional.of(1))));
        accept(event(3, new SocialFact.SupportEnded("s1", "DONE"), 30, Optional.of(1)));
        accept(Story.by(Agency.SCHOOL, event(4, new Retracted(Story.id(1), "WRONG"), 40, Optional.empty())));
        assertThat(kinds()).containsExactly("01 ROOT");
        accept(support(5, "B", 50, Optional.of(3))); // another type than what it names
        accept(support(6, "C", 60, Optional.of(2))); // another agency than what it names
        assertThat(kinds()).containsExactly("01 ROOT");
    }

    @Test
    void a_circle_waits() {
        accept(support(1, "A", 10, Optional.of(2)));
        accept(support(2, "B", 10, Optional.of(1)));
        accept(support(3, "C", 10, Optional.of(3)));
        assertThat(kinds()).isEmpty();
        assertThat(Timeline.of(child, NOW, Story.id(1))).contains(GateStatus.WAITS);
    }

    @Test
    void a_correction_counts_at_once_and_what_then_stands_waits_for_its_time() {
        accept(support(1, "ROOT", 10, Optional.empty()));
        Event c = support(2, "A", 20, Optional.of(1));
        accept(new Event(
                c.eventId(),
                c.childId(),
                c.municipality(),
                c.agency(),
                c.source(),
                NOW.plusMillis(1),
                c.receivedAt(),
                c.ground(),
                c.consentId(),
                c.protectedIdentity(),
                c.corrects(),
                c.body()));
        assertThat(kinds()).isEmpty();
        assertThat(View.all(child, NOW.plusMillis(1)).of(SupportStarted.class)).hasSize(1);
    }

    @Test
    void finer_than_a_millisecond_is_cut() {
        Instant fine = Instant.parse("2026-02-01T12:00:00.123456789Z");
        Event e = new Event(
                UUID.randomUUID(),
                Story.CHILD,
                "2380",
                Agency.SCHOOL,
                "urn:test",
                fine,
                fine,
                Ground.OWN,
                Optional.empty(),
                ProtectedIdentity.NONE,
                Optional.empty(),
                new SharedFact.SipRefused());
        assertThat(e.occurredAt()).isEqualTo(Instant.parse("2026-02-01T12:00:00.123Z"));
    }
}
