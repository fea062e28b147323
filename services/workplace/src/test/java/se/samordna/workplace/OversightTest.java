package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Disa, data protection officer, and Olle, operator, see. */
class OversightTest extends AgainstFakes {
    private static final String LEDGER = "/api/coordination/v1/ledger";
    private static final String ACCESS_LOG = "/api/coordination/v1/access-log";
    private static final String OPERATION = "/api/coordination/v1/operation";
    private static final String ALERT = "89c92de3-2f6c-5937-b7c5-9fc228a5372f";
    private static final String NO_CHILD = "00000000-0000-0000-0000-000000000000";
    private static final String KARIN = "5a3e0000-0000-4000-8000-000000000101";

    private static final String PAGE =
            "{\"asOf\":\"2026-06-22T08:00:00Z\",\"from\":\"2026-05-23\",\"to\":\"2026-06-22\",\"area\":\"2380\",%s}";

    private static final String TOLD = """
            "rows":[
             {"at":"2026-06-20T08:00:00Z","childId":"%1$s","alertId":"%2$s","rule":"R05","municipality":"2380",
              "recipient":"police","revision":2,"status":"WITHDRAWN","ground":"CRIME_PREVENTION","reason":"RETRACTED",
              "supersededBy":null,"fields":["alertId","status"],"policy":1},
             {"at":"2026-06-18T08:00:00Z","childId":"%1$s","alertId":"%2$s","rule":null,"municipality":null,
              "recipient":"social-services","revision":1,"status":"OPEN","ground":"OWN","reason":null,
              "supersededBy":null,"fields":["alertId","status","dueAt"],"policy":1}],
            "next":"0-4f.1-a","cutShort":false,"unreadable":0""".formatted(Stories.CHILD, ALERT);

    private static final String LOOKS = """
            "rows":[
             {"at":"2026-06-22T07:59:00Z","who":"%1$s","role":"coordinator","purpose":"COORDINATION","what":"CHILD",
              "result":"DENIED","childId":"%2$s"},
             {"at":"2026-06-22T07:58:00Z","who":"operator","role":"OPERATOR","purpose":"COORDINATION","what":"NEWS",
              "result":"GRANTED","childId":"%3$s"}],
            "next":null,"cutShort":false,"unreadable":1""".formatted(KARIN, Stories.CHILD, NO_CHILD);

    private static final String STANDS = """
            {"asOf":"2026-06-22T08:00:00Z","at":"2026-06-22T08:00:01Z","state":"RUNNING","because":null,"read":true,
             "apps":[
              {"app":"coordination","state":"STABLE","members":2,"partitions":24,"behind":12,
               "waiting":"2026-06-22T07:59:00Z",
               "late":[{"topic":"school.events","partition":3,"position":10,"end":22,"behind":12,
                        "waiting":"2026-06-22T07:59:00Z"}]},
              {"app":"indicators","state":"PREPARING_REBALANCE","members":1,"partitions":24,"behind":0,"waiting":null,
               "late":[]}],
             "counted":true,
             "balance":[
              {"agency":"SOCIAL_SERVICES","accounted":4021,"days":[{"day":"2026-06-22","accounted":17}],"waiting":0,
               "dead":2},
              {"agency":"SCHOOL","accounted":0,"days":[],"waiting":12,"dead":0}],
             "silent":{"after":"PT168H","feeds":8,"never":3,
              "sources":[{"municipality":"2380","agency":"POLICE","lastEventAt":"2026-05-01T08:00:00Z"}]},
             "deadLetters":{"looked":3,"more":true,
              "reasons":[
               {"topic":"social-services.events","reason":"unknown-type","letters":3,"replayed":1,
                "newest":"2026-06-21T08:00:00Z"},
               {"topic":"school.events","reason":"bad-bytes","letters":1,"replayed":0,"newest":"2026-06-20T08:00:00Z"}],
              "newest":[{"place":"social-services.events.dlq/0/17","topic":"social-services.events",
                "from":"social-services.events/0/99","reason":"unknown-type","at":"2026-06-21T08:00:00Z","bytes":130,
                "replayed":true},{"place":"school.events.dlq/1/2","topic":"school.events",
                "from":"school.events/1/7","reason":"bad-bytes","at":"2026-06-20T08:00:00Z","bytes":90,
                "replayed":false}]}}""";

    private static Browser disa;
    private static Browser olle;

    @BeforeAll
    static void they_sign_in() throws Exception {
        disa = WORKPLACE.stranger();
        disa.signIn("5a3e0000-0000-4000-8000-000000000106", "/");
        olle = WORKPLACE.stranger();
        olle.signIn("5a3e0000-0000-4000-8000-000000000107", "/");
    }

    @AfterAll
    static void they_leave() {
        disa.close();
        olle.close();
    }

    @BeforeEach
    void the_logs() {
        BEHIND.says(LEDGER, PAGE.formatted(TOLD))
                .says(ACCESS_LOG, PAGE.formatted(LOOKS))
                .says(OPERATION, STANDS);
    }

    @Test
    void the_officer_sees_who_was_told_what_on_which_ground_and_why_it_was_recalled() throws Exception {
        Document page = page(disa, "/ledger");

        assertThat(page.title()).isEqualTo("Utlämnanden – Samordna");
        assertThat(page.select("nav a[aria-current]").eachText()).containsExactly("Utlämnanden");
        assertThat(page.select("tbody tr")).hasSize(2);
        assertThat(page.expectFirst("tbody tr").text())
                .contains("20 juni 2026 10:00", "Polisen", "Återtaget", "Version 2", "R05")
                .contains("Ändrat därför att en händelse drogs tillbaka.", "Uppgifter: 2", "larmets nummer, läge");
        assertThat(page.expectFirst("tbody tr:last-child").text())
                .contains("Socialtjänsten", "Larmet är raderat", Stories.CHILD.substring(0, 8))
                .doesNotContain("därför");
        assertThat(page.select("#from").val()).isEqualTo("2026-05-23");
        assertThat(BEHIND.lastAsked().header("x-purpose")).isEqualTo("DATA_PROTECTION");
        assertThat(BEHIND.lastAsked().target()).isEqualTo(LEDGER);
    }

    @Test
    void what_is_chosen_is_asked_for_and_stays_chosen_in_links_file_and_the_other_language() throws Exception {
        String chosen = "alert=" + ALERT + "&from=2026-06-01&ground=OWN&recipient=police&rule=R05&to=2026-06-20";
        Document page = page(disa, "/ledger?" + chosen);

        assertThat(BEHIND.lastAsked().target()).isEqualTo(LEDGER + "?" + chosen);
        assertThat(page.select("select option[selected]").eachAttr("value"))
                .containsExactlyInAnyOrder("police", "R05", "OWN");
        assertThat(page.select("#alert").val()).isEqualTo(ALERT);
        Element older = page.expectFirst("a[rel=next]");
        assertThat(older.attr("href")).startsWith("/ledger?").contains("cursor=0-4f.1-a", "recipient=police");
        assertThat(page.select("a[href^=/ledger/export.csv]").attr("href")).isEqualTo("/ledger/export.csv?" + chosen);
        assertThat(page.select("a[hreflang=en]").attr("href"))
                .contains("recipient=police", "alert=" + ALERT, "from=2026-06-01", "lang=en");

        Document next = page(disa, older.attr("href"));
        assertThat(BEHIND.lastAsked().target()).contains("cursor=0-4f.1-a", "ground=OWN");
        assertThat(next.text()).contains("Detta är äldre rader.");
        assertThat(next.select("a:contains(Till de nyaste)").attr("href")).doesNotContain("cursor");
    }

    @Test
    void the_officer_sees_who_looked_and_who_was_denied_without_their_own_readings() throws Exception {
        Document page = page(disa, "/access-log");

        assertThat(BEHIND.lastAsked().target()).isEqualTo(ACCESS_LOG + "?officers=hidden");
        assertThat(page.expectFirst("tbody tr").text())
                .contains("samordnare", KARIN, "Barnets sida", "Ändamål: samordning", "Nekat");
        assertThat(page.expectFirst("tbody tr").select(".chip.level-3")).hasSize(1);
        assertThat(page.expectFirst("tbody tr:last-child").text())
                .contains("drifttekniker", "NEWS", "Visat", "inget barn");
        assertThat(page.text()).contains("1 poster gick inte att läsa");

        page(disa, "/access-log?officers=shown&who=" + KARIN);
        assertThat(BEHIND.lastAsked().target()).isEqualTo(ACCESS_LOG + "?officers=shown&who=" + KARIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ledger?child=201701012385",
                "/ledger?alert=20170101-2385",
                "/access-log?who=201701012385",
                "/access-log?who=20170101-2385",
                "/access-log?child=201701012385",
                "/access-log?from=201701012385",
                "/ledger?from=2026-11-31",
                "/access-log?from=2026-11-10&to=2026-11-01"
            })
    void what_cannot_be_is_told_by_its_field_never_repeated_and_not_asked(String path) throws Exception {
        HttpResponse<String> answer = disa.get(path);
        Document page = Jsoup.parse(answer.body());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(page.select("[role=alert]").text()).contains("Rätta fältet");
        assertThat(page.select("[aria-invalid=true]")).hasSize(1);
        assertThat(page.select("[aria-invalid=true]").attr("aria-describedby")).contains("-fault");
        assertThat(answer.body()).doesNotContain("01012385", "0101-2385");
        assertThat(BEHIND.asked).isEmpty();
    }

    @Test
    void an_empty_log_says_what_that_means() throws Exception {
        BEHIND.says(LEDGER, PAGE.formatted("\"rows\":[],\"next\":null,\"cutShort\":false,\"unreadable\":0"));
        assertThat(page(disa, "/ledger").text()).contains("Inget har lämnats ut de dagarna.");
        assertThat(page(disa, "/ledger?recipient=police").text()).contains("Inget passar urvalet");

        BEHIND.says(LEDGER, PAGE.formatted("\"rows\":[],\"next\":\"0-1\",\"cutShort\":true,\"unreadable\":0"));
        Document cut = page(disa, "/ledger?recipient=police");
        assertThat(cut.text()).contains("Tiden räckte inte till").doesNotContain("Inget passar urvalet");
        assertThat(cut.select("a[rel=next]").text()).isEqualTo("Sök vidare bland äldre rader");
    }

    @Test
    void a_file_is_given_as_the_api_tells_it_and_kept_by_nobody() throws Exception {
        BEHIND.says(ACCESS_LOG, exchange -> {
            byte[] csv = "at,who\r\n2026-06-22T07:59:00Z,'=x\r\n".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, csv.length);
            exchange.getResponseBody().write(csv);
            exchange.close();
        });

        HttpResponse<String> file = disa.get("/access-log/export.csv?result=DENIED");

        assertThat(BEHIND.lastAsked().target()).isEqualTo(ACCESS_LOG + "?officers=hidden&result=DENIED");
        assertThat(BEHIND.lastAsked().header("accept")).isEqualTo("text/csv");
        assertThat(file.body()).isEqualTo("at,who\r\n2026-06-22T07:59:00Z,'=x\r\n");
        assertThat(file.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"access-log.csv\"");
        assertThat(file.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(disa.get("/ledger/export.csv?child=201701012385").statusCode())
                .isEqualTo(400);
    }

    @Test
    void where_the_log_cannot_be_read_the_page_says_so_and_shows_no_empty_list() throws Exception {
        for (String path : List.of("/ledger", "/access-log", "/ledger/export.csv", "/operator")) {
            for (String api : List.of(LEDGER, ACCESS_LOG, OPERATION)) {
                BEHIND.says(api, FakeBehind.json(503, "{\"code\":\"log-away\"}", "Retry-After", "2"));
            }
            HttpResponse<String> answer = (path.equals("/operator") ? olle : disa).get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(503);
            assertThat(answer.body())
                    .contains("Loggen går inte att läsa just nu", "Försök igen")
                    .doesNotContain("<table");
        }
    }

    @Test
    void the_operator_sees_balance_silence_dead_letters_and_lag_with_the_commands_that_help() throws Exception {
        Document page = page(olle, "/operator");

        assertThat(page.select("nav a[aria-current]").eachText()).containsExactly("Drift");
        assertThat(page.select("section[aria-labelledby=balance] tbody tr").eachText())
                .containsExactly("Socialtjänsten 4 021 0 2 22 juni 2026: 17", "Skolan 0 12 0 Inga händelser än");
        assertThat(page.select("section[aria-labelledby=balance] code").eachText())
                .containsExactly("infra/samordna balance");
        assertThat(page.select("section[aria-labelledby=silent]").text())
                .contains("inget har kommit på 7 dagar. 1 av 8 källor är tysta", "3 har aldrig hört av sig")
                .contains("Östersund Polisen 1 maj 2026 10:00");
        assertThat(page.select("section[aria-labelledby=dead] .command").eachText())
                .containsExactly(
                        "infra/samordna dlq replay --topic social-services.events --reason unknown-type",
                        "infra/samordna dlq show social-services.events.dlq/0/17",
                        "infra/samordna dlq show school.events.dlq/1/2");
        assertThat(page.select("section[aria-labelledby=dead] summary").text()).isEqualTo("De 2 nyaste, ett och ett");
        assertThat(page.select("section[aria-labelledby=dead]").text())
                .contains("Typen är okänd här", "Byten stämmer inte", "Här räknas de 3 nyaste.", "återfört");
        assertThat(page.select("section[aria-labelledby=lag] tbody tr").eachText())
                .containsExactly(
                        "Samordning Igång 2 12 Partitioner som ligger efter: 1 school.events-3 12, 22 juni 2026 09:59"
                                + " 22 juni 2026 09:59",
                        "Indikatorer Flyttar uppgifter 1 0 –");
        assertThat(BEHIND.lastAsked().header("x-purpose")).isEqualTo("OPERATION");
    }

    @Test
    void numbers_that_are_not_read_yet_are_not_shown_as_none() throws Exception {
        BEHIND.says(OPERATION, STANDS.replace("\"counted\":true", "\"counted\":false"));

        Document page = page(olle, "/operator");

        assertThat(page.select("section[aria-labelledby=balance] tbody")).isEmpty();
        assertThat(page.text()).contains("Talen läses in för första gången sedan starten.");
    }

    @Test
    void all_of_it_is_there_in_english() throws Exception {
        assertThat(page(disa, "/ledger?lang=en").text())
                .contains("Disclosures", "Police", "Changed because an event was taken back.", "Withdrawn");
        assertThat(page(disa, "/access-log?lang=en").text()).contains("Access log", "Denied", "no child");
        assertThat(page(olle, "/operator?lang=en").text())
                .contains(
                        "Is everything accounted for?", "Silent sources", "The type is not known here", "Moving work");
    }

    @Test
    void each_begins_at_their_own_page() throws Exception {
        assertThat(disa.get("/start").headers().firstValue("Location")).contains("/ledger");
        assertThat(olle.get("/start").headers().firstValue("Location")).contains("/operator");
        assertThat(page(disa, "/ledger").select("header nav a[href^=/]").eachAttr("href"))
                .contains("/ledger", "/access-log")
                .doesNotContain("/operator", "/inbox", "/search");
    }

    private static Document page(Browser who, String path) throws Exception {
        HttpResponse<String> answer = who.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("??");
        return Jsoup.parse(answer.body());
    }
}
