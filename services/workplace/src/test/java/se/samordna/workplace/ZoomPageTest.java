package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A child's page looked at more closely, and further back. */
class ZoomPageTest extends AgainstFakes {

    @Test
    void two_weeks_are_drawn_and_told_by_the_day() throws Exception {
        Document page = WORKPLACE.page(CHILD_PAGE + "?weeks=2");

        assertThat(page.select(".moved strong").text()).isEqualTo("11 juni 2026 – 24 juni 2026");
        assertThat(page.select("svg text.tl-soft").eachText()).contains("tors 11", "fre 12", "ons 24");
        assertThat(page.select("#events ~ table tbody tr")).hasSize(2);
        assertThat(page.select("#events ~ p").eachText())
                .contains("5 äldre händelser visas inte. Välj en längre eller tidigare tid ovan.");
        assertThat(page.select("#as-of input[name=weeks], .identity input[name=weeks]")
                        .eachAttr("value"))
                .containsExactly("2", "2");
        assertThat(page.select(".zoom").text()).isEqualTo("Visa: 2 veckor · 1 månad · 3 månader · 1 år · 3 år");
        assertThat(page.select(".zoom [aria-current]").text()).isEqualTo("2 veckor");
        assertThat(page.select("[rel=next]")).isEmpty();
        assertThat(page.select("[rel=prev]").attr("href")).isEqualTo(CHILD_PAGE + "?weeks=2&from=2026-05-28");
    }

    @Test
    void earlier_is_a_link_until_there_is_nothing_earlier_and_later_leads_back() throws Exception {
        Document page = WORKPLACE.page(CHILD_PAGE + "?weeks=2&from=2026-03-09");

        assertThat(page.select("#events ~ table tbody tr").eachText())
                .singleElement()
                .asString()
                .contains("10 mars 2026", "Orosanmälan inkommen");
        assertThat(page.select("#events ~ p").eachText())
                .containsExactly(
                        "6 nyare händelser visas inte. Välj en senare tid ovan.",
                        "Enskilda skoldagar sparas i 100 dagar. Att ingen frånvaro syns längre tillbaka betyder inte att det"
                                + " inte fanns någon.");
        assertThat(page.select("line.tl-now, rect.tl-gap"))
                .as("now is elsewhere")
                .isEmpty();
        assertThat(page.select("details summary").eachText()).contains("Skolfrånvaro per dag");
        assertThat(page.select("table th[scope=row]").eachText()).hasSize(10).endsWith("9 mars 2026");
        assertThat(page.select("[rel=next]").attr("href")).isEqualTo(CHILD_PAGE + "?weeks=2&from=2026-03-23");
        assertThat(page.select(".zoom a").eachAttr("href")).contains(CHILD_PAGE + "?months=3&from=2026-03-09");

        assertThat(WORKPLACE.page(CHILD_PAGE + "?weeks=2&from=2026-01-26").select("[rel=prev]"))
                .as("nothing is told of before")
                .isEmpty();
    }

    @Test
    void an_old_link_goes_on_leading_where_it_did() throws Exception {
        for (String months : List.of("3", "12", "36")) {
            assertThat(WORKPLACE
                            .page(CHILD_PAGE + "?months=" + months)
                            .select(".zoom strong")
                            .text())
                    .startsWith(months.equals("3") ? "3 månader" : months.equals("12") ? "1 år" : "3 år");
        }
        assertThat(WORKPLACE
                        .page(CHILD_PAGE + "?weeks=2&from=2099-01-01")
                        .select(".moved strong")
                        .text())
                .as("of days to come nothing is known")
                .isEqualTo("11 juni 2026 – 24 juni 2026");
    }

    @ParameterizedTest
    @ValueSource(strings = {"weeks=3", "weeks=2&months=3", "months=0", "months=1&from=soon", "from=1999-12-31"})
    void what_is_no_window_is_refused(String query) throws Exception {
        assertThat(WORKPLACE.get(CHILD_PAGE + "?" + query).statusCode()).isEqualTo(400);
        assertThat(BEHIND.asked).isEmpty();
    }
}
