package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is seen of Sjöbo's plan on 2 April 2026, and of an area and an indicator of it. */
class PlanPagesTest extends AgainstSkane {
    @Test
    void a_plan_shows_each_area_with_its_goals_against_target_and_county() throws Exception {
        Document page = WORKPLACE.page(PLAN);

        assertThat(page.select("h1").text()).isEqualTo("Plan för Sjöbo");
        assertThat(page.select("section.area > h2").eachText())
                .containsExactly(
                        "J1 Barns rättigheter vid beslut",
                        "J2 Veta var hjälp finns",
                        "J3 Säkrad hjälp",
                        "J4 Direkt tid",
                        "J5 Socialtjänst 3.0");
        assertThat(row(page, "20 procent av arbetstiden är direkt tid"))
                .contains("12,2 %", "1 460 av 12 000, mars 2026", "20 % Målet är inte nått")
                .contains("↗ Uppåt, åt rätt håll", "från 12,1 %, februari 2026");
        assertThat(row(page, "Barn med orosanmälan per år följs")).contains("33,3 per 1 000", "133 av 4 000, 2025");
        assertThat(row(page, "Policyn är antagen"))
                .contains("Ingen siffra ännu")
                .doesNotContain("0 av 0");
        assertThat(page.select("section.area > p").get(3).text())
                .isEqualTo("1 av 3 mål har en siffra. 0 av 1 målvärden är nådda.");
        assertThat(page.select(".note.warn").text()).contains("En källa är tyst", "Skolan");
        assertThat(page.select("section.area > h2 a").eachAttr("href")).contains(PLAN + "/J4");
        assertThat(page.select("section.area")).hasSize(5);
    }

    @Test
    void an_area_has_each_goals_figure_its_picture_and_the_same_as_a_table() throws Exception {
        Document page = WORKPLACE.page(PLAN + "/J3?by=month");
        Element goal = goal(page, "Förhandsbedömning inom 14 dagar");

        assertThat(page.select("h1").text()).isEqualTo("J3 Säkrad hjälp");
        assertThat(words(goal.select("p.figure"))).isEqualTo("79,3 % 23 av 29, januari 2026");
        assertThat(goal.text()).contains("Den senaste perioden, mars 2026, är skyddad.");
        assertThat(goal.select("tbody tr")).hasSize(27);
        assertThat(goal.select("tbody tr").get(0).text()).isEqualTo("mars 2026 Skyddad – –");
        assertThat(words(goal.select("tbody tr:nth-child(3)"))).isEqualTo("januari 2026 79,3 % 23 av 29 –");
        assertThat(goal.select("svg rect.spark-field")).hasSize(15);
        assertThat(goal.select("svg circle")).hasSize(12);
        assertThat(goal.select(".plot").attr("aria-label").replace('\u00a0', ' '))
                .startsWith("Förhandsbedömning inom 14 dagar: från ")
                .contains("till 79,3 % (januari 2026).")
                .endsWith("Skyddade perioder: 15.");
        JsonNode drawn = drawn(goal);
        assertThat(drawn.path("labels")).hasSize(27);
        assertThat(drawn.path("values").get(26).isNull()).isTrue();
        assertThat(drawn.path("suppressed").get(26).asBoolean()).isTrue();
        assertThat(drawn.path("values").get(24).asDouble()).isEqualTo(100.0 * 23 / 29);
        assertThat(drawn.path("told").get(26).asString()).isEqualTo("mars 2026\nSkyddad");
        assertThat(page.select("tbody th").eachText()).contains("Ledningssystem");
        assertThat(page.select("a[href='" + PLAN + "/goals.csv?area=J3&by=month']"))
                .hasSize(1);
        assertThat(page.select(".goal-card")).hasSize(7);
    }

    @Test
    void by_quarter_a_total_that_would_tell_a_withheld_month_is_not_published_and_says_so() throws Exception {
        Document page = WORKPLACE.page(PLAN + "/J3?by=quarter");

        List<String> rows =
                goal(page, "Förhandsbedömning inom 14 dagar").select("tbody tr").eachText();
        assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(row).startsWith("kvartal "));
        assertThat(goal(page, "Barn med orosanmälan per år följs").text())
                .contains("Visas per år: per kvartal publiceras inga siffror.");
        assertThat(page.select(".spans a[aria-current]").text()).isEqualTo("kvartal");
    }

    @Test
    void an_indicator_says_what_it_counts_where_that_comes_from_and_who_stands_beside() throws Exception {
        Document page = WORKPLACE.page("/indicators/I06?municipality=1265");

        assertThat(page.select("h1").text()).isEqualTo("I06 Utredning inom fyra månader");
        assertThat(page.select("#definition ~ dl").text())
                .contains("Räknas (täljare) utredningar avslutade inom fyra månader")
                .contains("Grund i lag och plan SoL 20:3; plan A7, J3");
        assertThat(page.select("section[aria-labelledby=beside] tbody tr").eachText())
                .anySatisfy(row ->
                        assertThat(row).startsWith("Sjöbo den här kommunen 87").endsWith("127 av 146"))
                .anySatisfy(row -> assertThat(row).startsWith("Kristianstad"))
                .anySatisfy(row -> assertThat(row).startsWith("Skåne").endsWith("794 av 883"))
                .hasSize(3);
        assertThat(page.select("section[aria-labelledby=beside] p.small").text())
                .isEqualTo("Kommuner som har en siffra och inte deltar: 1.");
        assertThat(page.select("#kolada ~ ul b").eachText()).contains("Kolada U33401");
        assertThat(page.select("#measures ~ ul a").attr("href")).isEqualTo(PLAN + "/J3");
        assertThat(page.select(".ways a").eachAttr("href"))
                .containsExactly(
                        "/indicators/I06/series.csv?municipality=1265",
                        "/indicators/I06/series.json?municipality=1265");
        assertThat(page.select(".spans a").eachText()).contains("månad", "år");
    }

    @Test
    void every_page_of_figures_can_be_printed() throws Exception {
        for (String page : List.of(
                PLAN,
                PLAN + "/J3",
                "/indicators/I06?municipality=1265",
                "/indicators/I06",
                "/exact/indicators/I06?municipality=1265",
                "/public/indicators/I06?municipality=1265")) {
            assertThat(WORKPLACE.page(page).select("p.ways button.print").eachText())
                    .as(page)
                    .containsExactly("Skriv ut");
            assertThat(WORKPLACE.page(page).select("script[src^='/js/plan']")).hasSize(1);
        }
    }

    @Test
    void what_was_changed_after_it_was_published_says_when() throws Exception {
        Document page = WORKPLACE.page("/indicators/I05?municipality=1290&by=month");

        assertThat(page.select("tbody tr").eachText().stream().filter(row -> row.startsWith("maj 2025")))
                .singleElement()
                .satisfies(row -> assertThat(row).endsWith("2 apr. 2026"));
    }

    @Test
    void a_municipality_without_a_plan_shows_what_is_counted() throws Exception {
        Document page = WORKPLACE.page("/municipalities/1272/plan");

        assertThat(page.select("h1").text()).isEqualTo("Ingen plan finns för Bromölla");
        assertThat(page.select("tbody tr").eachText().stream().map(text -> text.replace('\u00a0', ' ')))
                .contains("Barn med orosanmälan I02 2025 33,1 per 1 000 86 av 2 600")
                .anySatisfy(row -> assertThat(row).startsWith("Barnet hört i utredningen I07 mars 2026 Skyddad"));
    }

    @Test
    void files_are_the_apis_own() throws Exception {
        BEHIND.says(
                AREAS,
                exchange -> FakeBehind.json(200, "municipality,version\r\n1265,1\r\n", "X-Was", "csv")
                        .handle(exchange));

        HttpResponse<String> file = WORKPLACE.get(PLAN + "/goals.csv?area=J3");

        assertThat(file.body()).isEqualTo("municipality,version\r\n1265,1\r\n");
        assertThat(file.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(file.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"plan-1265.csv\"");
        assertThat(BEHIND.lastAsked().target()).isEqualTo(AREAS + "?format=csv&area=J3");
    }

    @Test
    void what_is_away_being_built_or_not_there_says_so() throws Exception {
        assertThat(WORKPLACE.get(PLAN + "/A1").statusCode()).isEqualTo(404);
        assertThat(WORKPLACE.get(PLAN + "?by=week").statusCode()).isEqualTo(400);
        assertThat(WORKPLACE.get(PLAN + "?period=i%20fjol").statusCode()).isEqualTo(400);
        assertThat(WORKPLACE.get("/indicators/I99?municipality=1265").statusCode())
                .isEqualTo(404);

        BEHIND.says(AREAS, FakeBehind.json(503, "{}", "Retry-After", "7"));
        HttpResponse<String> later = WORKPLACE.get("/public/municipalities/1265/plan");
        assertThat(later.statusCode()).isEqualTo(503);
        assertThat(later.headers().firstValue("Retry-After")).contains("7");
        assertThat(later.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(later.body()).contains("Uppgifterna flyttas just nu", "href=\"/public\"");
    }

    @Test
    void names_in_english_for_who_reads_it() throws Exception {
        Document page = WORKPLACE.page(PLAN + "/J4?lang=en");

        assertThat(page.select("h1").text()).isEqualTo("J4 Direct time");
        assertThat(page.select(".goal-card").get(0).text())
                .contains("12.2%", "1,460 of 12,000, March 2026", "Target 20%", "Upwards, in the right direction");
    }

    private static String words(Elements elements) {
        return elements.text().replace('\u00a0', ' ');
    }

    private static Element goal(Document page, String text) {
        return page.select(".goal-card").stream()
                .filter(card -> card.select("h3").text().startsWith(text))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode drawn(Element goal) {
        return JsonMapper.builder().build().readTree(goal.select(".plot").attr("data-chart"));
    }
}
