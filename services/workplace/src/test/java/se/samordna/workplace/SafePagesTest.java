package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every page keeps: headers, no inline anything, no other host, and a shape that a screen reader can follow. */
class SafePagesTest extends AgainstSkane {

    static List<String> pages() {
        return List.of(
                "/",
                "/?q=str",
                "/search",
                "/inbox?municipality=2380",
                "/inbox?municipality=2380&lang=en&view=bad&none=1",
                ALERT_PAGE,
                ALERT_PAGE + "?lang=en&seen=1",
                CHILD_PAGE,
                CHILD_PAGE + "?lang=en&months=3",
                "/municipalities/1265/plan",
                "/municipalities/1265/plan/J3?by=month",
                "/municipalities/1272/plan?lang=en",
                "/exact/municipalities/1265/plan/J3?by=month",
                "/exact/municipalities/1272/plan?lang=en",
                "/exact/indicators/I05?municipality=1265",
                "/indicators",
                "/indicators/I05?municipality=1265&lang=en",
                "/nowhere",
                "/municipalities/9999");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_browser_is_told_to_trust_nothing_but_us_and_to_keep_nothing(String path) throws Exception {
        HttpResponse<String> answer = WORKPLACE.get(path);

        String policy = answer.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .contains("base-uri 'none'", "form-action 'self'")
                .doesNotContain("unsafe", "*", "http", "data:");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nothing_is_inline_and_nothing_comes_from_elsewhere(String path) throws Exception {
        Document page = WORKPLACE.page(path);

        assertThat(page.select("style, [style], script:not([src]), iframe, object, embed, base"))
                .isEmpty();
        assertThat(page.getAllElements())
                .allSatisfy(element -> assertThat(element.attributes().asList())
                        .noneMatch(attribute -> attribute.getKey().startsWith("on"))
                        .noneMatch(attribute -> attribute.getKey().startsWith("th:"))
                        .noneMatch(attribute -> attribute.getValue().startsWith("javascript:")));
        for (Element asset : page.select("[src], link[href], use[href]")) {
            String where = asset.hasAttr("src") ? asset.attr("src") : asset.attr("href");
            assertThat(where).startsWith("/").doesNotStartWith("//");
            HttpResponse<String> file = WORKPLACE.get(where);
            assertThat(file.statusCode()).as(where).isEqualTo(200);
            assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(file.headers().firstValue("Cache-Control").orElseThrow()).contains("max-age=");
        }
        assertThat(page.select("a[href^=http], form[action^=http]")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_screen_reader_finds_its_way(String path) throws Exception {
        Document page = WORKPLACE.page(path);

        assertThat(page.select("html").attr("lang")).isIn("sv", "en");
        assertThat(page.title()).endsWith(" – Samordna");
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("main, header.top, footer")).hasSize(3);
        assertThat(page.select("a.skip").attr("href"))
                .isEqualTo("#" + page.select("main").attr("id"));
        assertThat(page.select("nav:not([aria-label])")).isEmpty();
        assertThat(page.select("table"))
                .allMatch(table -> !table.select("caption").text().isBlank());
        assertThat(page.select("thead th:not([scope]), tbody th:not([scope])")).isEmpty();
        assertThat(page.select("input:not([type=hidden]), select"))
                .allMatch(field ->
                        !page.select("label[for=" + field.id() + "]").text().isBlank());
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(page.select("[aria-labelledby]").eachAttr("aria-labelledby"))
                .allMatch(id -> page.getElementById(id) != null);
        assertThat(page.select("a")).allMatch(link -> !link.text().isBlank());
        int before = 1;
        for (Element heading : page.select("main h1, main h2, main h3, main h4")) {
            int level = heading.tagName().charAt(1) - '0';
            assertThat(level).as(heading.text()).isLessThanOrEqualTo(before + 1);
            before = level;
        }
    }

    @Test
    void the_style_and_its_font_are_our_own() throws Exception {
        String css = WORKPLACE.page("/").select("link[rel=stylesheet]").attr("href");
        String style = WORKPLACE.get(css).body();

        assertThat(style).doesNotContain("http").doesNotContain("@import");
        String font = style.replaceAll("(?s).*url\\(\"/(fonts/[^\"]+)\"\\).*", "$1");
        assertThat(WORKPLACE.get("/" + font).statusCode()).isEqualTo(200);
    }

    @Test
    void an_api_answer_is_never_a_page() throws Exception {
        BEHIND.says(
                "/api/schools/v1/events",
                FakeBehind.json(200, "<script>alert(1)</script>", "Content-Type", "text/html"));

        HttpResponse<String> answer = WORKPLACE.get("/api/schools/v1/events");

        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; frame-ancestors 'none'");
    }

    @ParameterizedTest
    @MethodSource("evil")
    void what_comes_from_upstream_is_text_and_nothing_else(String evil) throws Exception {
        String quoted = evil.replace("\\", "\\\\").replace("\"", "\\\"");
        BEHIND.says("/api/coordination/v1/alerts", spoiled(Stories.ALERTS, quoted))
                .says(
                        ALERT_API,
                        spoiled(AlertStories.one(Stories.OVERDUE), quoted)
                                .replaceFirst(
                                        "\"alertId\":\"[^,]*,", "\"alertId\":\"" + AlertStories.OVERDUE_ID + "\",")
                                .replaceFirst("\"municipality\":\"[^,]*,", "\"municipality\":\"2380\",")
                                .replaceFirst("\"childId\":\"[^,]*,", "\"childId\":\"" + Stories.CHILD + "\","))
                .says(ALERT_API + "/explanation", spoiled(AlertStories.EXPLANATION, quoted))
                .says(ALERT_API + "/history", spoiled(AlertStories.history(Stories.OVERDUE), quoted))
                .says(CHILD_API, spoiled(Stories.CHILD_ANSWER, quoted))
                .says(CHILD_API + "/timeline", spoiled(Stories.TIMELINE, quoted))
                .says("/api/indicators/v1/municipalities/1265/areas", spoiled(Stories.AREAS, quoted));

        for (String path : List.of("/inbox?municipality=2380", ALERT_PAGE, CHILD_PAGE, "/municipalities/1265/plan")) {
            HttpResponse<String> answer = WORKPLACE.get(path);
            Document page = Jsoup.parse(answer.body());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(page.text()).as("it is shown as it is").contains(evil);
            assertThat(page.select("script:not([src]), img, iframe, style, [style]"))
                    .isEmpty();
            assertThat(page.getAllElements())
                    .noneMatch(element -> element.attributes().asList().stream()
                            .anyMatch(attribute -> attribute.getKey().startsWith("on")));
            assertThat(page.select("a[href]").eachAttr("href")).allMatch(href -> href.matches("/(?!/).*|#.*"));
        }
    }

    static List<String> evil() {
        return List.of(
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "javascript:alert(1)",
                "</title></svg><script>alert(1)</script>",
                "${7*7}[[${7*7}]]__${7*7}__",
                "../../actuator/env",
                "{0} {1} '");
    }

    /** Every text of an answer made evil but those that its shape hangs on: instants, statuses, numbers. */
    private static String spoiled(String answer, String evil) {
        return answer.replaceAll(
                "(\"(?:alertId|ruleId|childId|municipality|severity|anchor|basis|nextStep|sv|en|agency|type|eventId|id"
                        + "|reporterType|kind|outcome|name|text|indicator|owner|period|evidence|status|supersededBy)\":)\"[^\"]*\"",
                "$1\"" + java.util.regex.Matcher.quoteReplacement(evil) + "\"");
    }
}
