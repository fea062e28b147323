package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samordna.workplace.AlertStories.ALERTS;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.samordna.events.AlertAcknowledged;
import se.samordna.workplace.act.Act;

/** A contact person of child psychiatry works in all of Jämtland, and has been sent a notice in Östersund and one in Åre. */
class WholeCountyTest extends AgainstFakes {
    private static final String HERE = "89c92de3-2f6c-5937-b7c5-9fc228a53732";
    private static final String THERE = "89c92de3-2f6c-5937-b7c5-9fc228a53733";
    private static final String NOTICE_HERE = AlertStories.NOTICE
            .replace("\"school\"", "\"region\"")
            .replace("social-services-asks-contact", "sip-proposed");
    private static final String NOTICE_THERE = NOTICE_HERE.replace(HERE, THERE);
    private static final String INTAKE = "/api/region/v1/events";

    private final FakeKafka kafka = WORKPLACE.part("fakeKafka", FakeKafka.class);
    private final Browser bjorn = WORKPLACE.stranger();

    @BeforeEach
    void two_notices_have_been_sent() throws Exception {
        kafka.isThere();
        BEHIND.says(INBOX_API, list(NOTICE_HERE, NOTICE_THERE)).says(INTAKE, FakeBehind.json(202, "[]"));
        is(HERE, NOTICE_HERE, "2380");
        is(THERE, NOTICE_THERE, "2321");
        bjorn.signIn(SignInHere.REGION, "/inbox");
        BEHIND.asked.clear();
    }

    @AfterEach
    void he_goes_home() {
        bjorn.close();
    }

    @Test
    void he_begins_with_all_of_it_and_each_row_says_which_municipality_it_is_of() throws Exception {
        Document page = page("/inbox");

        assertThat(BEHIND.lastAsked().target()).startsWith(INBOX_API + "?county=23&page=1");
        assertThat(page.title()).isEqualTo("Inkorg, Jämtlands län – Samordna");
        assertThat(page.select("h1").text()).isEqualTo("Inkorg, Jämtlands län");
        assertThat(page.select("thead th").eachText()).containsSequence("Kommun", "Barn");
        assertThat(page.select("tbody td[data-label=Kommun]").eachText()).containsExactly("Östersund", "Åre");
        assertThat(page.select("tbody label").eachText().getLast()).endsWith("Barn 0b540000. Åre.");
        assertThat(page.select("tbody a").eachAttr("href"))
                .containsExactly("/alerts/" + HERE + "?municipality=2380", "/alerts/" + THERE + "?municipality=2321");
        assertThat(page.select("nav.place")).as("no one municipality's pages").isEmpty();
        assertThat(page.select("#municipality option").eachText()).hasSize(9).startsWith("Hela Jämtlands län");
        assertThat(page.select("#municipality option[selected]").eachAttr("value"))
                .containsExactly("");
        assertThat(page.expectFirst("#live").attr("data-bell")).isEqualTo("/inbox/bell?county=23");
        assertThat(page("/inbox?lang=en").title()).isEqualTo("Inbox, Jämtland county – Samordna");
    }

    @Test
    void it_is_narrowed_to_one_municipality_and_back() throws Exception {
        Document one = page("/inbox?county=23&municipality=2321&status=UNANSWERED");

        assertThat(BEHIND.lastAsked().target()).startsWith(INBOX_API + "?municipality=2321&answered=hidden");
        assertThat(one.title()).startsWith("Inkorg, Åre");
        assertThat(one.select("[data-label=Kommun]"))
                .as("it is Åre's, all of it")
                .isEmpty();
        assertThat(one.select("nav.place strong").text()).isEqualTo("Åre");
        assertThat(one.select("#municipality option[selected]").eachAttr("value"))
                .containsExactly("2321");
        assertThat(one.expectFirst("#live").attr("data-bell")).isEqualTo("/inbox/bell?municipality=2321");

        String back = one.select(".filters [type=hidden]").stream()
                .map(field -> field.attr("name") + "=" + field.val())
                .collect(Collectors.joining("&", "/inbox?", "&municipality=&status=LIVE"));
        assertThat(page(back).title()).startsWith("Inkorg, Jämtlands län");
        assertThat(BEHIND.lastAsked().target()).startsWith(INBOX_API + "?county=23");
    }

    @Test
    void counts_pages_views_and_what_is_seen_are_of_the_county() throws Exception {
        BEHIND.says(INBOX_API, list(NOTICE_HERE).replace("\"pages\":1,\"total\":2", "\"pages\":3,\"total\":101"));
        Document page = page("/inbox?page=2&status=UNANSWERED");
        assertThat(page.select("a[rel]").eachAttr("href"))
                .containsExactly("/inbox?county=23&status=UNANSWERED", "/inbox?county=23&status=UNANSWERED&page=3");
        assertThat(page.select("caption").text()).startsWith("101 larm");

        assertThat(leadsTo("/inbox/views", "back", "county=23&status=UNANSWERED", "name", "Obesvarat"))
                .endsWith("/inbox?county=23&status=UNANSWERED#views");
        assertThat(page("/inbox").select("#views li a").attr("href")).isEqualTo("/inbox?county=23&status=UNANSWERED");
        assertThat(leadsTo("/inbox/seen", "back", "county=23", "asOf", "2026-06-22T08:00:00Z"))
                .endsWith("/inbox?county=23");
        page("/inbox");
        assertThat(BEHIND.lastAsked().target()).contains("?county=23&").contains("since=2026-06-22T08%3A00%3A00Z");
    }

    @Test
    void past_the_last_page_of_the_county_stands_the_last_one_after_an_answer_too() throws Exception {
        InboxTest.endsWithPage(1);
        String done = "&done=" + UUID.randomUUID() + "&alerts=" + HERE;

        for (String asked : List.of("/inbox?county=23&page=99", "/inbox?county=23&page=2" + done)) {
            Document page = page(asked);
            assertThat(page.select("tbody tr")).as(asked).hasSize(1);
            assertThat(page.text()).as(asked).doesNotContain("Inga larm här");
        }
        assertThat(page("/inbox?county=23&page=2" + done).select(".note.good").text())
                .contains("Besvarade med ”mottaget”: 1.");
    }

    @Test
    void a_view_of_where_he_does_not_work_is_not_kept_and_says_so_with_all_he_had_still_there() throws Exception {
        leadsTo("/inbox/views", "back", "county=23&status=UNANSWERED", "name", "Obesvarat");

        for (String elsewhere : List.of("county=12", "municipality=1265")) {
            String way = leadsTo("/inbox/views", "back", elsewhere + "&status=ANSWERED", "name", "Grannarna");
            assertThat(way).endsWith("/inbox?county=23&status=ANSWERED&view=elsewhere#views");
            Document page = page("/" + way.replaceAll("^(https?://[^/]*)?/|#.*", ""));
            assertThat(page.select("#name-fault").text())
                    .startsWith("Urvalet gällde en kommun eller ett län som du inte arbetar i.")
                    .contains("Här är samma urval i Jämtlands län");
            assertThat(page.select("#views input[name=name]").val()).isEqualTo("Grannarna");
            assertThat(page.select("#status option[selected]").val()).isEqualTo("ANSWERED");
            assertThat(page.select("#views li a").eachText()).containsExactly("Obesvarat");
        }
        assertThat(page("/inbox?county=23&view=elsewhere&lang=en")
                        .select("#name-fault")
                        .text())
                .startsWith("The filter was of a municipality or county in which you do not work.");
        assertThat(page("/inbox").select("#views input[name=name]").val()).isEmpty();
        leadsTo("/inbox/views", "back", "county=23&municipality=2321", "name", "Åre");
        assertThat(page("/inbox").select("#views li a").eachAttr("href")).contains("/inbox?municipality=2321");
    }

    @Test
    void an_open_page_is_told_what_has_changed_and_where() throws Exception {
        BEHIND.says(INBOX_API, list(NOTICE_HERE, NOTICE_THERE.replace("\"OPEN\"", "\"WITHDRAWN\"")));

        Element changes = page("/inbox?county=23&seen=2026-06-21T00:00:00Z").expectFirst("#changes");

        assertThat(BEHIND.lastAsked().target()).contains("?county=23&changed=only");
        assertThat(changes.select("li").eachText()).hasSize(2).last().asString().contains("(Åre)");
        assertThat(changes.select("li a").eachAttr("href").getLast())
                .isEqualTo("/alerts/" + THERE + "?municipality=2321");
    }

    @Test
    void a_silent_source_is_told_with_where_it_is_silent_and_who_has_never_joined_once() throws Exception {
        assertThat(page("/inbox").select(".sources li").eachText())
                .containsExactly(
                        "Ragunda ingen myndighet har hört av sig därifrån tyst",
                        "Socialtjänsten hörd 21 juni 2026 12:00 eller senare",
                        "Skolan senast 2 juni 2026 från Östersund; har aldrig hört av sig från Åre tyst");
        assertThat(page("/inbox").select("#alerts > .note.warn").text())
                .startsWith("Flera källor är tysta Ragunda (ingen myndighet har hört av sig därifrån). Skolan (senast");
    }

    @Test
    void several_are_answered_at_once_each_in_its_own_municipality_and_it_can_be_undone() throws Exception {
        UUID form = UUID.randomUUID();
        for (String id : List.of(HERE, THERE)) {
            UUID act = new Act.Acknowledge().id(form, UUID.fromString(id));
            BEHIND.says("/api/coordination/v1/events/" + act, "{\"status\":\"STORED\"}");
        }
        String[] chosen = {"form", form.toString(), "back", "county=23", "alert", HERE, "alert", THERE};

        assertThat(leadsTo("/inbox/acknowledge", chosen))
                .endsWith("/inbox?county=23&done=" + form + "&alerts=" + HERE + "," + THERE);
        assertThat(kafka.published())
                .extracting(record -> (AlertAcknowledged) record.value())
                .extracting(act -> act.getAlertId() + " " + act.getHeader().getMunicipality())
                .containsExactly(HERE + " 2380", THERE + " 2321");

        assertThat(leadsTo("/inbox/undo", chosen)).contains("undone=1");
        assertThat(BEHIND.asked.stream().filter(asked -> asked.target().equals(INTAKE)))
                .singleElement()
                .satisfies(asked ->
                        assertThat(asked.body()).contains("\"municipality\":\"2380\"", "\"municipality\":\"2321\""));
    }

    @Test
    void the_alerts_page_knows_where_it_is_whatever_its_address_says_and_leads_back_to_all_of_it() throws Exception {
        Document page = page("/alerts/" + THERE);

        assertThat(page.select("nav.place strong").text()).isEqualTo("Åre");
        assertThat(page.select("main > p.small a").attr("href")).isEqualTo("/inbox");
        assertThat(page("/alerts/" + THERE + "?municipality=2380")
                        .select("nav.place strong")
                        .text())
                .isEqualTo("Åre");
        leadsTo("/alerts/" + THERE + "/acts", "form", UUID.randomUUID().toString(), "act", "acknowledge");
        assertThat(kafka.published())
                .singleElement()
                .satisfies(record -> assertThat(
                                ((AlertAcknowledged) record.value()).getHeader().getMunicipality())
                        .isEqualTo("2321"));
    }

    @Test
    void another_county_is_not_his_and_the_whole_of_his_own_is_not_a_municipalitys() throws Exception {
        BEHIND.says(INBOX_API, FakeBehind.json(403, "{\"code\":\"other-municipality\"}"));

        assertThat(bjorn.get("/inbox?county=12").statusCode()).isEqualTo(403);
        assertThat(BEHIND.lastAsked().target())
                .as("the API refuses it too, and logs it")
                .startsWith(INBOX_API + "?county=12");
        assertThat(bjorn.get("/inbox/bell?county=12").statusCode()).isEqualTo(403);
        assertThat(bjorn.get("/inbox?county=99").statusCode()).isEqualTo(400);
        try (Browser school = WORKPLACE.stranger()) {
            school.signIn(SignInHere.SCHOOL, "/start");
            assertThat(school.get("/inbox?county=23").statusCode()).isEqualTo(403);
            assertThat(school.get("/inbox/bell?county=23").statusCode()).isEqualTo(403);
        }
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(bjorn.get(path).body());
    }

    /** Where a form leads. */
    private String leadsTo(String path, String... namesAndValues) throws Exception {
        HttpResponse<String> answer = bjorn.post(
                bjorn.at(path),
                Stream.concat(Stream.of(namesAndValues), Stream.of("_csrf", bjorn.formToken()))
                        .toList());
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static void is(String id, String notice, String filed) {
        BEHIND.says(
                        ALERTS + id,
                        "{\"asOf\":\"2026-06-22T08:00:00Z\",\"sources\":[],\"alert\":%s,\"filed\":\"%s\"}"
                                .formatted(notice, filed))
                .says(ALERTS + id + "/history", "{\"alert\":%s,\"told\":[],\"actions\":[]}".formatted(notice));
    }

    private static String list(String... notices) {
        return """
                {"asOf":"2026-06-22T08:00:00Z","standby":false,"county":"23","sources":[
                  %s,%s,%s,%s,%s,%s],
                 "page":2,"pages":1,"total":2,"levels":{"1":2},"alerts":[%s],"answers":{},
                 "told":{"%s":"2026-06-21T12:00:00Z","%s":"2026-06-21T12:00:00Z"},"changed":1,
                 "filed":{"%s":"2380","%s":"2321"}}""".formatted(
                        source("2303", "SOCIAL_SERVICES", "null", true),
                        source("2303", "SCHOOL", "null", true),
                        source("2321", "SOCIAL_SERVICES", "\"2026-06-21T10:00:00Z\"", false),
                        source("2321", "SCHOOL", "null", true),
                        source("2380", "SOCIAL_SERVICES", "\"2026-06-22T07:40:00Z\"", false),
                        source("2380", "SCHOOL", "\"2026-06-01T22:00:00Z\"", true),
                        String.join(",", notices),
                        HERE,
                        THERE,
                        HERE,
                        THERE);
    }

    private static String source(String municipality, String agency, String last, boolean silent) {
        return "{\"municipality\":\"%s\",\"agency\":\"%s\",\"lastEventAt\":%s,\"silent\":%s}"
                .formatted(municipality, agency, last, silent);
    }
}
