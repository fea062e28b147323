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

/** What a coordinator sees: the municipalities, the rules, the search. */
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
        assertThat(WORKPLACE
                        .page("/?q=ostersund")
                        .select("[aria-labelledby=found] a")
                        .eachText())
                .containsExactly("Östersund");
        Element none = WORKPLACE.page("/?q=Atlantis").expectFirst("#found");
        assertThat(none.text()).contains("Atlantis", "Sök igen");
        assertThat(none.select("a").attr("href")).isEqualTo("#q");
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
                .contains("Av 10 stängda larm de senaste 90 dagarna: 50 % hanterade, 10 % behövdes inte, 30 % inte till"
                        + " nytta, 10 % felaktiga.")
                .doesNotContain("Se över regeln", "frånvaro");
        assertThat(page.select("#R10").text())
                .contains("Grund: samma som händelsen larmet vilar på.")
                .contains("meddelandet ”Samordning föreslås.”, om ett samtycke namnger mottagaren. Grund: samtycke.")
                .contains("Se över regeln 4 av 10 larm", "och talen för hög frånvaro")
                .contains("Regelns version 1, inställningarnas version 1.2.");
        assertThat(page.select("#absence").text())
                .contains("15 procents frånvaro gör en dag hög", "Inställningarnas version 2");
        assertThat(WORKPLACE.page("/rules?lang=en").select("#R10").text())
                .contains("School and psychiatry should coordinate.", "7 days to act", "Ground: consent.");
    }

    @Test
    void of_a_rule_that_says_one_of_several_things_each_is_told() throws Exception {
        BEHIND.says(
                "/api/coordination/v1/rules",
                Stories.RULES.replace("coordination-proposed", "opened / not-opened / ongoing"));

        assertThat(WORKPLACE.page("/rules").select("#R10").text())
                .contains("en utredning har inletts.” / ”", "ingen utredning har inletts.” / ”", "pågår redan.”")
                .doesNotContain("opened", "ongoing");
    }

    @Test
    void the_rules_are_not_shown_as_none_when_nobody_answers() throws Exception {
        BEHIND.says("/api/coordination/v1/rules", FakeBehind.json(503, "{}", "Retry-After", "3"));

        assertThat(WORKPLACE.get("/rules").statusCode()).isEqualTo(503);
    }

    @Test
    void a_search_turns_the_number_into_the_pseudonym_and_leads_on_to_a_child_one_may_see() throws Exception {
        WORKPLACE.form("/search", "personnummer=20170103-2383");
        BEHIND.says(BEHIND.lastAsked().target(), Stories.CHILD_ANSWER);
        HttpResponse<String> found = WORKPLACE.form("/search", "personnummer=20170103-2383");
        HttpResponse<String> again = WORKPLACE.form("/search", "personnummer=1701032383");

        assertThat(found.statusCode()).isEqualTo(303);
        assertThat(found.headers().firstValue("Location").orElseThrow())
                .matches(".*/children/[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
                .doesNotContain("2383");
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(found.headers().firstValue("Location"));
        assertThat(BEHIND.asked)
                .hasSize(3)
                .allSatisfy(asked -> assertThat(asked.target()).matches("/api/coordination/v1/children/[0-9a-f-]{36}"));
    }

    @Test
    void whose_child_one_may_not_see_is_told_no_pseudonym() throws Exception {
        HttpResponse<String> unknown = WORKPLACE.form("/search", "personnummer=20170102-2384");
        String child = BEHIND.lastAsked().target().replaceAll(".*/", "");
        BEHIND.says(BEHIND.lastAsked().target(), FakeBehind.json(403, "{\"code\":\"no-ground\"}"));
        HttpResponse<String> refused = WORKPLACE.form("/search", "personnummer=20170102-2384");

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(List.of(unknown, refused)).allSatisfy(answer -> {
            assertThat(answer.headers().firstValue("Location")).isEmpty();
            assertThat(answer.body()).doesNotContain(child, "2384");
        });
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
        Document swedish = WORKPLACE.page("/inbox?municipality=2380&status=ALL");
        HttpResponse<String> english = WORKPLACE.get("/inbox?municipality=2380&status=ALL&lang=en");
        HttpResponse<String> later = WORKPLACE.get("/", "Cookie", "lang=en");
        HttpResponse<String> odd = WORKPLACE.get("/?lang=xx", "Cookie", "lang=<b>");

        assertThat(swedish.select("a[hreflang=en]").attr("href"))
                .isEqualTo("/inbox?municipality=2380&status=ALL&lang=en");
        assertThat(english.body()).contains("<html lang=\"en\"", "Inbox, Östersund", "3 days overdue");
        assertThat(english.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("lang=en;")
                .contains("HttpOnly", "SameSite=Lax");
        assertThat(later.body()).contains("Choose a municipality");
        assertThat(odd.body()).contains("Välj kommun").doesNotContain("<b>");
    }
}
