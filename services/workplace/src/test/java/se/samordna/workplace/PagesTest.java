package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a coordinator sees: the municipalities, the alert list, the search. */
class PagesTest extends AgainstFakes {

    @Test
    void one_begins_with_the_municipalities_that_have_a_plan() throws Exception {
        Document page = WORKPLACE.page("/");

        assertThat(page.select("h1").eachText()).containsExactly("Välj kommun");
        assertThat(page.select("[aria-labelledby=plans] strong").eachText())
                .containsExactly("Östersund", "Sjöbo", "Borås");
        assertThat(page.select("[aria-labelledby=demo] strong").eachText())
                .containsExactly("Ragunda", "Bräcke", "Krokom", "Strömsund", "Åre", "Berg", "Härjedalen", "Östersund");
        assertThat(page.select("[aria-labelledby=all] a")).hasSize(290);
    }

    @Test
    void any_municipality_is_found_by_part_of_its_name_or_its_code() throws Exception {
        assertThat(WORKPLACE
                        .page("/?q=STRÖM")
                        .select("[aria-labelledby=found] a")
                        .eachText())
                .containsExactly("Olofström", "Strömstad", "Strömsund");
        assertThat(WORKPLACE
                        .page("/?q=1490")
                        .select("[aria-labelledby=found] a")
                        .eachText())
                .containsExactly("Borås");
        assertThat(WORKPLACE.page("/?q=Atlantis").select("#found").text()).contains("Atlantis");
    }

    @Test
    void the_list_of_what_is_to_be_done_leaves_out_what_is_snoozed_and_says_so() throws Exception {
        BEHIND.says("/api/coordination/v1/alerts", Stories.ALERTS.replace("\"total\":2", "\"total\":2,\"hidden\":1"));

        assertThat(WORKPLACE
                        .page("/municipalities/2380")
                        .select("#alerts > .note")
                        .eachText())
                .contains("1 vilande larm visas inte här. Välj Öppet eller Kvitterat för att se det.");
        assertThat(BEHIND.asked.getLast().target()).contains("snoozed=hidden");

        WORKPLACE.page("/municipalities/2380?status=OPEN");
        assertThat(BEHIND.asked.getLast().target()).doesNotContain("snoozed");
    }

    @Test
    void the_alert_list_says_what_is_due_and_what_to_do() throws Exception {
        Document page = WORKPLACE.page("/municipalities/2380");

        assertThat(page.title()).isEqualTo("Larm i Östersund – Samordna");
        List<Element> rows = page.select("tbody tr");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).text())
                .contains("Försenat", "18 juni 2026", "3 dagar försenat")
                .contains("En orosanmälan väntar på omedelbar skyddsbedömning.")
                .contains("Gör skyddsbedömningen i dag", "R01", "SoL 20:1", "Öppet");
        assertThat(rows.get(1).text())
                .contains(
                        "Att bevaka", "24 juni 2026", "om 2 dagar", "utan en samordnad individuell plan", "Kvitterat");
        assertThat(page.select("tbody a").eachAttr("href")).containsOnly(CHILD_PAGE);
        assertThat(page.select(".tally li").eachText())
                .containsExactly("1 Försenat eller värst", "0 Brådskande", "1 Att bevaka");
        assertThat(page.text()).contains("Skolan (senast 2 juni 2026 15:00). Att inget syns därifrån");
        assertThat(BEHIND.lastAsked().target())
                .isEqualTo(
                        "/api/coordination/v1/alerts?municipality=2380&page=1&snoozed=hidden&status=OPEN%2CACKNOWLEDGED");
        assertThat(BEHIND.lastAsked().header("x-purpose")).isEqualTo("COORDINATION");
    }

    @Test
    void the_rules_are_shown_with_their_law_their_numbers_and_who_is_told_on_which_ground() throws Exception {
        Document page = WORKPLACE.page("/rules");

        assertThat(page.title()).isEqualTo("Reglerna bakom larmen – Samordna");
        assertThat(page.select("nav a[aria-current]").eachText()).containsExactly("Regler");
        assertThat(page.select("#R01").text())
                .contains("Varje anmälan ska genast bedömas.", "12:00 nästa dag", "SoL 20:1")
                .contains("Socialtjänsten: larmet i sin helhet. Grund: egen verksamhet.")
                .contains("3 av 10 larm stängdes som inte till nytta")
                .doesNotContain("Se över regeln", "frånvaro");
        assertThat(page.select("#R10").text())
                .contains("Grund: samma som händelsen larmet vilar på.")
                .contains("meddelandet ”coordination-proposed”, om ett samtycke namnger mottagaren. Grund: samtycke.")
                .contains("Se över regeln 4 av 10 larm", "och talen för hög frånvaro")
                .contains("Regelns version 1, inställningarnas version 1.2.");
        assertThat(page.select("#absence").text())
                .contains("15 procents frånvaro gör en dag hög", "Inställningarnas version 2");
        assertThat(WORKPLACE.page("/rules?lang=en").select("#R10").text())
                .contains("School and psychiatry should coordinate.", "7 days to act", "Ground: consent.");
    }

    @Test
    void the_rules_are_not_shown_as_none_when_nobody_answers() throws Exception {
        BEHIND.says("/api/coordination/v1/rules", FakeBehind.json(503, "{}", "Retry-After", "3"));

        assertThat(WORKPLACE.get("/rules").statusCode()).isEqualTo(503);
    }

    @Test
    void filters_and_pages_are_asked_for_and_kept() throws Exception {
        BEHIND.says(
                "/api/coordination/v1/alerts",
                "{%s,\"page\":2,\"pages\":3,\"total\":101,\"levels\":{\"3\":7,\"2\":4,\"1\":90},\"alerts\":[%s]}"
                        .formatted(Stories.SOURCES, Stories.RESOLVED));

        Document page = WORKPLACE.page("/municipalities/2380?status=RESOLVED&rule=R02&page=2&lang=en");

        assertThat(BEHIND.lastAsked().target())
                .isEqualTo("/api/coordination/v1/alerts?municipality=2380&page=2&rule=R02&status=RESOLVED");
        assertThat(page.select("option[selected]").eachAttr("value")).containsExactly("RESOLVED", "R02");
        assertThat(page.select("a[rel]").eachAttr("href"))
                .containsExactly(
                        "/municipalities/2380?status=RESOLVED&rule=R02&page=1",
                        "/municipalities/2380?status=RESOLVED&rule=R02&page=3");
        assertThat(page.select(".tally b").eachText()).containsExactly("7", "4", "90");
        assertThat(page.text()).contains("101 alerts", "Page 2 of 3", "Resolved");
    }

    @Test
    void the_list_refreshes_itself_until_asked_not_to() throws Exception {
        Element list = WORKPLACE.page("/municipalities/2380").expectFirst("#alerts");
        Element still = WORKPLACE.page("/municipalities/2380?live=off").expectFirst("#alerts");

        assertThat(list.attr("hx-trigger")).isEqualTo("every 60s");
        assertThat(list.attr("hx-get")).startsWith("/municipalities/2380?");
        assertThat(still.hasAttr("hx-get")).isFalse();
    }

    @Test
    void an_empty_list_says_so_and_that_a_silent_source_may_be_why() throws Exception {
        BEHIND.says("/api/coordination/v1/alerts", Stories.NO_ALERTS);

        Document page = WORKPLACE.page("/municipalities/2380");

        assertThat(page.select("table")).isEmpty();
        assertThat(page.expectFirst("main section").text())
                .startsWith("Inga larm här Just nu finns inget som behöver samordnas i Östersund")
                .endsWith("Observera att en källa är tyst: se ovan.");
    }

    @Test
    void a_search_turns_the_number_into_the_pseudonym_and_leads_on() throws Exception {
        HttpResponse<String> found = WORKPLACE.form("/search", "personnummer=20170101-2385");
        HttpResponse<String> again = WORKPLACE.form("/search", "personnummer=1701012385");

        assertThat(found.statusCode()).isEqualTo(303);
        assertThat(found.headers().firstValue("Location").orElseThrow())
                .matches(".*/children/[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
                .doesNotContain("2385");
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(found.headers().firstValue("Location"));
        assertThat(BEHIND.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "20170101-2386", "19", "hej", "201701012380201701012380", "<script>"})
    void a_wrong_number_is_said_so_and_never_repeated(String number) throws Exception {
        HttpResponse<String> answer =
                WORKPLACE.form("/search", "personnummer=" + URLEncoder.encode(number, StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("inte ett giltigt person", "aria-invalid=\"true\"");
        if (!number.isEmpty()) {
            assertThat(answer.body()).doesNotContain("value=\"" + number).doesNotContain("<script>");
        }
    }

    @Test
    void a_number_in_an_address_is_not_searched_for() throws Exception {
        HttpResponse<String> answer = WORKPLACE.get("/search?personnummer=20170101-2380");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("personnummer=20170101");
    }

    @Test
    void english_is_a_link_away_and_remembered() throws Exception {
        Document swedish = WORKPLACE.page("/municipalities/2380?status=ALL");
        HttpResponse<String> english = WORKPLACE.get("/municipalities/2380?status=ALL&lang=en");
        HttpResponse<String> later = WORKPLACE.get("/", "Cookie", "lang=en");
        HttpResponse<String> odd = WORKPLACE.get("/?lang=xx", "Cookie", "lang=<b>");

        assertThat(swedish.select("a[hreflang=en]").attr("href")).isEqualTo("/municipalities/2380?status=ALL&lang=en");
        assertThat(english.body()).contains("<html lang=\"en\"", "Alerts in Östersund", "3 days overdue");
        assertThat(english.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("lang=en;")
                .contains("HttpOnly", "SameSite=Lax");
        assertThat(later.body()).contains("Choose a municipality");
        assertThat(odd.body()).contains("Välj kommun").doesNotContain("<b>");
    }
}
