package se.samordna.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samordna.access.Role;
import se.samordna.platform.Access;

/** Who is answered where everyone needs a token, of which child, and what is logged of it. */
@ExtendWith(PlacesResolver.class)
class WhoMayAskTest {

    /** Where each agency has something of its own, by child; written down once more, not asked of the code. */
    private static final Map<String, Map<String, Set<String>>> GROUND = Map.of(
            LIVES_HERE,
            Map.of(
                    "SOCIAL_SERVICES", Set.of(OSTERSUND),
                    "SCHOOL", Set.of(OSTERSUND),
                    "POLICE", Set.of(OSTERSUND)),
            LIVES_THERE,
            Map.of("SOCIAL_SERVICES", Set.of(STROMSUND), "SCHOOL", Set.of(STROMSUND)),
            MOVED,
            Map.of("SOCIAL_SERVICES", Set.of(OSTERSUND, STROMSUND)),
            NOBODYS,
            Map.of());

    private static final List<String> AREAS = List.of(OSTERSUND, STROMSUND, COUNTY, "00", "1265");
    private static final Set<Role> MEET_CHILDREN = Set.of(Role.COORDINATOR, Role.CASE_WORKER, Role.CONTACT);

    private final ThreeChildren three;

    WhoMayAskTest(ThreeChildren three) {
        this.three = three;
    }

    @ParameterizedTest
    @EnumSource
    void each_role_of_each_agency_and_place_is_answered_of_its_own_and_of_nothing_else(Role role) throws Exception {
        List<String> wrong = new ArrayList<>();
        for (String area : AREAS) {
            for (String agency : AGENCIES) {
                String token = three.token(role, agency, area);
                String who = role + " " + agency + " " + area;
                for (String child : GROUND.keySet()) {
                    String expected = ofChild(role, agency, area, child);
                    check(who, CHILDREN + child, token, expected, wrong);
                    check(who, CHILDREN + child + "/timeline", token, expected, wrong);
                    check(
                            who,
                            JOINT_VISIT + "/explanation?childId=" + child,
                            token,
                            why(role, agency, area, child),
                            wrong);
                    check(
                            who,
                            JOINT_VISIT + "/history?childId=" + child,
                            token,
                            history(role, agency, area, child),
                            wrong);
                    check(who, event(1, child), token, ofEvent(role, agency, area, child), wrong);
                    check(
                            who,
                            CHILDREN + child + "?as=" + (agency.equals("POLICE") ? "school" : "police"),
                            token,
                            MEET_CHILDREN.contains(role) ? "403 other-agency" : "403 role",
                            wrong);
                }
                for (String municipality : List.of(OSTERSUND, STROMSUND)) {
                    String expected = covers(area, municipality) ? "200" : "403 other-municipality";
                    check(
                            who,
                            ALERTS + "?municipality=" + municipality,
                            token,
                            MEET_CHILDREN.contains(role) ? expected : "403 role",
                            wrong);
                }
                for (String county : List.of(COUNTY, "12")) {
                    String expected = covers(area, county) ? "200" : "403 other-municipality";
                    check(
                            who,
                            ALERTS + "?county=" + county,
                            token,
                            MEET_CHILDREN.contains(role) ? expected : "403 role",
                            wrong);
                }
                boolean told = Set.of("SOCIAL_SERVICES", "POLICE").contains(agency) && covers(area, OSTERSUND);
                String alert = told ? "200" : "404 unknown-alert";
                check(who, JOINT_VISIT, token, MEET_CHILDREN.contains(role) ? alert : "403 role", wrong);
                check(who, "/api/coordination/v1/rules", token, "200", wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"MANAGER", "PLAN_OWNER", "DATA_PROTECTION_OFFICER", "OPERATOR"})
    void those_of_no_agency_see_no_child_either(Role role) throws Exception {
        String token = three.token(role, Optional.empty(), "00");

        assertThat(three.answer(CHILDREN + LIVES_HERE, token)).isEqualTo("403 role");
        assertThat(three.answer(event(1, LIVES_HERE), token)).isEqualTo("403 role");
        assertThat(three.answer(ALERTS + "?municipality=" + OSTERSUND, token)).isEqualTo("403 role");
        assertThat(three.answer(ALERTS + "?municipality=" + OSTERSUND + "&as=school", token))
                .isEqualTo("403 role");
        assertThat(three.answer(ALERTS + "?county=" + COUNTY, token)).isEqualTo("403 role");
    }

    /**
     * A path that is new is for nobody until it has been thought about whom it is for, and is asked for above; the logs and
     * the state of operation in WhoMayOverseeTest.
     */
    @Test
    void there_is_no_other_way_to_ask() {
        assertThat(three.instances.paths())
                .containsExactlyInAnyOrder(
                        "/api/coordination/v1/access-log",
                        "/api/coordination/v1/alerts",
                        "/api/coordination/v1/alerts/{alertId}",
                        "/api/coordination/v1/alerts/{alertId}/explanation",
                        "/api/coordination/v1/alerts/{alertId}/history",
                        "/api/coordination/v1/children/{childId}",
                        "/api/coordination/v1/children/{childId}/timeline",
                        "/api/coordination/v1/events/{eventId}",
                        "/api/coordination/v1/ledger",
                        "/api/coordination/v1/operation",
                        "/api/coordination/v1/rules",
                        "/error");
    }

    @Test
    void without_a_token_nobody_is_answered_and_with_one_that_is_none_neither() throws Exception {
        for (String path : List.of(CHILDREN + LIVES_HERE, JOINT_VISIT, "/api/coordination/v1/rules", "/nothing")) {
            assertThat(three.answer(path, "")).isEqualTo("401 token-missing");
            assertThat(three.answer(path, "karin")).isEqualTo("401 token-invalid");
        }
        assertThat(three.instances.get(0, "/actuator/prometheus").statusCode()).isEqualTo(200);
    }

    @Test
    void the_log_says_who_looked_in_which_role_and_whether_there_was_anything_to_be_denied() throws Exception {
        int before = three.accesses().size();

        three.get(0, CHILDREN + LIVES_HERE, three.token(Role.CASE_WORKER, "SOCIAL_SERVICES", OSTERSUND));
        three.get(1, CHILDREN + LIVES_HERE, three.token(Role.COORDINATOR, "SOCIAL_SERVICES", STROMSUND));
        three.get(0, CHILDREN + NOBODYS, three.token(Role.COORDINATOR, "SOCIAL_SERVICES", STROMSUND));
        three.get(1, CHILDREN + LIVES_HERE, three.token(Role.OPERATOR, "SOCIAL_SERVICES", "00"));
        three.get(0, CHILDREN + LIVES_HERE + "?as=police", three.token(Role.CONTACT, "SCHOOL", OSTERSUND));
        three.get(1, JOINT_VISIT, three.token(Role.COORDINATOR, "SOCIAL_SERVICES", STROMSUND));
        three.get(0, ALERTS + "/" + NOBODYS, three.token(Role.COORDINATOR, "SOCIAL_SERVICES", STROMSUND));
        three.get(
                1, ALERTS + "?municipality=" + OSTERSUND, three.token(Role.COORDINATOR, "SOCIAL_SERVICES", STROMSUND));
        three.get(0, ALERTS + "?municipality=" + OSTERSUND, three.token(Role.OPERATOR, "SOCIAL_SERVICES", "00"));
        three.get(1, ALERTS + "?county=" + COUNTY, three.token(Role.CONTACT, "POLICE", OSTERSUND));
        three.get(0, ALERTS + "?county=" + COUNTY, three.token(Role.CONTACT, "POLICE", COUNTY));
        three.get(0, event(1, LIVES_HERE), three.token(Role.SYSTEM, "SOCIAL_SERVICES", OSTERSUND));

        List<Access> all = three.accesses();
        assertThat(all.subList(before, all.size()))
                .extracting(Access::getWho, Access::getRole, Access::getWhat, Access::getResult)
                .containsExactlyInAnyOrder(
                        tuple("person-of-case-worker", "case-worker", "CHILD", "GRANTED"),
                        tuple("person-of-coordinator", "coordinator", "CHILD", "DENIED"),
                        tuple("person-of-coordinator", "coordinator", "CHILD", "ABSENT"),
                        tuple("person-of-operator", "operator", "CHILD", "DENIED"),
                        tuple("person-of-contact", "contact", "CHILD", "DENIED"),
                        tuple("person-of-coordinator", "coordinator", "ALERT", "DENIED"),
                        tuple("person-of-coordinator", "coordinator", "ALERT", "ABSENT"),
                        tuple("person-of-coordinator", "coordinator", "ALERTS", "DENIED"),
                        tuple("person-of-operator", "operator", "ALERTS", "DENIED"),
                        tuple("person-of-contact", "contact", "ALERTS", "DENIED"),
                        tuple("person-of-contact", "contact", "ALERTS", "GRANTED"));
    }

    private static String ofChild(Role role, String agency, String area, String child) {
        if (!MEET_CHILDREN.contains(role)) {
            return "403 role";
        }
        return sees(agency, area, child) ? "200" : nothing(agency, "404 unknown-child");
    }

    /** Of the joint visit of the first child, whose full alert is the social services'. */
    private static String why(Role role, String agency, String area, String child) {
        if (!MEET_CHILDREN.contains(role)) {
            return "403 role";
        }
        boolean told = agency.equals("SOCIAL_SERVICES") && child.equals(LIVES_HERE) && covers(area, OSTERSUND);
        return told ? "200" : sees(agency, area, child) ? "404 unknown-alert" : nothing(agency, "404 unknown-alert");
    }

    /** The same; of which the police have a notice. */
    private static String history(Role role, String agency, String area, String child) {
        boolean notice = agency.equals("POLICE") && child.equals(LIVES_HERE) && covers(area, OSTERSUND);
        return notice && MEET_CHILDREN.contains(role) ? "200" : why(role, agency, area, child);
    }

    /** Of the first child's first event, which is the social services'. */
    private static String ofEvent(Role role, String agency, String area, String child) {
        if (!MEET_CHILDREN.contains(role) && role != Role.SYSTEM) {
            return "403 role";
        }
        boolean sent = agency.equals("SOCIAL_SERVICES") && child.equals(LIVES_HERE) && covers(area, OSTERSUND);
        return sent ? "200" : sees(agency, area, child) ? "404 unknown-event" : nothing(agency, "404 unknown-event");
    }

    private static String nothing(String agency, String toSocialServices) {
        return agency.equals("SOCIAL_SERVICES") ? toSocialServices : "403 no-ground";
    }

    private static boolean sees(String agency, String area, String child) {
        return GROUND.getOrDefault(child, Map.of()).getOrDefault(agency, Set.of()).stream()
                .anyMatch(municipality -> covers(area, municipality));
    }

    private static boolean covers(String area, String municipality) {
        return area.equals("00") || municipality.startsWith(area);
    }

    private void check(String who, String path, String token, String expected, List<String> wrong) throws Exception {
        String told = three.answer(path, token);
        if (!told.equals(expected)) {
            wrong.add(who + " " + path + ": " + told + ", not " + expected);
        }
    }
}
