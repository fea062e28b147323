package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** That a figure of a plan is not taken for another: of a longer time, of a part of a year, of another plan. */
class PlanInWordsTest extends AgainstSkane {
    @Test
    void the_county_stands_beside_a_figure_of_as_long_a_time_and_else_says_why_it_does_not() throws Exception {
        Document page = WORKPLACE.page(PLAN);

        assertThat(row(page, "Barn med orosanmälan per år följs"))
                .contains("33,3 per 1 000, 2025")
                .doesNotContain("går inte att jämföra");
        assertThat(row(page, "Orosanmälningar per 1 000 barn följs"))
                .contains("24 av 4 000, mars 2026", "– Länets siffra är för 2025 och går inte att jämföra med den här.")
                .doesNotContain("75,4");
        assertThat(WORKPLACE.page("/public" + PLAN).text()).doesNotContain("75,4 per");
    }

    @Test
    void a_county_that_is_the_sum_of_this_municipality_alone_is_no_county_to_be_compared_with() throws Exception {
        String alone =
                ",\"county\":{\"period\":\"2026-Q1\",\"num\":1740,\"den\":12000,\"value\":14.5,\"unit\":\"PERCENT\"}";
        String goal = "\"period\":\"QUARTER\",\"owner\":\"Familjeförvaltningen\"";
        BEHIND.says(AREAS, Stories.AREAS.replace(goal, goal + alone));

        assertThat(row(WORKPLACE.page(PLAN), "Direkt tid fördubblas"))
                .contains("– Bara den här kommunen i länet har en siffra för kvartal 1 2026.")
                .doesNotContain("14,5 %, kvartal 1 2026");

        BEHIND.says(
                AREAS,
                Stories.AREAS.replace(
                        goal, goal + alone.replace("12000", "24000").replace("14.5", "7.25")));
        assertThat(row(WORKPLACE.page(PLAN), "Direkt tid fördubblas"))
                .contains("7,2 %, kvartal 1 2026")
                .doesNotContain("Bara den här");
    }

    @Test
    void the_overview_too_says_that_what_is_newer_than_its_figure_is_withheld() throws Exception {
        assertThat(row(WORKPLACE.page(PLAN + "?by=month"), "Förhandsbedömning inom 14 dagar"))
                .contains("79,3 % 23 av 29, januari 2026", "Den senaste perioden, mars 2026, är skyddad.");
        assertThat(row(WORKPLACE.page(PLAN), "20 procent av arbetstiden är direkt tid"))
                .doesNotContain("är skyddad");
    }

    @Test
    void one_day_is_no_days() throws Exception {
        String goal = "\"period\":\"QUARTER\",\"owner\":\"Familjeförvaltningen\"";
        for (int days : List.of(1, 2)) {
            BEHIND.says(
                    AREAS,
                    Stories.AREAS.replace(
                            goal,
                            goal
                                    + ",\"county\":{\"period\":\"2026-Q1\",\"num\":9,\"den\":9,\"value\":%d,\"unit\":\"DAYS\"}"
                                            .formatted(days)));
            assertThat(row(WORKPLACE.page(PLAN), "Direkt tid fördubblas"))
                    .contains(days == 1 ? "1 dag (median), kvartal 1" : "2 dagar (median), kvartal 1");
        }
    }

    @Test
    void a_year_of_which_a_part_is_counted_says_from_when() throws Exception {
        BEHIND.says(AREAS, Stories.AREAS.replace("\"2026-05\"", "\"2025-11\""));
        assertThat(row(WORKPLACE.page(PLAN + "?by=year"), "Alla förhandsbedömningar"))
                .contains("131 av 148, 2025 (från nov. 2025)");

        BEHIND.says(AREAS, Stories.AREAS.replace("\"2026-05\"", "\"2025-01\""));
        assertThat(row(WORKPLACE.page(PLAN + "?by=year"), "Alla förhandsbedömningar"))
                .contains("131 av 148, 2025 ")
                .doesNotContain("från");
    }

    @Test
    void a_target_is_reached_or_missed_when_the_time_is_over_and_till_then_only_so_far() throws Exception {
        BEHIND.says(AREAS, Stories.AREAS);
        assertThat(row(WORKPLACE.page(PLAN), "Direkt tid fördubblas")).contains("14,5 %", "Målet är inte nått");
        assertThat(summary(WORKPLACE.page(PLAN))).contains("0 av 1 målvärden är nådda.");

        BEHIND.says(AREAS, Stories.AREAS.replace("2026-Q1", "2026-Q2"));
        assertThat(row(WORKPLACE.page(PLAN), "Direkt tid fördubblas"))
                .contains("kvartal 2 2026, pågår", "Målet nås inte hittills");
        assertThat(summary(WORKPLACE.page(PLAN)))
                .contains("1 av 1 mål har en siffra.")
                .doesNotContain("målvärde");

        BEHIND.says(AREAS, Stories.AREAS.replace("2026-Q1", "2026-Q2").replace("\"num\":1740", "\"num\":2740"));
        assertThat(row(WORKPLACE.page(PLAN), "Direkt tid fördubblas")).contains("Målet nås hittills");
        assertThat(summary(WORKPLACE.page(PLAN))).doesNotContain("målvärde");
    }

    @Test
    void a_county_says_how_many_it_is_the_sum_of() throws Exception {
        BEHIND.says(
                Skane.API + "comparison",
                Skane.answer("comparison?indicator=I06&period=2025").toString());

        Document page = WORKPLACE.page("/indicators/I06?municipality=1265");

        assertThat(page.select("#beside").text()).isEqualTo("Kommuner bredvid varandra, 2025");
        assertThat(page.select("section[aria-labelledby=beside] th[scope=row]").eachText())
                .containsExactly(
                        "Sjöbo den här kommunen",
                        "Kristianstad",
                        "Skåne län summan av de kommuner som har en siffra: 3");
        assertThat(BEHIND.lastAsked().target()).endsWith("comparison?indicator=I06&county=12");
    }

    @Test
    void whoever_asks_for_another_time_keeps_the_span_they_read_by() throws Exception {
        assertThat(WORKPLACE
                        .page(PLAN + "?by=year")
                        .select("form.filters input[name=by]")
                        .val())
                .isEqualTo("year");
        assertThat(WORKPLACE.page(PLAN).select("form.filters input[name=by]")).isEmpty();
    }

    @Test
    void what_is_no_period_is_said_at_its_field_and_the_plan_is_there_all_the_same() throws Exception {
        HttpResponse<String> answer = WORKPLACE.get(PLAN + "?period=ig%C3%A5r");
        Document page = Jsoup.parse(answer.body());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(page.select("h1").text()).isEqualTo("Plan för Sjöbo");
        assertThat(page.select("section.area")).hasSize(5);
        assertThat(page.select("#period-fault").text()).startsWith("Det är inget år, kvartal eller månad.");
        assertThat(page.select("#period[aria-invalid=true]").val()).isEqualTo("igår");
        assertThat(WORKPLACE.page(PLAN).select(".fault, [aria-invalid]")).isEmpty();
        Document number =
                Jsoup.parse(WORKPLACE.get(PLAN + "?period=2014+03+12+2383").body());
        assertThat(number.select("#period[aria-invalid=true]").val()).isEmpty();
        assertThat(number.html()).doesNotContain("2383");
    }

    @Test
    void a_time_before_the_plan_is_told_apart_from_a_municipality_without_one() throws Exception {
        BEHIND.says(AREAS, """
                {"municipality":"1265","name":"",%s,"areas":[],"coming":[
                  {"version":1,"name":"Handlingsplanen","validFrom":"2017-01-01"},
                  {"version":2,"name":"Nästa","validFrom":"2027-01-01"}]}""".formatted(Stories.SOURCES));

        Document page = WORKPLACE.page(PLAN + "?period=2015");

        assertThat(page.select("h1").text()).isEqualTo("Planen för Sjöbo gällde inte än: 2015");
        assertThat(page.select(".lead").text())
                .isEqualTo("Handlingsplanen började gälla 1 jan. 2017. Välj en senare tid.");
        assertThat(page.select("#period").val()).isEqualTo("2015");
        assertThat(page.text()).doesNotContain("Ingen plan", "ingen plan");
    }

    @Test
    void a_plan_of_a_time_that_is_over_says_so_in_its_heading_and_keeps_to_that_time() throws Exception {
        BEHIND.says(AREAS, Stories.AREAS);

        Document past = WORKPLACE.page(PLAN + "?period=2025");
        assertThat(past.select("h1").text()).isEqualTo("Plan för Sjöbo som den gällde: 2025");
        assertThat(past.title()).startsWith("Plan för Sjöbo som den gällde: 2025");
        assertThat(past.select(".spans a").eachAttr("href"))
                .containsExactly(
                        PLAN + "?period=2025",
                        PLAN + "?by=month&period=2025",
                        PLAN + "?by=quarter&period=2025",
                        PLAN + "?by=year&period=2025");
        assertThat(past.select("section.area > h2 a").eachAttr("href")).contains(PLAN + "/J4?period=2025");
        Document area = WORKPLACE.page(PLAN + "/J4?by=year&period=2025");
        assertThat(area.text()).contains("Detta är planen som den gällde: 2025.");
        assertThat(area.select("a[href^='" + PLAN + "/J3']").attr("href")).isEqualTo(PLAN + "/J3?by=year&period=2025");
        assertThat(WORKPLACE.page(PLAN + "?period=2026").select("h1").text())
                .as("the year is not over")
                .isEqualTo("Plan för Sjöbo");
    }

    @Test
    void a_time_that_has_not_begun_is_said_to_be_ahead_and_has_no_figures_yet() throws Exception {
        BEHIND.says(AREAS, WITHOUT_FIGURES);

        for (String page : List.of(PLAN + "?period=2027", PLAN + "/J3?period=2026-Q3")) {
            Document ahead = WORKPLACE.page(page);
            assertThat(ahead.select("p.note strong").text()).contains("har inte börjat än. Här är planen som den");
            assertThat(ahead.select("p.note a").attr("href")).isEqualTo(PLAN);
            assertThat(ahead.text()).contains("Ingen siffra ännu").doesNotContain("som den gällde:");
        }
        assertThat(WORKPLACE.page(PLAN + "?period=2027&lang=en").text()).contains("2027 has not begun yet.");
        assertThat(WORKPLACE.page(PLAN + "?period=2026").text())
                .as("runs")
                .contains("Ingen siffra ännu")
                .doesNotContain("har inte börjat");
    }

    @Test
    void of_a_time_that_is_over_no_figure_is_still_to_come() throws Exception {
        BEHIND.says(AREAS, WITHOUT_FIGURES);

        assertThat(row(WORKPLACE.page(PLAN + "?period=2025"), "Alla förhandsbedömningar"))
                .contains("Ingen siffra är publicerad för 2025.")
                .doesNotContain("ännu");
        assertThat(WORKPLACE
                        .page(PLAN + "/J3?period=2026-Q1")
                        .select(".goal-card .figure")
                        .text())
                .isEqualTo("Ingen siffra är publicerad för kvartal 1 2026.");
        assertThat(row(WORKPLACE.page("/exact" + PLAN + "?period=2025"), "Alla förhandsbedömningar"))
                .as("a published one may be left out so that it does not tell another")
                .contains("Ingen siffra räknades för 2025.");
        assertThat(WORKPLACE.page("/exact" + PLAN + "?period=2025&lang=en").text())
                .contains("No figure was counted for 2025.");
    }

    /** As the API answers on a period of which nothing is counted. */
    private static final String WITHOUT_FIGURES = Stories.AREAS.replaceAll("(?s)\"cells\":\\[.*?\\]", "\"cells\":[]");

    @Test
    void the_way_to_an_indicator_and_to_a_file_keeps_to_the_time_and_span_that_are_asked_for() throws Exception {
        BEHIND.says(AREAS, Stories.AREAS);
        String kept = "by=year&period=2025";

        Document plan = WORKPLACE.page(PLAN + "?" + kept);
        Document area = WORKPLACE.page(PLAN + "/J3?" + kept);
        assertThat(plan.select("tbody th a").eachAttr("href"))
                .contains("/indicators/I05?municipality=1265&" + kept)
                .allMatch(way -> way.endsWith("&" + kept));
        assertThat(area.select(".goal-card dl a").eachAttr("href"))
                .isNotEmpty()
                .allMatch(way -> way.endsWith("&" + kept));
        assertThat(plan.select(".ways a").attr("href")).isEqualTo(PLAN + "/goals.csv?" + kept);
        assertThat(area.select(".ways a").attr("href")).isEqualTo(PLAN + "/goals.csv?area=J3&" + kept);
        assertThat(WORKPLACE.page(PLAN).select(".ways a").attr("href")).isEqualTo(PLAN + "/goals.csv");

        HttpResponse<String> file =
                WORKPLACE.get(area.select(".ways a").attr("href").replace("2025", "2025-12/R12"));
        assertThat(BEHIND.lastAsked().target()).isEqualTo(AREAS + "?format=csv&area=J3&by=year&period=2025-12%2FR12");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("plan-1265-2025-12-R12.csv");
        assertThat(WORKPLACE.get(PLAN + "/goals.csv?period=ig%C3%A5r").statusCode())
                .isEqualTo(400);
        assertThat(WORKPLACE.get(PLAN + "/goals.csv?by=week").statusCode()).isEqualTo(400);
    }

    private static String summary(Document page) {
        return page.select("section.area > p").get(0).text();
    }
}
