package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.rules.SiblingTold.Trigger;

/** What a child tells another holds by its number, in whatever order it comes and however often. */
class CrossingNumbersTest {

    private static final UUID ALVA = FamilyStory.ALVA;
    private static final UUID BO = FamilyStory.BO;
    private static final Instant MONDAY = Instant.parse("2026-01-12T09:00:00Z");
    private static final SiblingTold REPORT = told(new Trigger(MONDAY, Story.id(1)));
    private static final SiblingTold TWO =
            told(new Trigger(MONDAY, Story.id(1)), new Trigger(MONDAY.plusSeconds(60), Story.id(2)));
    private static final Crossing NOTHING = Crossing.nothing(Crossing.Kind.SIBLING, ALVA);

    private Child bo = Child.empty(BO, Memory.COORDINATION);

    @Test
    void an_older_one_that_comes_late_changes_nothing() {
        assertThat(hears(TWO, 7)).isTrue();
        assertThat(hears(REPORT, 5)).isFalse();
        assertThat(hears(TWO, 7)).isFalse();
        assertThat(held()).contains(TWO);
    }

    @Test
    void what_was_taken_back_stays_taken_back_and_so_it_does_after_a_restart() {
        hears(REPORT, 5);
        assertThat(hears(NOTHING, 6)).isTrue();
        restart();
        assertThat(hears(REPORT, 5)).isFalse();
        assertThat(held()).isEmpty();
        assertThat(bo.kin().siblings()).isEmpty();
        assertThat(hears(TWO, 8)).isTrue();
        assertThat(held()).contains(TWO);
    }

    @Test
    void one_that_was_taken_back_before_it_came_is_none() {
        assertThat(hears(NOTHING, 6)).isFalse();
        assertThat(hears(REPORT, 5)).isFalse();
        assertThat(held()).isEmpty();
    }

    @Test
    void the_same_said_again_outdates_what_was_said_in_between() {
        hears(REPORT, 5);
        assertThat(hears(REPORT, 9)).isFalse();
        restart();
        assertThat(hears(TWO, 7)).isFalse();
        assertThat(held()).contains(REPORT);
    }

    @Test
    void without_numbers_the_last_that_came_holds_until_one_has_a_number() {
        assertThat(hears(TWO, 0)).isTrue();
        assertThat(hears(REPORT, 0)).isTrue();
        assertThat(hears(TWO, 1)).isTrue();
        assertThat(hears(REPORT, 0)).isFalse();
        assertThat(held()).contains(TWO);
    }

    @Test
    void a_teller_numbers_on_after_it_has_said_nothing_and_after_its_clock_stood_still() {
        List<Long> numbers = new ArrayList<>();
        House alva = new House(
                ALVA,
                new Decide(Rules.standard(), Decide.DEFAULT_NAMESPACE),
                MONDAY,
                (_, cross) -> numbers.add(cross.number()));
        says(alva, 1, new SocialFact.SiblingLinked(BO));
        says(alva, 2, new SharedFact.Retracted(Story.id(1), "WRONG"));
        alva.restart();
        says(alva, 3, new SocialFact.SiblingLinked(BO));
        alva.tick(MONDAY.plusSeconds(60));
        says(alva, 4, new SharedFact.Retracted(Story.id(3), "WRONG"));

        long first = MONDAY.toEpochMilli();
        assertThat(numbers).containsExactly(first, first + 1, first + 2, first + 60_000);
    }

    private static void says(House house, int id, Body body) {
        Instant at = MONDAY.minusSeconds(60 - id);
        Event event = new Event(
                Story.id(id),
                house.id(),
                "2380",
                Agency.SOCIAL_SERVICES,
                "urn:test",
                at,
                at,
                Ground.OWN,
                Optional.empty(),
                ProtectedIdentity.NONE,
                Optional.empty(),
                body);
        house.child().accept(event, house.now());
        house.judge();
    }

    /** Whether the rules must look at it. */
    private boolean hears(Crossing crossing, long number) {
        bo.changes().clear();
        bo.kin().accept(crossing, number, Optional.empty());
        return !bo.changes().nothing();
    }

    private Optional<Crossing> held() {
        return bo.kin().get(NOTHING.key());
    }

    private void restart() {
        long number = bo.kin().number(NOTHING.key());
        Crossing saved = held().orElse(NOTHING);
        bo = Child.empty(BO, Memory.COORDINATION);
        bo.kin().restore(saved, number);
    }

    private static SiblingTold told(Trigger... triggers) {
        return new SiblingTold(ALVA, List.of(), List.of(), List.of(triggers));
    }
}
