package se.samordna.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samordna.access.Issuer;
import se.samordna.access.Role;
import se.samordna.events.AbsenceInquiryOpened;
import se.samordna.events.Agency;
import se.samordna.events.AlertAcknowledged;
import se.samordna.events.ConcernReason;
import se.samordna.events.ConcernReportReceived;
import se.samordna.events.EventHeader;
import se.samordna.events.ReporterType;
import se.samordna.platform.Access;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who is answered where everyone needs a token. One child lives in Östersund, where all but the region have said
 * something of it; one in Strömsund, where social services and a school have; one has moved from there to Östersund and
 * been reported in both; the rest nobody knows.
 */
class WhoMayAskTest {

    private static final String OSTERSUND = "2380";
    private static final String STROMSUND = "2313";
    private static final String COUNTY = "23";
    private static final String CHILDREN = "/api/coordination/v1/children/";
    private static final String ALERTS = "/api/coordination/v1/alerts";
    private static final String JOINT_VISIT = ALERTS + "/03568c8d-7c50-59d0-b25e-0a4eb17113f1";

    private static final String LIVES_HERE = OneChild.CHILD.toString();
    private static final String LIVES_THERE = "0b540000-0000-4000-8000-000000000002";
    private static final String MOVED = "0b540000-0000-4000-8000-000000000003";
    private static final String NOBODYS = "0b540000-0000-4000-8000-00000000ffff";

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
    private static final List<String> AGENCIES = List.of("SOCIAL_SERVICES", "SCHOOL", "REGION", "POLICE");
    private static final Set<Role> MEET_CHILDREN = Set.of(Role.COORDINATOR, Role.CASE_WORKER, Role.CONTACT);

    @TempDir
    static Path directory;

    private static final Issuer ISSUER = new Issuer();
    private static TwoInstances two;

    @BeforeAll
    static void three_children_have_lived() throws Exception {
        two = new TwoInstances(
                "who-may-ask", directory, "--samordna.auth.required=true", "--samordna.sign-in.issuer=" + ISSUER.uri());
        two.send(OneChild.events());
        two.send(List.of(
                report(91, LIVES_THERE, STROMSUND),
                new AbsenceInquiryOpened(header(92, Agency.SCHOOL, LIVES_THERE, STROMSUND), "a9"),
                report(93, MOVED, STROMSUND),
                report(94, MOVED, OSTERSUND)));
        two.tick(Instant.parse("2026-03-06T12:00:00Z"));
        two.start();
        String county = token(Role.COORDINATOR, "SOCIAL_SERVICES", COUNTY);
        await().atMost(TwoInstances.SOON).untilAsserted(() -> {
            assertThat(json(CHILDREN + LIVES_HERE, county).path("asOf").asString())
                    .isEqualTo("2026-03-06T12:00:00Z");
            assertThat(json(CHILDREN + MOVED, county).path("alerts")).hasSizeGreaterThanOrEqualTo(2);
            assertThat(json(ALERTS + "?municipality=" + STROMSUND, county)
                            .path("total")
                            .asInt())
                    .isGreaterThanOrEqualTo(2);
        });
        UUID told = alertOf(STROMSUND, county);
        EventHeader acts = header(95, Agency.SOCIAL_SERVICES, MOVED, STROMSUND);
        acts.setOccurredAt(Instant.parse("2026-03-06T10:00:00Z"));
        acts.setReceivedAt(Instant.parse("2026-03-06T10:00:02Z"));
        two.send(List.of(new AlertAcknowledged(acts, told)));
        await().atMost(TwoInstances.SOON)
                .untilAsserted(() -> assertThat(
                                json(CHILDREN + MOVED + "/timeline", county).path("actions"))
                        .hasSize(1));
    }

    @AfterAll
    static void end() {
        two.close();
        ISSUER.close();
    }

    @ParameterizedTest
    @EnumSource
    void each_role_of_each_agency_and_place_is_answered_of_its_own_and_of_nothing_else(Role role) throws Exception {
        List<String> wrong = new ArrayList<>();
        for (String area : AREAS) {
            for (String agency : AGENCIES) {
                String token = token(role, agency, area);
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
        String token = ISSUER.token(role.word(), Optional.empty(), "00");

        assertThat(answer(CHILDREN + LIVES_HERE, token)).isEqualTo("403 role");
        assertThat(answer(event(1, LIVES_HERE), token)).isEqualTo("403 role");
        assertThat(answer(ALERTS + "?municipality=" + OSTERSUND, token)).isEqualTo("403 role");
        assertThat(answer(ALERTS + "?municipality=" + OSTERSUND + "&as=school", token))
                .isEqualTo("403 role");
    }

    /**
     * A path that is new is for nobody until it has been thought about whom it is for, and is asked for above; the logs and
     * the state of operation in OversightTest.
     */
    @Test
    void there_is_no_other_way_to_ask() {
        assertThat(two.paths())
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
            assertThat(answer(path, "")).isEqualTo("401 token-missing");
            assertThat(answer(path, "karin")).isEqualTo("401 token-invalid");
        }
        assertThat(two.get(0, "/actuator/prometheus").statusCode()).isEqualTo(200);
    }

    @Test
    void a_child_of_another_place_is_to_the_last_byte_one_that_nobody_knows() throws Exception {
        for (String agency : AGENCIES) {
            String token = token(Role.CONTACT, agency, "1265");
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
        String here = token(Role.COORDINATOR, "SOCIAL_SERVICES", OSTERSUND);
        String there = token(Role.COORDINATOR, "SOCIAL_SERVICES", STROMSUND);
        String county = token(Role.COORDINATOR, "SOCIAL_SERVICES", COUNTY);
        String timeline = CHILDREN + MOVED + "/timeline";

        assertThat(municipalities(json(timeline, here), "events")).containsExactly(OSTERSUND);
        assertThat(municipalities(json(timeline, there), "events")).containsExactly(STROMSUND);
        assertThat(municipalities(json(timeline, county), "events")).containsExactly(STROMSUND, OSTERSUND);
        assertThat(json(CHILDREN + MOVED, here).path("municipality").asString()).isEqualTo(OSTERSUND);
        assertThat(json(CHILDREN + MOVED, there).path("municipality").asString())
                .isEqualTo(STROMSUND);
        assertThat(municipalities(json(CHILDREN + MOVED, here), "alerts")).containsExactly(OSTERSUND);
        assertThat(municipalities(json(CHILDREN + MOVED, there), "alerts")).containsExactly(STROMSUND);
        assertThat(municipalities(json(CHILDREN + MOVED, county), "alerts")).containsExactly(STROMSUND, OSTERSUND);
        assertThat(json(timeline, here).path("actions")).isEmpty();
        assertThat(json(timeline, there).path("actions")).hasSize(1);
    }

    @Test
    void the_log_says_who_looked_in_which_role_and_whether_there_was_anything_to_be_denied() throws Exception {
        int before = two.accesses().size();

        two.get(0, CHILDREN + LIVES_HERE, token(Role.CASE_WORKER, "SOCIAL_SERVICES", OSTERSUND));
        two.get(1, CHILDREN + LIVES_HERE, token(Role.COORDINATOR, "SOCIAL_SERVICES", STROMSUND));
        two.get(0, CHILDREN + NOBODYS, token(Role.COORDINATOR, "SOCIAL_SERVICES", STROMSUND));
        two.get(1, CHILDREN + LIVES_HERE, token(Role.OPERATOR, "SOCIAL_SERVICES", "00"));
        two.get(0, CHILDREN + LIVES_HERE + "?as=police", token(Role.CONTACT, "SCHOOL", OSTERSUND));
        two.get(1, JOINT_VISIT, token(Role.COORDINATOR, "SOCIAL_SERVICES", STROMSUND));
        two.get(0, event(1, LIVES_HERE), token(Role.SYSTEM, "SOCIAL_SERVICES", OSTERSUND));

        List<Access> all = two.accesses();
        assertThat(all.subList(before, all.size()))
                .extracting(Access::getWho, Access::getRole, Access::getWhat, Access::getResult)
                .containsExactlyInAnyOrder(
                        tuple("person-of-case-worker", "case-worker", "CHILD", "GRANTED"),
                        tuple("person-of-coordinator", "coordinator", "CHILD", "DENIED"),
                        tuple("person-of-coordinator", "coordinator", "CHILD", "ABSENT"),
                        tuple("person-of-operator", "operator", "CHILD", "DENIED"),
                        tuple("person-of-contact", "contact", "CHILD", "DENIED"),
                        tuple("person-of-coordinator", "coordinator", "ALERT", "DENIED"));
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

    private static void check(String who, String path, String token, String expected, List<String> wrong)
            throws Exception {
        String told = answer(path, token);
        if (!told.equals(expected)) {
            wrong.add(who + " " + path + ": " + told + ", not " + expected);
        }
    }

    private static String answer(String path, String token) throws Exception {
        HttpResponse<String> answer = two.get(0, path, token);
        String code = JsonMapper.shared().readTree(answer.body()).path("code").asString("");
        return (answer.statusCode() + " " + code).strip();
    }

    private static JsonNode json(String path, String token) throws Exception {
        HttpResponse<String> answer = two.get(1, path, token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    /** Status, headers but the hour, and body. */
    private static String whole(int instance, String path, String token) throws Exception {
        HttpResponse<String> answer = two.get(instance, path, token);
        var headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return answer.statusCode() + " " + headers + " " + answer.body();
    }

    private static Set<String> municipalities(JsonNode child, String of) {
        Set<String> all = new TreeSet<>();
        child.path(of).forEach(one -> all.add(one.path("municipality").asString()));
        return all;
    }

    private static UUID alertOf(String municipality, String token) throws Exception {
        for (JsonNode alert : json(CHILDREN + MOVED, token).path("alerts")) {
            if (alert.path("municipality").asString().equals(municipality)) {
                return UUID.fromString(alert.path("alertId").asString());
            }
        }
        throw new AssertionError("nothing was told of " + municipality);
    }

    private static String token(Role role, String agency, String area) {
        return ISSUER.token(role.word(), Optional.of(agency), area);
    }

    private static String event(int id, String child) {
        return "/api/coordination/v1/events/6f0c0000-0000-4000-8000-%012d?childId=%s".formatted(id, child);
    }

    private static ConcernReportReceived report(int id, String child, String municipality) {
        return new ConcernReportReceived(
                header(id, Agency.SOCIAL_SERVICES, child, municipality),
                "r" + id,
                ReporterType.SCHOOL,
                List.of(ConcernReason.NEGLECT),
                false);
    }

    private static EventHeader header(int id, Agency agency, String child, String municipality) {
        EventHeader header = OneChild.header(id, agency, "2026-03-0" + (id % 5 + 1) + "T09:00:00Z");
        header.setChildId(UUID.fromString(child));
        header.setMunicipality(municipality);
        return header;
    }
}
