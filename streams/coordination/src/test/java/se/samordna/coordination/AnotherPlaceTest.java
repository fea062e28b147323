package se.samordna.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samordna.coordination.ThreeChildren.AGENCIES;
import static se.samordna.coordination.ThreeChildren.ALERTS;
import static se.samordna.coordination.ThreeChildren.JOINT_VISIT;
import static se.samordna.coordination.ThreeChildren.MOVED;
import static se.samordna.coordination.ThreeChildren.NOBODYS;
import static se.samordna.coordination.ThreeChildren.event;
import static se.samordna.coordination.TwoPlaces.CHILDREN;
import static se.samordna.coordination.TwoPlaces.COUNTY;
import static se.samordna.coordination.TwoPlaces.LIVES_HERE;
import static se.samordna.coordination.TwoPlaces.LIVES_THERE;
import static se.samordna.coordination.TwoPlaces.OSTERSUND;
import static se.samordna.coordination.TwoPlaces.STROMSUND;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.samordna.access.Role;
import tools.jackson.databind.JsonNode;

/** What is told of a child to those of another place, and of one that has moved to those of either. */
@ExtendWith(PlacesResolver.class)
class AnotherPlaceTest {

    private final ThreeChildren three;

    AnotherPlaceTest(ThreeChildren three) {
        this.three = three;
    }

    @Test
    void a_child_of_another_place_is_to_the_last_byte_one_that_nobody_knows() throws Exception {
        for (String agency : AGENCIES) {
            String token = three.token(Role.CONTACT, agency, "1265");
            for (int instance = 0; instance < 2; instance++) {
                for (String child : List.of(LIVES_HERE, LIVES_THERE, MOVED)) {
                    assertThat(whole(instance, CHILDREN + child, token))
                            .isEqualTo(whole(instance, CHILDREN + NOBODYS, token));
                    assertThat(whole(instance, event(1, child), token))
                            .isEqualTo(whole(instance, event(1, NOBODYS), token));
                }
                assertThat(whole(instance, JOINT_VISIT, token))
                        .isEqualTo(whole(instance, ALERTS + "/" + UUID.randomUUID(), token));
            }
        }
    }

    @Test
    void of_a_child_that_moved_each_municipality_sees_its_own_part_and_the_county_both() throws Exception {
        String here = three.token(Role.COORDINATOR, "SOCIAL_SERVICES", OSTERSUND);
        String there = three.token(Role.COORDINATOR, "SOCIAL_SERVICES", STROMSUND);
        String county = three.token(Role.COORDINATOR, "SOCIAL_SERVICES", COUNTY);
        String timeline = CHILDREN + MOVED + "/timeline";

        assertThat(municipalities(three.json(1, timeline, here), "events")).containsExactly(OSTERSUND);
        assertThat(municipalities(three.json(1, timeline, there), "events")).containsExactly(STROMSUND);
        assertThat(municipalities(three.json(1, timeline, county), "events")).containsExactly(STROMSUND, OSTERSUND);
        assertThat(three.json(1, CHILDREN + MOVED, here).path("municipality").asString())
                .isEqualTo(OSTERSUND);
        assertThat(three.json(1, CHILDREN + MOVED, there).path("municipality").asString())
                .isEqualTo(STROMSUND);
        assertThat(municipalities(three.json(1, CHILDREN + MOVED, here), "alerts"))
                .containsExactly(OSTERSUND);
        assertThat(municipalities(three.json(1, CHILDREN + MOVED, there), "alerts"))
                .containsExactly(STROMSUND);
        assertThat(municipalities(three.json(1, CHILDREN + MOVED, county), "alerts"))
                .containsExactly(STROMSUND, OSTERSUND);
        assertThat(three.json(1, timeline, here).path("actions")).isEmpty();
        assertThat(three.json(1, timeline, there).path("actions")).hasSize(1);
    }

    /** Status, headers but the hour, and body. */
    private String whole(int instance, String path, String token) throws Exception {
        HttpResponse<String> answer = three.get(instance, path, token);
        var headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        headers.remove("connection");
        return answer.statusCode() + " " + headers + " " + answer.body();
    }

    private static Set<String> municipalities(JsonNode child, String of) {
        Set<String> all = new TreeSet<>();
        child.path(of).forEach(one -> all.add(one.path("municipality").asString()));
        return all;
    }
}
