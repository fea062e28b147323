package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samordna.workplace.AlertStories.ALERTS;
import static se.samordna.workplace.AlertStories.OVERDUE_ID;
import static se.samordna.workplace.AlertStories.WATCHED_ID;

import com.sun.net.httpserver.HttpHandler;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a coordinator has before them: the list, the ways of looking at it, and what a school has instead. */
class InboxTest extends AgainstFakes {
    private static final Pattern PAGE = Pattern.compile("page=(\\d+)");

    @BeforeEach
    void each_was_told_once() {
        BEHIND.says(INBOX_API, Stories.told(0));
    }

    @Test
    void the_list_says_what_is_due_and_what_to_do() throws Exception {
        Document page = WORKPLACE.page(INBOX_PAGE);

        assertThat(page.title()).isEqualTo("Inkorg, Östersund – Samordna");
        List<Element> rows = page.select("tbody tr");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).text())
                .contains("Försenat", "18 juni 2026", "3 dagar försenat")
                .contains("En orosanmälan väntar på omedelbar skyddsbedömning.")
                .contains("Gör skyddsbedömningen i dag", "R01", "SoL 20:1", "Öppet", "0b540000");
        assertThat(rows.get(1).text())
                .contains("Att göra", "24 juni 2026", "om 2 dagar", "utan en samordnad individuell plan", "Kvitterat");
        assertThat(page.select("tbody a").eachAttr("href"))
                .containsExactly(
                        "/alerts/" + OVERDUE_ID + "?municipality=2380", "/alerts/" + WATCHED_ID + "?municipality=2380");
        assertThat(page.select("tbody input").eachAttr("value"))
                .as("what can be acknowledged")
                .containsExactly(OVERDUE_ID);
        assertThat(page.select(".tally li").eachText())
                .contains("1 Försenat eller eskalerat", "0 Brådskande", "1 Att göra");
        assertThat(page.text()).contains("Skolan (senast 2 juni 2026). Att inget syns därifrån");
        assertThat(BEHIND.asked).singleElement().satisfies(asked -> {
            assertThat(withoutSince(asked.target()))
                    .startsWith(INBOX_API + "?municipality=2380&page=1&snoozed=hidden&status=OPEN%2CACKNOWLEDGED");
            assertThat(asked.header("x-purpose")).isEqualTo("COORDINATION");
        });
    }

    @Test
    void a_violence_report_due_tonight_is_never_called_less_severe_than_its_rule_says() throws Exception {
        BEHIND.says(
                INBOX_API,
                Stories.ALERTS
                        .replace("\"R07\"", "\"R16\"")
                        .replace("\"level\":1,\"severity\":\"MEDIUM\"", "\"level\":1,\"severity\":\"CRITICAL\""));

        Element row = WORKPLACE.page(INBOX_PAGE).select("tbody tr").get(1);

        assertThat(row.select(".chip").eachText()).containsExactly("Att göra", "Regelns allvarlighet: högsta");
        assertThat(row.select(".chip.grave").text()).isEqualTo("Regelns allvarlighet: högsta");
        assertThat(WORKPLACE
                        .page(INBOX_PAGE + "&lang=en")
                        .select("#level option")
                        .eachText())
                .containsExactly("Any", "Overdue or escalated", "Urgent", "To do");
    }

    @Test
    void what_has_come_to_its_worst_before_it_is_due_is_not_called_overdue() throws Exception {
        BEHIND.says(INBOX_API, Stories.ALERTS.replace("\"overdue\":true", "\"overdue\":false"));

        assertThat(WORKPLACE.page(INBOX_PAGE).select("tbody .due .chip").eachText())
                .containsExactly("Eskalerat", "Att göra");
    }

    @Test
    void every_way_of_looking_at_it_is_an_address() throws Exception {
        BEHIND.says(
                INBOX_API,
                "{%s,\"page\":2,\"pages\":3,\"total\":101,\"levels\":{\"3\":7,\"2\":4,\"1\":90},\"alerts\":[%s]}"
                        .formatted(Stories.SOURCES, Stories.RESOLVED));

        Document page = WORKPLACE.page(INBOX_PAGE + "&status=RESOLVED&rule=R02&level=2&due=7&page=2&lang=en");

        assertThat(withoutSince(BEHIND.lastAsked().target()))
                .startsWith(INBOX_API
                        + "?municipality=2380&dueWithin=7&late=hidden&level=2&page=2&rule=R02&status=RESOLVED");
        assertThat(page.select("option[selected]").eachAttr("value"))
                .containsExactly("2380", "RESOLVED", "R02", "2", "7");
        assertThat(page.select("a[rel]").eachAttr("href"))
                .containsExactly(
                        INBOX_PAGE + "&status=RESOLVED&rule=R02&level=2&due=7",
                        INBOX_PAGE + "&status=RESOLVED&rule=R02&level=2&due=7&page=3");
        assertThat(page.select(".tally b").eachText()).startsWith("7", "4", "90");
        assertThat(page.text()).contains("101 alerts", "Page 2 of 3", "Resolved");
    }

    @Test
    void nothing_is_to_be_done_next_about_what_is_over() throws Exception {
        BEHIND.says(
                INBOX_API,
                "{%s,\"page\":1,\"pages\":1,\"total\":2,\"alerts\":[%s,%s]}"
                        .formatted(Stories.SOURCES, AlertStories.WITHDRAWN, Stories.RESOLVED));

        Document page = WORKPLACE.page(INBOX_PAGE + "&status=ALL");

        assertThat(page.select("tbody .state").eachText().getFirst())
                .contains("Återtaget: en uppgift som larmet vilade på har rättats");
        assertThat(page.select("tbody").text()).doesNotContain("Gör detta härnäst");
        BEHIND.says(INBOX_API, Stories.ALERTS);
        assertThat(WORKPLACE.page(INBOX_PAGE).select("tbody").text()).contains("Gör detta härnäst");
    }

    @Test
    void what_is_snoozed_is_behind_a_link() throws Exception {
        BEHIND.says(INBOX_API, Stories.ALERTS.replace("\"total\":2", "\"total\":2,\"hidden\":1"));
        Element note = WORKPLACE.page(INBOX_PAGE).expectFirst("#alerts > .note:has(a)");
        assertThat(note.text()).isEqualTo("1 vilande larm visas inte här. Visa vilande");

        WORKPLACE.page(note.expectFirst("a").attr("href"));

        assertThat(BEHIND.lastAsked().target()).contains("snoozed=only", "status=OPEN%2CACKNOWLEDGED");
        WORKPLACE.page(INBOX_PAGE + "&status=OPEN");
        assertThat(BEHIND.lastAsked().target()).doesNotContain("snoozed");
    }

    @Test
    void a_view_is_kept_under_ones_own_name_and_nobodys_number() throws Exception {
        String back = "back=" + "municipality%3D2380%26status%3DOPEN%26level%3D3";
        assertThat(WORKPLACE
                        .form("/inbox/views", back + "&name=Br%C3%A5ttom+%26+%C3%B6ppet")
                        .statusCode())
                .isEqualTo(303);

        Element view = WORKPLACE.page(INBOX_PAGE).expectFirst("#views li");
        assertThat(view.select("a").text()).isEqualTo("Bråttom & öppet");
        assertThat(view.select("a").attr("href")).isEqualTo(INBOX_PAGE + "&status=OPEN&level=3");

        for (String name : List.of("", "%20", "20170101-2385", "x".repeat(41))) {
            HttpResponse<String> refused = WORKPLACE.form("/inbox/views", back + "&name=" + name);
            String leadsTo = refused.headers().firstValue("Location").orElseThrow();
            assertThat(leadsTo).contains("view=bad").doesNotContain("20170101");
            assertThat(WORKPLACE
                            .page("/" + leadsTo.replaceAll("^(https?://[^/]*)?/|#.*", ""))
                            .select("#name-fault")
                            .text())
                    .isNotEmpty();
        }

        WORKPLACE.form("/inbox/views", back + "&forget=Br%C3%A5ttom+%26+%C3%B6ppet");
        assertThat(WORKPLACE.page(INBOX_PAGE).select("#views li")).isEmpty();
    }

    @Test
    void an_empty_list_says_so_and_which_silent_source_may_be_why() throws Exception {
        BEHIND.says(INBOX_API, Stories.NO_ALERTS);

        Document page = WORKPLACE.page(INBOX_PAGE);

        assertThat(page.select("table")).isEmpty();
        assertThat(page.expectFirst("#alerts section").text())
                .startsWith("Inga larm här Just nu finns inget som behöver samordnas i Östersund")
                .contains("Dessa källor är tysta: Skolan (senast 2 juni 2026).");
        assertThat(WORKPLACE
                        .page(INBOX_PAGE + "&level=3")
                        .expectFirst("#alerts section")
                        .text())
                .contains("Inget larm passar urvalet");
    }

    @Test
    void past_the_last_page_stands_the_last_one() throws Exception {
        endsWithPage(2);

        Document page = WORKPLACE.page(INBOX_PAGE + "&page=99");

        assertThat(page.select("tbody tr")).hasSize(1);
        assertThat(page.text()).contains("Sida 2 av 2").doesNotContain("Inga larm här");
        assertThat(page.select("a[rel]").eachAttr("href")).containsExactly(INBOX_PAGE);
        assertThat(page.select("#together input[name=back]").val()).isEqualTo("municipality=2380&page=2");
        assertThat(BEHIND.asked.stream().map(asked -> asked.target().replaceAll(".*&(page=\\d+).*", "$1")))
                .containsExactly("page=99", "page=2");
    }

    @Test
    void when_all_there_was_is_done_the_first_page_says_that_nothing_is_left() throws Exception {
        BEHIND.says(INBOX_API, Stories.NO_ALERTS);

        Document page = WORKPLACE.page(INBOX_PAGE + "&page=2");

        assertThat(BEHIND.lastAsked().target()).contains("&page=1&");
        assertThat(page.text()).contains("Inga larm här");
    }

    /** A list whose pages beyond this one are empty. */
    static void endsWithPage(int last) {
        BEHIND.says(INBOX_API, (HttpHandler) exchange -> {
            Matcher page = PAGE.matcher(exchange.getRequestURI().getQuery());
            int asked = page.find() ? Integer.parseInt(page.group(1)) : 1;
            FakeBehind.json(
                            200,
                            "{%s,\"page\":%d,\"pages\":%d,\"total\":51,\"alerts\":[%s]}"
                                    .formatted(Stories.SOURCES, asked, last, asked > last ? "" : Stories.RESOLVED))
                    .handle(exchange);
        });
    }

    @Test
    void a_school_sees_what_it_is_asked_and_nothing_else() throws Exception {
        BEHIND.says(
                INBOX_API,
                "{%s,\"page\":1,\"pages\":1,\"total\":1,\"levels\":{\"1\":1},\"alerts\":[%s]}"
                        .formatted(Stories.SOURCES, AlertStories.NOTICE));
        String notice = ALERTS + "89c92de3-2f6c-5937-b7c5-9fc228a53732";
        BEHIND.says(notice, AlertStories.one(AlertStories.NOTICE))
                .says(notice + "/history", AlertStories.history(AlertStories.NOTICE));
        try (Browser school = WORKPLACE.stranger()) {
            Document list =
                    Jsoup.parse(school.signIn(SignInHere.SCHOOL, "/inbox").body());

            assertThat(list.select("tbody tr").text())
                    .contains(
                            "Försenat", "Socialtjänsten ber om kontakt om skolgången.", "Ta kontakt med socialtjänsten")
                    .doesNotContain("R13", "SoL", "sedan");
            assertThat(list.select("#rule option").eachAttr("value")).containsExactly("", "R09");
            Document page = Jsoup.parse(
                    school.get(list.expectFirst("tbody a").attr("href")).body());
            assertThat(page.select("main section").eachAttr("aria-labelledby")).containsExactly("do", "who", "history");
            assertThat(page.select(".act button").eachText()).containsExactly("Mottaget", "Svara");
            assertThat(page.select("main a[href^=/children]")).isEmpty();
            assertThat(page.text()).doesNotContain("Polisen", "anmälningsplikt");
            assertThat(school.get("/inbox?municipality=1265").statusCode())
                    .as("another municipality")
                    .isEqualTo(403);
            assertThat(BEHIND.lastAsked().target())
                    .as("the API refuses it too, and logs it")
                    .startsWith(INBOX_API + "?municipality=1265");
            assertThat(school.get("/inbox/bell?municipality=1265").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void a_municipality_leads_to_its_inbox() throws Exception {
        assertThat(WORKPLACE
                        .get("/municipalities/2380")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith(INBOX_PAGE);
        assertThat(WORKPLACE.get("/inbox").headers().firstValue("Location").orElseThrow())
                .as("of all of them")
                .endsWith("/");
    }

    /** One visit is no other's: what an earlier test saw is not this one's to say. */
    private static String withoutSince(String target) {
        return target.replaceAll("&since=[^&]*", "");
    }
}
