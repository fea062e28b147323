package se.samordna.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static se.samordna.coordination.Overseen.ACCESS_LOG;
import static se.samordna.coordination.Overseen.LEDGER;
import static se.samordna.coordination.Overseen.LONG_AGO;
import static se.samordna.coordination.Overseen.NO_CHILD;
import static se.samordna.coordination.TwoPlaces.CHILDREN;
import static se.samordna.coordination.TwoPlaces.LIVES_HERE;
import static se.samordna.coordination.TwoPlaces.LIVES_THERE;
import static se.samordna.coordination.TwoPlaces.OSTERSUND;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.samordna.access.Role;
import se.samordna.platform.Access;
import tools.jackson.databind.JsonNode;

/** What the access log tells of who looked at whom, the officers themselves among them. */
@ExtendWith(PlacesResolver.class)
class AccessLogTest {

    private final Instant began = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final Overseen overseen;

    AccessLogTest(Overseen overseen) {
        this.overseen = overseen;
    }

    @Test
    void whoever_looked_at_a_child_is_seen_by_the_officer_of_its_municipality_alone() throws Exception {
        String coordinator = overseen.token(Role.COORDINATOR, Optional.of("SOCIAL_SERVICES"), OSTERSUND);
        int before = overseen.accesses().size();
        overseen.get(0, CHILDREN + LIVES_HERE, coordinator);
        overseen.get(1, CHILDREN + LIVES_HERE + "/timeline", coordinator);
        overseen.get(1, CHILDREN + LIVES_THERE, coordinator);
        assertThat(overseen.accesses()).hasSize(before + 3);

        assertThat(looks(overseen.here(), "who=person-of-coordinator"))
                .containsExactly("TIMELINE GRANTED " + LIVES_HERE, "CHILD GRANTED " + LIVES_HERE);
        assertThat(looks(overseen.there(), "who=person-of-coordinator")).containsExactly("CHILD DENIED " + LIVES_THERE);
        assertThat(looks(overseen.county(), "who=person-of-coordinator&result=DENIED"))
                .containsExactly("CHILD DENIED " + LIVES_THERE);
        assertThat(looks(
                        overseen.county(),
                        "who=person-of-coordinator&what=TIMELINE&role=coordinator&purpose=COORDINATION"))
                .hasSize(1);
        assertThat(rows(overseen.county(), "who=somebody-else")).isEmpty();
        assertThat(rows(overseen.county(), "who=person-of-coordinator&to=2026-01-01&from=2025-12-01"))
                .isEmpty();
    }

    @Test
    void reading_is_logged_too_and_can_be_left_out() throws Exception {
        overseen.rows(0, LEDGER + "?" + LONG_AGO, overseen.there());
        overseen.rows(1, LEDGER + "?" + LONG_AGO + "child=" + NO_CHILD, overseen.there());
        overseen.rows(1, ACCESS_LOG + "?child=" + LIVES_THERE, overseen.there());

        List<Access> own = overseen.accesses().stream()
                .filter(access -> access.getRole().equals("data-protection-officer"))
                .toList();
        assertThat(own)
                .extracting(
                        Access::getWho,
                        Access::getPurpose,
                        Access::getWhat,
                        Access::getResult,
                        a -> a.getChildId().toString())
                .contains(
                        tuple("person-of-data-protection-officer", "DATA_PROTECTION", "LEDGER", "GRANTED", LIVES_THERE),
                        tuple("person-of-data-protection-officer", "DATA_PROTECTION", "LEDGER", "ABSENT", NO_CHILD),
                        tuple(
                                "person-of-data-protection-officer",
                                "DATA_PROTECTION",
                                "ACCESS_LOG",
                                "GRANTED",
                                LIVES_THERE));
        assertThat(looks(overseen.there(), "role=data-protection-officer")).isNotEmpty();
        assertThat(rows(overseen.there(), "role=data-protection-officer&officers=hidden"))
                .isEmpty();
    }

    /** Their rows of the access log since this test began, as "what result child", the newest first. */
    private List<String> looks(String officer, String filter) throws Exception {
        return rows(officer, filter).stream()
                .filter(row -> !Instant.parse(row.path("at").asString()).isBefore(began))
                .map(row ->
                        row.path("what").asString() + " " + row.path("result").asString() + " "
                                + row.path("childId").asString())
                .toList();
    }

    /** Their rows of the access log of today, the newest first. */
    private List<JsonNode> rows(String officer, String filter) throws Exception {
        return overseen.rows(0, ACCESS_LOG + "?size=200&" + filter, officer);
    }
}
