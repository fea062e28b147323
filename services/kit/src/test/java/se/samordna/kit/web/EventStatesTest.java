package se.samordna.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.ResponseEntity;
import se.samordna.access.Bearer;
import se.samordna.events.Agency;
import se.samordna.kit.known.RecentEvents;
import se.samordna.kit.known.StoredEvent;

class EventStatesTest {

    private static final String EVENT = "6f0c0000-0000-4000-8000-000000000001";
    private static final String CHILD = "0b540000-0000-4000-8000-000000000001";

    private final RecentEvents recent = new RecentEvents(10);

    @ParameterizedTest(name = "{0} reads {1} as {2}")
    @CsvSource({
        "SOCIAL_SERVICES, HELD, HELD",
        "SOCIAL_SERVICES, RELEASED, RELEASED",
        "SOCIAL_SERVICES, STORED, STORED",
        "SOCIAL_SERVICES, DEAD_LETTERED, DEAD_LETTERED",
        "SCHOOL, HELD, STORED",
        "SCHOOL, RELEASED, STORED",
        "REGION, HELD, STORED",
        "POLICE, RELEASED, STORED",
        "POLICE, DEAD_LETTERED, DEAD_LETTERED",
    })
    void only_the_social_services_see_that_an_event_is_held_or_released(Agency asking, String held, String told) {
        var answer = states(new StoredEvent.Held(asking, held, Optional.of("NO_INVESTIGATION"), Optional.empty()))
                .of(asking, EVENT, CHILD, Optional.empty());

        assertThat(state(answer).status()).isEqualTo(told);
        assertThat(state(answer).reason().isPresent())
                .isEqualTo(told.equals(held) && !told.equals("STORED") || asking == Agency.SOCIAL_SERVICES);
    }

    @Test
    void another_agencys_event_is_none() {
        var answer = states(new StoredEvent.Held(Agency.POLICE, "STORED", Optional.empty(), Optional.empty()))
                .of(Agency.SCHOOL, EVENT, CHILD, Optional.empty());

        assertThat(answer.getStatusCode().value()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(
            value = Agency.class,
            names = {"SCHOOL", "REGION", "POLICE"})
    void who_has_nothing_on_the_child_is_refused_unless_it_was_taken_a_moment_ago(Agency asking) {
        var states = states(new StoredEvent.NoGround());

        var refused = states.of(asking, EVENT, CHILD, Optional.empty());
        recent.take(CHILD + "/" + EVENT, "digest");
        var taken = states.of(asking, EVENT, CHILD, Optional.empty());

        assertThat(refused.getStatusCode().value()).isEqualTo(403);
        assertThat(refused.getBody()).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("no-ground");
            assertThat(problem.detail()).doesNotContain(CHILD);
        });
        assertThat(state(taken).status()).isEqualTo("STORED");
    }

    @Test
    void what_was_taken_a_moment_ago_is_stored_though_coordination_has_not_read_it() {
        recent.take(CHILD + "/" + EVENT, "digest");

        assertThat(state(states(new StoredEvent.Absent()).of(Agency.SCHOOL, EVENT, CHILD, Optional.empty()))
                        .status())
                .isEqualTo("STORED");
        assertThat(state(states(new StoredEvent.NotKnown()).of(Agency.SCHOOL, EVENT, CHILD, Optional.empty()))
                        .status())
                .isEqualTo("STORED");
    }

    @Test
    void not_known_is_never_told_as_not_there() {
        assertThat(states(new StoredEvent.Absent())
                        .of(Agency.SCHOOL, EVENT, CHILD, Optional.empty())
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(states(new StoredEvent.NotKnown())
                        .of(Agency.SCHOOL, EVENT, CHILD, Optional.empty())
                        .getStatusCode()
                        .value())
                .isEqualTo(503);
    }

    @ParameterizedTest
    @CsvSource({"x, " + CHILD, EVENT + ", 201403122383", EVENT + ", ''"})
    void ids_must_be_ids(String event, String child) {
        assertThat(states(new StoredEvent.Absent())
                        .of(Agency.SCHOOL, event, child, Optional.empty())
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
    }

    @Test
    void the_oldest_falls_out_of_what_is_remembered() {
        for (int i = 0; i < 11; i++) {
            recent.take("id" + i, "digest");
        }
        assertThat(recent.digest("id0")).isEmpty();
        assertThat(recent.take("id10", "other")).isFalse();
        recent.letGo("id10", "digest");
        assertThat(recent.take("id10", "other")).isTrue();
    }

    private EventStates states(StoredEvent answer) {
        return new EventStates(recent, (UUID childId, UUID eventId, Agency asking, Optional<Bearer> bearer) -> answer);
    }

    private static EventStates.State state(ResponseEntity<Object> answer) {
        return (EventStates.State) answer.getBody();
    }
}
