package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** That an indicator's page says what it is called, and leads back to the plan and the time it was reached from. */
class IndicatorInWordsTest extends AgainstSkane {
    private static final String COUNTED =
            ",\"meaning\":{\"numerator\":{\"sv\":\"a\"},\"denominator\":{\"sv\":\"b\"},\"source\":\"c\"}";

    @Test
    void an_indicator_reached_from_a_past_plan_names_the_goals_of_that_and_leads_back_to_it() throws Exception {
        String now = Stories.AREAS;
        BEHIND.says(AREAS, (HttpHandler) exchange -> FakeBehind.json(
                        200,
                        exchange.getRequestURI().toString().contains("period=2025")
                                ? now.replace("\"J3\"", "\"J9\"")
                                : now)
                .handle(exchange));
        String at = "/indicators/I05?municipality=1265";

        Document page = WORKPLACE.page(at + "&by=year&period=2025");

        assertThat(page.select("#measures ~ ul a").eachAttr("href")).containsExactly(PLAN + "/J9?by=year&period=2025");
        assertThat(page.select(".note strong").text()).startsWith("Målen nedan är ur planen som den gällde: 2025.");
        assertThat(page.select(".note a").attr("href")).isEqualTo(at + "&by=year");
        assertThat(page.select(".spans a").eachAttr("href")).contains(at + "&by=month&period=2025");
        assertThat(WORKPLACE
                        .page("/exact" + at + "&by=year&period=2025")
                        .select(".note.exact a")
                        .attr("href"))
                .isEqualTo(at + "&by=year&period=2025");
        assertThat(WORKPLACE.page(at).select("#measures ~ ul a").eachAttr("href"))
                .containsExactly(PLAN + "/J3");
        assertThat(WORKPLACE.get(at + "&period=ig%C3%A5r").statusCode()).isEqualTo(400);
    }

    @Test
    void an_indicator_reached_by_a_span_it_has_no_figures_of_shows_those_it_has() throws Exception {
        Document page = WORKPLACE.page("/indicators/I02?municipality=1265&by=month");

        assertThat(page.select("#figures ~ section, #figures ~ p.figure")).isNotEmpty();
        assertThat(page.text()).doesNotContain("Inga siffror ännu");
    }

    @Test
    void an_indicator_has_the_name_a_plan_gives_it_and_that_of_its_rule_or_agency() throws Exception {
        BEHIND.says(Skane.API + "definitions", """
                {"definitions":[%s,%s,%s,%s]}""".formatted(
                        definition("M.digital-child-meetings", "M.digital-child-meetings", ""),
                        definition("M.of-no-plan", "M.of-no-plan", ""),
                        definition("I20-R07", "Larm besvarade i tid, R07", COUNTED),
                        definition("I30-SCHOOL", "Fullständiga uppgifter", COUNTED)));

        Document page = WORKPLACE.page("/indicators");

        assertThat(page.select("section h2").eachText())
                .containsExactly(
                        "M.digital-child-meetings Fler möten med barn är digitala",
                        "M.of-no-plan",
                        "I20-R07 Larm besvarade i tid, R07 Flera insatser men ingen SIP",
                        "I30-SCHOOL Fullständiga uppgifter, Skolan");
        assertThat(page.select("section h2 + p").eachText())
                .containsExactly(
                        "Räknas som planen säger", "Räknas som planen säger", "Andel i procent", "Andel i procent");
    }

    private static String definition(String id, String name, String more) {
        return """
                {"id":"%s","version":1,"name":{"sv":"%s","en":"%s"},"unit":"PERCENT","areas":[],"kolada":[]%s}""".formatted(id, name, name, more);
    }
}
