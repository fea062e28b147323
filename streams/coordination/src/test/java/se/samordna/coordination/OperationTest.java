package se.samordna.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;
import static se.samordna.coordination.Overseen.OPERATION;
import static se.samordna.coordination.TwoPlaces.LIVES_HERE;
import static se.samordna.coordination.TwoPlaces.LIVES_THERE;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.samordna.access.Role;
import tools.jackson.databind.JsonNode;

/** How the platform stands, as an operator sees it where two children have lived and one report came cut short. */
@ExtendWith(PlacesResolver.class)
class OperationTest {

    private final Overseen overseen;

    OperationTest(Overseen overseen) {
        this.overseen = overseen;
    }

    @Test
    void an_operator_sees_what_is_accounted_for_silent_dead_and_late_and_no_child() throws Exception {
        String operator = overseen.token(Role.OPERATOR, Optional.empty(), "00");
        overseen.instances.tick(Instant.parse("2026-03-06T12:01:00Z"));
        for (int instance = 0; instance < 2; instance++) {
            int each = instance;
            await().atMost(TwoInstances.SOON).untilAsserted(() -> {
                JsonNode told = overseen.json(each, OPERATION, operator);
                assertThat(told.path("state").asString()).isEqualTo("RUNNING");
                assertThat(told.path("counted").asBoolean()).isTrue();
                JsonNode social = told.path("balance").get(0);
                assertThat(social.path("agency").asString()).isEqualTo("SOCIAL_SERVICES");
                assertThat(social.path("accounted").asInt()).isEqualTo(6); // five of one child, one of the other
                assertThat(social.path("dead").asInt()).isEqualTo(1);
                assertThat(social.path("waiting").asInt()).isZero();
                assertThat(told.path("deadLetters").path("reasons"))
                        .extracting(
                                one -> one.path("topic").asString(),
                                one -> one.path("reason").asString())
                        .containsExactly(tuple("social-services.events", "bad-bytes"));
                assertThat(told.path("deadLetters")
                                .path("newest")
                                .get(0)
                                .path("place")
                                .asString())
                        .matches("social-services\\.events\\.dlq/[01]/0");
                assertThat(told.path("silent").path("sources"))
                        .extracting(
                                one -> one.path("municipality").asString(),
                                one -> one.path("agency").asString())
                        .contains(tuple("2380", "POLICE"));
                assertThat(told.path("apps"))
                        .extracting(
                                one -> one.path("app").asString(),
                                one -> one.path("state").asString(),
                                one -> one.path("behind").asInt())
                        .containsExactly(tuple("coordination", "STABLE", 0), tuple("indicators", "DEAD", 0));
                assertThat(told.toString()).doesNotContain(LIVES_HERE, LIVES_THERE);
            });
        }
    }
}
