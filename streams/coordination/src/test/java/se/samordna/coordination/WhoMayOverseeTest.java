package se.samordna.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static se.samordna.coordination.Overseen.ACCESS_LOG;
import static se.samordna.coordination.Overseen.LEDGER;
import static se.samordna.coordination.Overseen.LONG_AGO;
import static se.samordna.coordination.Overseen.NO_CHILD;
import static se.samordna.coordination.Overseen.OPERATION;
import static se.samordna.coordination.Overseen.recipients;
import static se.samordna.coordination.TwoPlaces.COUNTY;
import static se.samordna.coordination.TwoPlaces.LIVES_HERE;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.samordna.access.Role;
import se.samordna.platform.Access;

/** Who may ask for the ledger, the access log and the state of operation, and for what; and who is refused. */
@ExtendWith(PlacesResolver.class)
class WhoMayOverseeTest {

    private final Overseen overseen;

    WhoMayOverseeTest(Overseen overseen) {
        this.overseen = overseen;
    }

    @Test
    void an_officer_of_one_of_the_other_agencies_sees_what_it_was_told_and_not_who_looked() throws Exception {
        String polices = overseen.token(Role.DATA_PROTECTION_OFFICER, Optional.of("POLICE"), COUNTY);

        assertThat(recipients(overseen.rows(0, LEDGER + "?" + LONG_AGO + "size=200", polices)))
                .containsExactly("police");
        assertThat(overseen.answer(ACCESS_LOG, polices)).isEqualTo("403 other-agency");
    }

    @Test
    void nobody_else_is_shown_any_of_it_and_that_they_tried_is_logged() throws Exception {
        int before = overseen.accesses().size();
        int refused = 0;
        for (Role role : Role.values()) {
            String token = overseen.token(role, Optional.of("SOCIAL_SERVICES"), "00");
            boolean officer = role == Role.DATA_PROTECTION_OFFICER;
            assertThat(overseen.answer(LEDGER + "?size=1", token))
                    .as("%s", role)
                    .isEqualTo(officer ? "200" : "403 role");
            assertThat(overseen.answer(ACCESS_LOG + "?size=1&child=" + LIVES_HERE, token))
                    .as("%s", role)
                    .isEqualTo(officer ? "200" : "403 role");
            assertThat(overseen.answer(OPERATION, token))
                    .as("%s", role)
                    .isEqualTo(role == Role.OPERATOR ? "200" : "403 role");
            refused += officer ? 1 : role == Role.OPERATOR ? 2 : 3;
        }
        assertThat(overseen.answer(LEDGER, "")).isEqualTo("401 token-missing");

        List<Access> all = overseen.accesses();
        assertThat(all.subList(before, all.size()))
                .filteredOn(access -> access.getResult().equals("DENIED"))
                .hasSize(refused)
                .extracting(
                        Access::getRole,
                        Access::getWhat,
                        access -> access.getChildId().toString())
                .contains(
                        tuple("coordinator", "LEDGER", NO_CHILD),
                        tuple("operator", "ACCESS_LOG", LIVES_HERE),
                        tuple("data-protection-officer", "OPERATION", NO_CHILD));
    }

    @Test
    void what_cannot_be_is_named() throws Exception {
        for (String wrong : List.of(
                "from=x",
                "from=2026-02-30",
                "to=2026-13-01",
                "from=2026-02-02&to=2026-02-01",
                "size=0",
                "size=201",
                "size=-1",
                "cursor=0",
                "child=201403122383",
                "format=xml")) {
            for (String log : List.of(LEDGER, ACCESS_LOG)) {
                HttpResponse<String> answer = overseen.get(0, log + "?" + wrong, overseen.county());
                assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
                assertThat(answer.body()).contains(wrong.split("=", -1)[0]).doesNotContain("201403122383");
            }
        }
        for (String wrong : List.of("recipient=bank", "rule=R99", "ground=BECAUSE", "alert=1")) {
            assertThat(overseen.answer(LEDGER + "?" + wrong, overseen.county()))
                    .as(wrong)
                    .isEqualTo("400 bad-request");
        }
        for (String wrong : List.of("who=%20", "role=1", "what=a%20b", "result=%3C", "officers=some")) {
            assertThat(overseen.answer(ACCESS_LOG + "?" + wrong, overseen.county()))
                    .as(wrong)
                    .isEqualTo("400 bad-request");
        }
    }
}
