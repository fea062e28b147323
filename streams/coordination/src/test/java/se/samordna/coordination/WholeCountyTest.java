package se.samordna.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.samordna.coordination.TwoPlaces.LIVES_HERE;
import static se.samordna.coordination.TwoPlaces.LIVES_THERE;
import static se.samordna.coordination.TwoPlaces.OSTERSUND;
import static se.samordna.coordination.TwoPlaces.STROMSUND;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samordna.events.Agency;
import se.samordna.events.AlertClosed;
import se.samordna.events.AlertSnoozed;
import se.samordna.events.CloseReason;
import se.samordna.events.EventHeader;
import se.samordna.events.Ground;
import se.samordna.events.PoliceIncident;
import se.samordna.events.PoliceIncidentKind;
import se.samordna.platform.Access;
import tools.jackson.databind.JsonNode;

/**
 * The list of those who work in all of Jämtland. A child in Östersund and one in Strömsund have each been reported and seen
 * by the police, who are asked for a joint visit to both; the social services let Strömsund's report rest, and the police
 * have answered there.
 */
class WholeCountyTest {
    private static final List<String> LEAST_GRAVE_LAST = List.of("CRITICAL", "HIGH", "MEDIUM", "LOW");

    private static final String ALERTS = "/api/coordination/v1/alerts";
    private static final String COUNTY = ALERTS + "?county=23";
    private static final String POLICES = COUNTY + "&as=police";
    private static final String LIVE = "&status=OPEN,ACKNOWLEDGED";

    @TempDir
    static Path directory;

    private static TwoInstances two;
    private static UUID rests;
    private static UUID answered;

    @BeforeAll
    static void two_children_have_lived() throws Exception {
        two = new TwoInstances("whole-county", directory);
        two.send(OneChild.events());
        EventHeader incident = TwoPlaces.header(97, Agency.POLICE, LIVES_THERE, STROMSUND);
        incident.setGround(Ground.REPORT_DUTY);
        two.send(List.of(
                TwoPlaces.report(92, LIVES_THERE, STROMSUND),
                new PoliceIncident(incident, "p9", PoliceIncidentKind.DOMESTIC_VIOLENCE, true)));
        two.tick(Instant.parse("2026-03-06T12:00:00Z"));
        two.start();
        await().atMost(TwoInstances.SOON)
                .untilAsserted(
                        () -> assertThat(filed(POLICES).values()).containsExactlyInAnyOrder(OSTERSUND, STROMSUND));
        rests = only(ALERTS + "?municipality=" + STROMSUND + "&rule=R01");
        answered = only(ALERTS + "?municipality=" + STROMSUND + "&as=police");
        two.send(List.of(
                new AlertSnoozed(acts(1, Agency.SOCIAL_SERVICES), rests, LocalDate.of(2026, 3, 8)),
                new AlertClosed(acts(2, Agency.POLICE), answered, CloseReason.HANDLED)));
        await().atMost(TwoInstances.SOON).untilAsserted(() -> {
            assertThat(filed(COUNTY + LIVE + "&snoozed=only")).containsOnlyKeys(rests);
            assertThat(filed(POLICES + "&answered=only")).containsOnlyKeys(answered);
        });
    }

    @AfterAll
    static void end() {
        two.close();
    }

    @Test
    void it_is_the_lists_of_the_municipalities_in_one_order_and_says_of_each_alert_where_it_is() throws Exception {
        JsonNode county = two.json(0, COUNTY + LIVE);
        JsonNode here = two.json(0, ALERTS + "?municipality=" + OSTERSUND + LIVE);
        JsonNode there = two.json(0, ALERTS + "?municipality=" + STROMSUND + LIVE);

        assertThat(ids(county))
                .containsExactlyInAnyOrderElementsOf(Stream.of(here, there)
                        .flatMap(list -> ids(list).stream())
                        .toList());
        assertThat(in(county, OSTERSUND)).isEqualTo(ids(here));
        assertThat(in(county, STROMSUND)).isEqualTo(ids(there));
        assertThat(county.path("alerts")
                        .valueStream()
                        .filter(one -> one.path("overdue").asBoolean()))
                .as("the gravest rule's first, of these the longest overdue")
                .extracting(one -> LEAST_GRAVE_LAST.indexOf(one.path("severity").asString())
                        + one.path("dueAt").asString())
                .hasSizeGreaterThan(3)
                .isSorted();
        assertThat(county.path("total").asInt())
                .isEqualTo(here.path("total").asInt() + there.path("total").asInt());
        assertThat(county.path("county").asString()).isEqualTo("23");
        assertThat(county.has("municipality")).isFalse();
        assertThat(county.path("told").properties()).hasSameSizeAs(ids(county));
    }

    @Test
    void a_list_of_one_municipality_is_as_it_was() throws Exception {
        JsonNode here = two.json(0, ALERTS + "?municipality=" + OSTERSUND);

        assertThat(here.propertyNames())
                .containsExactlyInAnyOrder(
                        "asOf",
                        "standby",
                        "sources",
                        "municipality",
                        "page",
                        "pages",
                        "total",
                        "levels",
                        "hidden",
                        "alerts",
                        "told",
                        "changed",
                        "answers");
        assertThat(here.path("sources").get(0).propertyNames())
                .containsExactlyInAnyOrder("agency", "lastEventAt", "silent");
    }

    @Test
    void a_notice_names_no_municipality_and_the_list_and_the_alert_say_it_beside() throws Exception {
        JsonNode county = two.json(1, POLICES);

        assertThat(county.path("alerts").valueStream()).noneMatch(notice -> notice.has("municipality"));
        assertThat(in(county, STROMSUND)).containsExactly(answered);
        assertThat(in(county, OSTERSUND)).hasSize(1).doesNotContain(answered);
        assertThat(two.json(1, ALERTS + "/" + answered + "?as=police")
                        .path("filed")
                        .asString())
                .isEqualTo(STROMSUND);
        assertThat(two.json(1, ALERTS + "/" + rests).has("filed"))
                .as("an alert in full says it itself")
                .isFalse();
        assertThat(filed(COUNTY + "&as=school").values())
                .as("others' are not the schools'")
                .containsOnly(OSTERSUND);
    }

    @Test
    void its_pages_and_what_rests_is_answered_and_has_been_told_since_are_of_the_whole() throws Exception {
        List<UUID> all = ids(two.json(0, COUNTY + LIVE));
        List<UUID> paged = new ArrayList<>();
        for (int page = 1; page <= all.size(); page++) {
            JsonNode one = two.json(page % 2, COUNTY + LIVE + "&size=1&page=" + page);
            assertThat(one.path("pages").asInt()).isEqualTo(all.size());
            assertThat(filed(one)).containsOnlyKeys(ids(one));
            paged.addAll(ids(one));
        }
        assertThat(paged).isEqualTo(all);

        JsonNode shown = two.json(0, COUNTY + LIVE + "&snoozed=hidden");
        assertThat(shown.path("hidden").asInt()).isEqualTo(1);
        assertThat(ids(shown)).doesNotContain(rests).hasSize(all.size() - 1);
        assertThat(two.json(0, ALERTS + "?municipality=" + OSTERSUND + "&snoozed=hidden")
                        .path("hidden")
                        .asInt())
                .isZero();
        assertThat(two.json(0, POLICES).path("answers").propertyNames()).containsExactly(answered.toString());
        assertThat(ids(two.json(0, POLICES + "&answered=hidden"))).hasSize(1).doesNotContain(answered);
        JsonNode since = two.json(0, COUNTY + LIVE + "&since=2026-01-01T00:00:00Z&changed=only");
        assertThat(ids(since)).isEqualTo(all);
        assertThat(since.path("changed").asInt()).isEqualTo(all.size());
        assertThat(ids(two.json(0, COUNTY + LIVE + "&since=2027-01-01T00:00:00Z&changed=only")))
                .isEmpty();
        JsonNode levels = two.json(0, COUNTY + LIVE).path("levels");
        for (int level = 1; level <= 3; level++) {
            assertThat(two.json(0, COUNTY + LIVE + "&level=" + level)
                            .path("total")
                            .asInt())
                    .isEqualTo(levels.path(String.valueOf(level)).asInt(0));
        }
    }

    @Test
    void the_sources_are_each_municipalitys_and_say_whose() throws Exception {
        Map<String, List<String>> told = new LinkedHashMap<>();
        two.json(0, COUNTY)
                .path("sources")
                .forEach(one -> told.computeIfAbsent(one.path("municipality").asString(), _ -> new ArrayList<>())
                        .add(source(one)));

        assertThat(told).containsOnlyKeys("2303", "2305", "2309", STROMSUND, "2321", "2326", "2361", OSTERSUND);
        for (String municipality : List.of(OSTERSUND, STROMSUND, "2303")) {
            assertThat(told.get(municipality))
                    .isEqualTo(two.json(0, ALERTS + "?municipality=" + municipality)
                            .path("sources")
                            .valueStream()
                            .map(WholeCountyTest::source)
                            .toList());
        }
        assertThat(told.get("2303")).hasSize(4).allMatch(source -> source.endsWith(" never true"));
    }

    @Test
    void every_child_of_the_page_is_in_the_access_log() throws Exception {
        int before = two.accesses().size();

        two.json(0, POLICES);

        List<Access> all = two.accesses();
        assertThat(all.subList(before, all.size()))
                .allMatch(access ->
                        access.getWhat().equals("ALERTS") && access.getResult().equals("GRANTED"))
                .extracting(access -> access.getChildId().toString())
                .containsExactlyInAnyOrder(LIVES_HERE, LIVES_THERE);
    }

    @ParameterizedTest
    @CsvSource({
        "'', municipality",
        "county=, municipality",
        "municipality=23, municipality",
        "county=23&municipality=2380, county",
        "county=99, county",
        "county=00, county",
        "county=2380, county",
        "county=2, county",
        "county=x, county"
    })
    void it_is_of_a_municipality_or_of_a_county_and_of_nothing_else(String asked, String field) throws Exception {
        var answer = two.get(0, ALERTS + "?" + asked);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Wrong or missing: " + field + ".");
    }

    private static EventHeader acts(int minute, Agency agency) {
        EventHeader header = OneChild.header(500 + minute, agency, "2026-03-06T11:0%d:00Z".formatted(minute));
        header.setChildId(UUID.fromString(LIVES_THERE));
        header.setMunicipality(STROMSUND);
        return header;
    }

    private static UUID only(String path) throws Exception {
        List<UUID> found = ids(two.json(0, path));
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static String source(JsonNode one) {
        String last = one.path("lastEventAt").isNull()
                ? "never"
                : one.path("lastEventAt").asString();
        return one.path("agency").asString() + " " + last + " "
                + one.path("silent").asBoolean();
    }

    private static Map<UUID, String> filed(String path) throws Exception {
        return filed(two.json(0, path));
    }

    /** Where each alert of a page is. */
    private static Map<UUID, String> filed(JsonNode page) {
        Map<UUID, String> all = new LinkedHashMap<>();
        page.path("filed")
                .properties()
                .forEach(one ->
                        all.put(UUID.fromString(one.getKey()), one.getValue().asString()));
        return all;
    }

    private static List<UUID> in(JsonNode page, String municipality) {
        Map<UUID, String> filed = filed(page);
        return ids(page).stream()
                .filter(id -> municipality.equals(filed.get(id)))
                .toList();
    }

    private static List<UUID> ids(JsonNode page) {
        return page.path("alerts")
                .valueStream()
                .map(one -> UUID.fromString(one.path("alertId").asString()))
                .toList();
    }
}
