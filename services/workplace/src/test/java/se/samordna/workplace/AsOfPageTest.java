package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** A child's page as of an earlier day. */
class AsOfPageTest extends AgainstFakes {
    private static final String THEN = "2026-05-03T21:59:59.999Z";
    private static final String ASKED = CHILD_API + "?asOf=" + THEN;
    private static final String TIMELINE_ASKED = CHILD_API + "/timeline?asOf=" + THEN;

    @Test
    void it_asks_for_the_end_of_the_local_day_says_of_when_it_is_and_shows_the_way_back() throws Exception {
        BEHIND.says(CHILD_API, then(Stories.CHILD_ANSWER));
        BEHIND.says(CHILD_API + "/timeline", then(Stories.TIMELINE));

        Document page = WORKPLACE.page(CHILD_PAGE + "?months=3&asOf=2026-05-03");

        assertThat(page.expectFirst(".note.as-of").text())
                .startsWith("Så här såg det ut den 3 maj 2026, när dagen var slut.");
        assertThat(page.expectFirst("#as-of a.button").attr("href")).isEqualTo(CHILD_PAGE + "?months=3");
        assertThat(page.expectFirst("#as-of input[name=asOf]").val()).isEqualTo("2026-05-03");
        assertThat(page.expectFirst("#as-of input[name=months]").val()).isEqualTo("3");
        assertThat(page.select("details.as-of[open]")).hasSize(1);
        assertThat(page.select("#timeline ~ p a").eachAttr("href")).allMatch(way -> way.endsWith("asOf=2026-05-03"));
        assertThat(page.select("#sources")).isEmpty();
        assertThat(BEHIND.asked).extracting(FakeBehind.Asked::target).containsExactly(ASKED, TIMELINE_ASKED);
    }

    @Test
    void now_is_of_no_day_and_offers_one_that_the_slider_needs_a_script_for() throws Exception {
        Document page = WORKPLACE.page(CHILD_PAGE);

        assertThat(page.select(".note.as-of")).isEmpty();
        assertThat(page.select("details.as-of[open]")).isEmpty();
        assertThat(page.select("#as-of .slide[hidden] input[type=range]:not([name])"))
                .hasSize(1);
        assertThat(page.select("#timeline ~ p a").eachAttr("href")).noneMatch(way -> way.contains("asOf"));
    }

    @Test
    void where_nothing_earlier_is_shown_the_page_says_so() throws Exception {
        BEHIND.says(CHILD_API, Stories.CHILD_ANSWER);
        BEHIND.says(CHILD_API + "/timeline", Stories.TIMELINE);

        Document page = WORKPLACE.page(CHILD_PAGE + "?asOf=2026-05-03");

        assertThat(page.text()).contains("Här visas bara läget nu").doesNotContain("Så här såg det ut");
    }

    @Test
    void what_is_no_day_is_refused() throws Exception {
        assertThat(WORKPLACE.get(CHILD_PAGE + "?asOf=2026-13-01").statusCode()).isEqualTo(400);
        assertThat(BEHIND.asked).isEmpty();
    }

    private static String then(String answer) {
        return answer.replace("\"asOf\":\"2026-06-22T08:00:00Z\"", "\"asOf\":\"" + THEN + "\"");
    }
}
