package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a municipality sees of its own figures, and nobody else: Sjöbo's plan on 2 April 2026. */
class ExactPagesTest extends AgainstSkane {
    private static final String EXACT = "/exact" + PLAN;
    private static final String SERIES_FILE = "/exact/indicators/I05/series.csv?municipality=1265";
    private static final String TITLE = "Exakta tal – får inte lämna kommunen";
    private static final String PERSON = "5a3e0000-0000-4000-8000-0000000001";

    @Test
    void what_is_withheld_from_others_is_shown_in_numbers_and_marked() throws Exception {
        Document page = WORKPLACE.page(EXACT + "/J3?by=month");
        Document open = WORKPLACE.page("/municipalities/1265/plan/J3?by=month");
        List<String> exact = rows(page);
        List<String> published = rows(open);

        assertThat(page.select(".note.exact strong").text()).isEqualTo(TITLE);
        assertThat(page.select("h1").text()).isEqualTo("J3 Säkrad hjälp");
        // January is published; March is of few, and stands here with its numbers.
        assertThat(published).contains("januari 2026 79,3 % 23 av 29 –").contains("mars 2026 Skyddad – –");
        assertThat(exact)
                .contains("januari 2026 79,3 % 23 av 29 –")
                .anySatisfy(row -> assertThat(row).matches("mars 2026 [\\d,]+ % Skyddad utåt \\d+ av \\d+ –"));
        assertThat(exact.stream().filter(row -> row.contains("Skyddad utåt")))
                .hasSize(15)
                .allMatch(row -> row.matches(".* Skyddad utåt \\d+ av \\d+ –"));
        assertThat(goal(page).select("svg rect.spark-field")).hasSize(15);
        assertThat(goal(page).select("svg circle").size())
                .isGreaterThan(goal(open).select("svg circle").size());
        assertThat(goal(page).select(".plot").attr("aria-label")).endsWith("Perioder som är skyddade utåt: 15.");
        assertThat(goal(page).select(".legend").text()).contains("Skyddad utåt");
        assertThat(page.select("main").text()).doesNotContain("Så skyddas barnen");
        assertThat(page.select(".goal-card")).hasSize(7);
    }

    @Test
    void a_rolling_year_which_is_never_published_is_there_and_says_so() throws Exception {
        Document page = WORKPLACE.page(EXACT + "/J3?by=rolling");

        assertThat(rows(page))
                .isNotEmpty()
                .allMatch(row -> row.startsWith("12 månader till och med "))
                .allMatch(row -> row.contains("Inte publicerad"));
        assertThat(page.select(".spans a").eachText()).contains("rullande 12 månader");
        assertThat(WORKPLACE
                        .page("/municipalities/1265/plan/J3")
                        .select(".spans a")
                        .eachText())
                .doesNotContain("rullande 12 månader");
    }

    @Test
    void a_period_that_runs_is_marked_wherever_its_figure_stands_and_the_way_is_that_of_whole_ones() throws Exception {
        for (String path : List.of(
                EXACT + "?by=year",
                EXACT + "/J3?by=year",
                "/exact/indicators/I02?municipality=1265&by=year",
                "/exact/municipalities/1272/plan")) {
            Document page = WORKPLACE.page(path);
            assertThat(page.text()).as(path).contains("2026, pågår").doesNotContain("2025, pågår");
            assertThat(WORKPLACE.page(path.replace("/exact", "")).text())
                    .as("what is published is of periods that are over")
                    .doesNotContain(", pågår");
        }
        assertThat(row(WORKPLACE.page(EXACT + "?by=year"), "Barn med orosanmälan per år följs"))
                .as("0,8 this far, which is no way down from last year's")
                .contains(
                        "3 av 4 000, 2026, pågår Inte publicerad",
                        "Oförändrat från 33,2 per 1 000, 2024, till 33,2 per 1 000, 2025")
                .doesNotContain("Nedåt");
        assertThat(WORKPLACE
                        .page("/exact/indicators/I02?municipality=1265&lang=en")
                        .select("figure tbody tr")
                        .eachText())
                .anySatisfy(row -> assertThat(row).startsWith("2026, still running"))
                .anySatisfy(row -> assertThat(row).startsWith("2025 "));
    }

    @Test
    void the_whole_plan_an_indicator_and_a_municipality_without_a_plan_have_theirs_too() throws Exception {
        for (String path :
                List.of(EXACT, "/exact/indicators/I05?municipality=1265", "/exact/municipalities/1272/plan")) {
            Document page = WORKPLACE.page(path);
            assertThat(page.select(".note.exact strong").text()).as(path).isEqualTo(TITLE);
            assertThat(page.text()).as(path).contains("Skyddad utåt");
            assertThat(page.select(".note.exact a").attr("href")).isEqualTo(path.replace("/exact", ""));
        }
        assertThat(WORKPLACE.page(EXACT).select("h2 a").eachAttr("href")).contains(EXACT + "/J3");
    }

    @ParameterizedTest
    @CsvSource({
        EXACT + "/goals.csv?area=J3, municipalities/1265/areas?format=csv&area=J3&exact=true, plan-1265.csv",
        "/exact/indicators/I05/series.csv?municipality=1265, municipalities/1265/indicators/I05?exact=true, I05-1265.csv",
        "/exact/indicators/I05/series.json?municipality=1265, municipalities/1265/indicators/I05?exact=true, I05-1265.json"
    })
    void files_are_asked_for_as_exact_and_carry_it_in_their_name(String path, String asked, String name)
            throws Exception {
        BEHIND.says(Skane.API + "municipalities/1265/areas", "municipality,version");

        HttpResponse<String> file = WORKPLACE.get(path);

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(BEHIND.lastAsked().target()).isEqualTo(Skane.API + asked);
        assertThat(BEHIND.lastAsked().header("authorization")).startsWith("Bearer ");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"exakta-tal-far-inte-lamna-kommunen-" + name + "\"");
        assertThat(file.headers().allValues("Cache-Control")).containsExactly("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                EXACT,
                EXACT + "/J3",
                "/exact/indicators/I05?municipality=1265",
                EXACT + "/goals.csv",
                SERIES_FILE
            })
    void nothing_of_it_may_be_kept_and_whom_it_is_refused_is_told_whose_it_is(String path) throws Exception {
        assertThat(WORKPLACE.get(path).headers().allValues("Cache-Control")).containsExactly("no-store");

        // What the indicators say to all but the municipality's own roles.
        BEHIND.says(AREAS, FakeBehind.json(403, "{\"code\":\"not-own-municipality\"}"));
        BEHIND.says(
                Skane.API + "municipalities/1265/indicators/I05",
                FakeBehind.json(403, "{\"code\":\"not-own-municipality\"}"));
        HttpResponse<String> refused = WORKPLACE.get(path);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Jsoup.parse(refused.body()).select("h1").text()).isEqualTo("Exakta tal är kommunens egna");
        assertThat(refused.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(refused.body()).doesNotContain("Skyddad utåt");
    }

    @ParameterizedTest
    @CsvSource({
        EXACT + "?by=year&period=2025, /municipalities/1265/plan?by=year&period=2025",
        EXACT + "/J3, /municipalities/1265/plan/J3",
        "/exact/indicators/I05?municipality=1265, /indicators/I05?municipality=1265",
        EXACT + "/goals.csv?area=J3, /municipalities/1265/plan",
        SERIES_FILE + ", /indicators/I05?municipality=1265"
    })
    void whom_it_is_refused_is_led_to_what_is_published_of_that_municipality(String path, String published)
            throws Exception {
        BEHIND.says(AREAS, FakeBehind.json(403, "{\"code\":\"not-own-municipality\"}"));
        BEHIND.says(
                Skane.API + "municipalities/1265/indicators/I05",
                FakeBehind.json(403, "{\"code\":\"not-own-municipality\"}"));

        Document refused = Jsoup.parse(WORKPLACE.get(path).body());

        assertThat(refused.select("main p a").eachAttr("href")).containsExactly(published, "/");
        assertThat(refused.expectFirst("main p a").text()).isEqualTo("Visa de publicerade siffrorna");
        Skane.in(BEHIND);
        assertThat(WORKPLACE.get(published.replace("&period=2025", "")).statusCode())
                .isEqualTo(200);
        BEHIND.says(AREAS, FakeBehind.json(403, "{}"));
        assertThat(Jsoup.parse(WORKPLACE.get("/municipalities/1265/plan").body())
                        .select("main p a")
                        .eachAttr("href"))
                .as("the other way round there is nothing to lead to")
                .containsExactly("/");
    }

    @ParameterizedTest
    @CsvSource({
        "01, 200", // coordinator
        "02, 403", // case worker
        "03, 403", // contact person of the schools
        "04, 200", // manager
        "05, 200", // plan owner
        "06, 403", // data protection officer
        "07, 403", // operator
        "08, 403" // contact person of the region
    })
    void whose_work_it_is_not_is_stopped_before_anything_is_asked(String person, int status) throws Exception {
        try (Browser browser = WORKPLACE.stranger()) {
            browser.signIn(PERSON + person, "/rules");
            BEHIND.asked.clear();

            for (String path : List.of(EXACT, EXACT + "/J3", SERIES_FILE, "/exact/indicators/I05?municipality=1265")) {
                assertThat(browser.get(path).statusCode()).as(path).isEqualTo(status);
            }
            assertThat(BEHIND.asked.stream().anyMatch(asked -> asked.target().contains("exact")))
                    .isEqualTo(status == 200);
        }
    }

    @Test
    void a_stranger_is_sent_to_the_sign_in_and_there_is_no_open_way() throws Exception {
        try (Browser browser = WORKPLACE.stranger()) {
            BEHIND.asked.clear();
            assertThat(browser.get(EXACT).statusCode()).isEqualTo(302);
            assertThat(browser.get("/public" + EXACT).statusCode()).isEqualTo(404);
            assertThat(browser.get("/public/municipalities/1265/plan/exact").statusCode())
                    .isEqualTo(404);
            assertThat(browser.get("/public/municipalities/1265/plan?exact=true")
                            .body())
                    .doesNotContain(TITLE, "Skyddad utåt");
            assertThat(BEHIND.asked).noneMatch(asked -> asked.target().contains("exact"));
        }
    }

    @Test
    void the_way_there_is_shown_to_those_of_the_municipality_alone() throws Exception {
        String way = "a[href^=/exact]";
        try (Browser lars = WORKPLACE.stranger();
                Browser samir = WORKPLACE.stranger()) {
            lars.signIn(PERSON + "05", "/rules");
            samir.signIn(PERSON + "02", "/rules");
            BEHIND.says(
                    Skane.API + "municipalities/2380/areas",
                    Skane.answer("municipalities/1265/areas").toString());

            Document own = Jsoup.parse(lars.get("/municipalities/2380/plan").body());
            assertThat(own.select(way).eachAttr("href")).containsExactly("/exact/municipalities/2380/plan");
            assertThat(Jsoup.parse(lars.get("/municipalities/1265/plan").body()).select(way))
                    .isEmpty();
            assertThat(Jsoup.parse(samir.get("/municipalities/2380/plan").body())
                            .select(way))
                    .isEmpty();
            assertThat(Jsoup.parse(lars.get("/public/municipalities/2380/plan").body())
                            .select(way))
                    .isEmpty();
        }
    }

    @Test
    void without_what_is_published_it_cannot_be_said_what_may_be_told_and_nothing_is_shown() throws Exception {
        BEHIND.says(
                AREAS,
                exchange -> (exchange.getRequestURI().toString().contains("exact")
                                ? FakeBehind.json(
                                        200,
                                        Skane.answer("municipalities/1265/areas?exact=true")
                                                .toString())
                                : FakeBehind.json(503, "{}", "Retry-After", "7"))
                        .handle(exchange));

        HttpResponse<String> answer = WORKPLACE.get(EXACT);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).doesNotContain(TITLE);
    }

    @Test
    void in_english_for_who_reads_it_and_of_one_municipality_always() throws Exception {
        Document page = WORKPLACE.page(EXACT + "/J3?lang=en&by=month");

        assertThat(page.select(".note.exact strong").text())
                .isEqualTo("Exact figures – must not leave the municipality");
        assertThat(page.text()).contains("Withheld outside");
        assertThat(WORKPLACE.get("/exact/indicators/I05").statusCode()).isEqualTo(404);
        assertThat(WORKPLACE.get("/exact/municipalities/9999/plan").statusCode())
                .isEqualTo(404);
    }

    private static Element goal(Document page) {
        return page.select(".goal-card").stream()
                .filter(card -> card.select("h3").text().startsWith("Förhandsbedömning inom 14 dagar"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> rows(Document page) {
        return goal(page).select("tbody tr").eachText().stream()
                .map(row -> row.replace('\u00a0', ' '))
                .toList();
    }
}
