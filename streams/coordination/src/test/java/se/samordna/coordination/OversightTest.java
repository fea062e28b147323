package se.samordna.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samordna.access.Issuer;
import se.samordna.access.Role;
import se.samordna.events.Agency;
import se.samordna.events.ConcernReason;
import se.samordna.events.ConcernReportReceived;
import se.samordna.events.EventHeader;
import se.samordna.events.ReporterType;
import se.samordna.platform.Access;
import se.samordna.schemas.Topics;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Those who look after how the platform is used and how it stands: Östersund's and Strömsund's data protection officers, and
 * an operator. One child lives in each of the two.
 */
class OversightTest {

    private static final String LEDGER = "/api/coordination/v1/ledger";
    private static final String ACCESS_LOG = "/api/coordination/v1/access-log";
    private static final String OPERATION = "/api/coordination/v1/operation";
    private static final String CHILDREN = "/api/coordination/v1/children/";
    private static final String LONG_AGO = "from=2026-01-01&";

    private static final String LIVES_HERE = OneChild.CHILD.toString();
    private static final String LIVES_THERE = "0b540000-0000-4000-8000-000000000002";
    private static final String NO_CHILD = new UUID(0, 0).toString();

    @TempDir
    static Path directory;

    private static final Issuer ISSUER = new Issuer();
    private static TwoInstances two;
    private static String here;
    private static String there;
    private static String county;

    @BeforeAll
    static void two_children_have_lived() throws Exception {
        two = new TwoInstances(
                "oversight", directory, "--samordna.auth.required=true", "--samordna.sign-in.issuer=" + ISSUER.uri());
        two.send(OneChild.events());
        two.send(List.of(report()));
        byte[] whole = two.bytes(Topics.SOCIAL_SERVICES_EVENTS, report());
        two.send(Topics.SOCIAL_SERVICES_EVENTS, report(), Arrays.copyOf(whole, whole.length - 3));
        two.tick(Instant.parse("2026-03-06T12:00:00Z"));
        two.start();
        here = token(Role.DATA_PROTECTION_OFFICER, "2380");
        there = token(Role.DATA_PROTECTION_OFFICER, "2313");
        county = token(Role.DATA_PROTECTION_OFFICER, "23");
        for (int instance = 0; instance < 2; instance++) {
            int each = instance;
            await().atMost(TwoInstances.SOON).untilAsserted(() -> {
                assertThat(recipients(rows(each, LEDGER + "?" + LONG_AGO + "size=200", here)))
                        .containsExactly("police", "region", "school", "social-services");
                assertThat(rows(each, LEDGER + "?" + LONG_AGO, there)).isNotEmpty();
            });
        }
    }

    @AfterAll
    static void end() {
        two.close();
        ISSUER.close();
    }

    @Test
    void each_officer_sees_what_was_told_of_the_alerts_of_their_own_municipality() throws Exception {
        List<JsonNode> all = rows(0, LEDGER + "?" + LONG_AGO + "size=200", county);

        assertThat(children(rows(0, LEDGER + "?" + LONG_AGO + "size=200", here)))
                .containsExactly(LIVES_HERE);
        assertThat(children(rows(0, LEDGER + "?" + LONG_AGO + "size=200", there)))
                .containsExactly(LIVES_THERE);
        assertThat(children(all)).containsExactly(LIVES_HERE, LIVES_THERE);
        assertThat(rows(0, LEDGER + "?" + LONG_AGO, token(Role.DATA_PROTECTION_OFFICER, "1490")))
                .isEmpty();
        assertThat(rows(1, LEDGER + "?" + LONG_AGO + "size=200", county)).isEqualTo(all);
        assertThat(all).extracting(OversightTest::at).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(all).allSatisfy(row -> {
            assertThat(row.path("rule").asString()).matches("R\\d\\d");
            assertThat(row.path("fields")).isNotEmpty();
        });
    }

    @Test
    void each_filter_leaves_what_fits_and_nothing_else() throws Exception {
        List<JsonNode> all = rows(0, LEDGER + "?" + LONG_AGO + "size=200", county);
        String alert = all.getFirst().path("alertId").asString();
        String rule = all.getLast().path("rule").asString();

        for (String filter : List.of(
                "recipient=police",
                "recipient=social-services",
                "ground=OWN",
                "rule=" + rule,
                "alert=" + alert,
                "child=" + LIVES_THERE)) {
            String[] one = filter.split("=", -1);
            String field = one[0].equals("alert") || one[0].equals("child") ? one[0] + "Id" : one[0];
            List<JsonNode> fitting = all.stream()
                    .filter(row -> row.path(field).asString().equals(one[1]))
                    .toList();
            assertThat(fitting).as(filter).isNotEmpty().hasSizeLessThan(all.size());
            assertThat(rows(0, LEDGER + "?" + LONG_AGO + "size=200&" + filter, county))
                    .as(filter)
                    .isEqualTo(fitting);
        }
        String day = at(all.getLast()).toString().substring(0, 10);
        assertThat(rows(0, LEDGER + "?size=200&from=" + day + "&to=" + day, county))
                .contains(all.getLast())
                .hasSizeLessThan(all.size());
        assertThat(rows(0, LEDGER + "?from=2025-01-01&to=2025-12-31", county)).isEmpty();
    }

    @Test
    void page_by_page_one_reads_all_of_it_once_on_whichever_instance() throws Exception {
        List<JsonNode> paged = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        do {
            JsonNode page = json(pages++ % 2, LEDGER + "?" + LONG_AGO + "size=3" + cursor, county);
            page.path("rows").forEach(paged::add);
            cursor = page.path("next").isString()
                    ? "&cursor=" + page.path("next").asString()
                    : "";
        } while (!cursor.isEmpty());

        assertThat(paged).isEqualTo(rows(0, LEDGER + "?" + LONG_AGO + "size=200", county));
        assertThat(pages).isGreaterThan(2);
    }

    @Test
    void a_file_has_the_rows_of_all_pages() throws Exception {
        HttpResponse<String> file = two.get(0, LEDGER + "?" + LONG_AGO + "format=csv", here);
        List<String> lines = file.body().lines().toList();
        List<JsonNode> rows = rows(0, LEDGER + "?" + LONG_AGO + "size=200", here);

        assertThat(file.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(file.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(lines.getFirst())
                .isEqualTo("at,childId,alertId,rule,municipality,recipient,revision,status,ground,reason,"
                        + "supersededBy,fields,policy");
        assertThat(lines.subList(1, lines.size()))
                .extracting(line -> line.split(",", -1)[2])
                .isEqualTo(
                        rows.stream().map(row -> row.path("alertId").asString()).toList());
    }

    @Test
    void a_file_that_ends_for_its_length_says_so_and_a_whole_one_does_not() throws Exception {
        int all = rows(0, LEDGER + "?" + LONG_AGO + "size=200", here).size();

        List<String> cut = lines(LEDGER + "?" + LONG_AGO + "format=csv&size=2");
        List<String> whole = lines(LEDGER + "?" + LONG_AGO + "format=csv");

        assertThat(cut).hasSize(4);
        assertThat(cut.getLast()).startsWith("\"INCOMPLETE: there may be more");
        assertThat(whole).hasSize(all + 1);
        assertThat(whole.getLast()).doesNotContain("INCOMPLETE");
    }

    private static List<String> lines(String path) throws Exception {
        return two.get(0, path, here).body().lines().toList();
    }

    @Test
    void whoever_looked_at_a_child_is_seen_by_the_officer_of_its_municipality_alone() throws Exception {
        String coordinator = token(Role.COORDINATOR, "2380");
        int before = two.accesses().size();
        two.get(0, CHILDREN + LIVES_HERE, coordinator);
        two.get(1, CHILDREN + LIVES_HERE + "/timeline", coordinator);
        two.get(1, CHILDREN + LIVES_THERE, coordinator);
        assertThat(two.accesses()).hasSize(before + 3);

        assertThat(looks(here, "who=person-of-coordinator"))
                .containsExactly("TIMELINE GRANTED " + LIVES_HERE, "CHILD GRANTED " + LIVES_HERE);
        assertThat(looks(there, "who=person-of-coordinator")).containsExactly("CHILD DENIED " + LIVES_THERE);
        assertThat(looks(county, "who=person-of-coordinator&result=DENIED"))
                .containsExactly("CHILD DENIED " + LIVES_THERE);
        assertThat(looks(county, "who=person-of-coordinator&what=TIMELINE&role=coordinator&purpose=COORDINATION"))
                .hasSize(1);
        assertThat(looks(county, "who=somebody-else")).isEmpty();
        assertThat(looks(county, "who=person-of-coordinator&to=2026-01-01&from=2025-12-01"))
                .isEmpty();
    }

    @Test
    void reading_is_logged_too_and_can_be_left_out() throws Exception {
        rows(0, LEDGER + "?" + LONG_AGO, there);
        rows(1, LEDGER + "?" + LONG_AGO + "child=" + NO_CHILD, there);
        rows(1, ACCESS_LOG + "?child=" + LIVES_THERE, there);

        List<Access> own = two.accesses().stream()
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
        assertThat(looks(there, "role=data-protection-officer")).isNotEmpty();
        assertThat(looks(there, "role=data-protection-officer&officers=hidden")).isEmpty();
    }

    @Test
    void an_officer_of_one_of_the_other_agencies_sees_what_it_was_told_and_not_who_looked() throws Exception {
        String polices = ISSUER.token("data-protection-officer", Optional.of("POLICE"), "23");

        assertThat(recipients(rows(0, LEDGER + "?" + LONG_AGO + "size=200", polices)))
                .containsExactly("police");
        assertThat(status(ACCESS_LOG, polices)).isEqualTo("403 other-agency");
    }

    @Test
    void nobody_else_is_shown_any_of_it_and_that_they_tried_is_logged() throws Exception {
        int before = two.accesses().size();
        int refused = 0;
        for (Role role : Role.values()) {
            String token = ISSUER.token(role.word(), Optional.of("SOCIAL_SERVICES"), "00");
            boolean officer = role == Role.DATA_PROTECTION_OFFICER;
            assertThat(status(LEDGER + "?size=1", token)).as("%s", role).isEqualTo(officer ? "200" : "403 role");
            assertThat(status(ACCESS_LOG + "?size=1&child=" + LIVES_HERE, token))
                    .as("%s", role)
                    .isEqualTo(officer ? "200" : "403 role");
            assertThat(status(OPERATION, token)).as("%s", role).isEqualTo(role == Role.OPERATOR ? "200" : "403 role");
            refused += officer ? 1 : role == Role.OPERATOR ? 2 : 3;
        }
        assertThat(status(LEDGER, "")).isEqualTo("401 token-missing");

        List<Access> all = two.accesses();
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
                HttpResponse<String> answer = two.get(0, log + "?" + wrong, county);
                assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
                assertThat(answer.body()).contains(wrong.split("=", -1)[0]).doesNotContain("201403122383");
            }
        }
        for (String wrong : List.of("recipient=bank", "rule=R99", "ground=BECAUSE", "alert=1")) {
            assertThat(status(LEDGER + "?" + wrong, county)).as(wrong).isEqualTo("400 bad-request");
        }
        for (String wrong : List.of("who=%20", "role=1", "what=a%20b", "result=%3C", "officers=some")) {
            assertThat(status(ACCESS_LOG + "?" + wrong, county)).as(wrong).isEqualTo("400 bad-request");
        }
    }

    @Test
    void an_operator_sees_what_is_accounted_for_silent_dead_and_late_and_no_child() throws Exception {
        String operator = token(Role.OPERATOR, "00");
        two.tick(Instant.parse("2026-03-06T12:01:00Z"));
        for (int instance = 0; instance < 2; instance++) {
            int each = instance;
            await().atMost(TwoInstances.SOON).untilAsserted(() -> {
                JsonNode told = json(each, OPERATION, operator);
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

    /** Their rows of the access log of today, as "what result child", the newest first. */
    private static List<String> looks(String officer, String filter) throws Exception {
        return rows(0, ACCESS_LOG + "?size=200&" + filter, officer).stream()
                .map(row ->
                        row.path("what").asString() + " " + row.path("result").asString() + " "
                                + row.path("childId").asString())
                .toList();
    }

    private static Instant at(JsonNode row) {
        return Instant.parse(row.path("at").asString());
    }

    private static Set<String> children(List<JsonNode> rows) {
        Set<String> all = new TreeSet<>();
        rows.forEach(row -> all.add(row.path("childId").asString()));
        return all;
    }

    private static Set<String> recipients(List<JsonNode> rows) {
        Set<String> all = new TreeSet<>();
        rows.forEach(row -> all.add(row.path("recipient").asString()));
        return all;
    }

    private static List<JsonNode> rows(int instance, String path, String token) throws Exception {
        List<JsonNode> all = new ArrayList<>();
        json(instance, path, token).path("rows").forEach(all::add);
        return all;
    }

    private static JsonNode json(int instance, String path, String token) throws Exception {
        HttpResponse<String> answer = two.get(instance, path, token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String status(String path, String token) throws Exception {
        HttpResponse<String> answer = two.get(0, path, token);
        String code = JsonMapper.shared().readTree(answer.body()).path("code").asString("");
        return (answer.statusCode() + " " + code).strip();
    }

    private static String token(Role role, String area) {
        return ISSUER.token(
                role.word(), role == Role.COORDINATOR ? Optional.of("SOCIAL_SERVICES") : Optional.empty(), area);
    }

    private static ConcernReportReceived report() {
        EventHeader header = OneChild.header(91, Agency.SOCIAL_SERVICES, "2026-03-02T09:00:00Z");
        header.setChildId(UUID.fromString(LIVES_THERE));
        header.setMunicipality("2313");
        return new ConcernReportReceived(header, "r91", ReporterType.SCHOOL, List.of(ConcernReason.NEGLECT), false);
    }
}
