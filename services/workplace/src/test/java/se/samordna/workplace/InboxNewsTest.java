package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samordna.workplace.AlertStories.OVERDUE_ID;

import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What is new in the list: since one was last here, and while one has it open. */
class InboxNewsTest extends AgainstFakes {

    @Test
    void what_is_new_or_changed_since_one_was_here_is_marked_until_it_is_called_seen() throws Exception {
        seen("2026-06-21T00:00:00Z");
        BEHIND.says(INBOX_API, Stories.told(1));

        Document page = WORKPLACE.page(INBOX_PAGE);

        assertThat(page.select("tbody tr").get(0).select(".chip.news")).isEmpty();
        assertThat(page.select("tbody tr").get(1).select(".chip.news").text()).isEqualTo("Nytt");
        assertThat(page.select(".tally li").eachText())
                .contains("1 nya eller ändrade sedan du var här 21 juni 2026 02:00");
        assertThat(BEHIND.lastAsked().target()).contains("since=2026-06-21T00%3A00%3A00Z");
        WORKPLACE.page(page.expectFirst(".tally a").attr("href"));
        assertThat(BEHIND.lastAsked().target()).contains("changed=only");

        Element all = page.expectFirst("form[action=/inbox/seen]");
        assertThat(all.select("[name=asOf]").val()).isEqualTo("2026-06-22T08:00:00Z");
        seen("2026-06-22T08:00:00Z");
        assertThat(WORKPLACE.page(INBOX_PAGE).select(".chip.news")).isEmpty();
    }

    @Test
    void an_open_page_is_told_what_has_changed_a_recall_too_and_one_that_asks_is_no_visit() throws Exception {
        BEHIND.says(INBOX_API, Stories.told(0));
        Element live = WORKPLACE.page(INBOX_PAGE).expectFirst("#live");
        assertThat(live.attr("data-bell")).isEqualTo("/inbox/bell?municipality=2380");
        assertThat(live.attr("data-look")).isEqualTo(INBOX_PAGE + "&seen=2026-06-22T07:59:58Z");
        BEHIND.says(
                INBOX_API,
                Stories.ALERTS
                        .replace(Stories.WATCHED, AlertStories.WITHDRAWN)
                        .replaceAll("}$", ",\"told\":{\"" + OVERDUE_ID + "\":\"2026-06-22T08:00:05Z\"}}"));

        HttpResponse<String> look = WORKPLACE.get(live.attr("data-look"), "HX-Request", "true");

        Element changes = Jsoup.parse(look.body()).expectFirst("#changes[aria-live=polite]");
        assertThat(changes.text())
                .startsWith("Sedan 22 juni 2026 09:59:")
                .contains("Återtaget: En orosanmälan väntar", "har rättats");
        assertThat(BEHIND.lastAsked().target()).contains("since=2026-06-22T07%3A59%3A58Z", "changed=only", "WITHDRAWN");
        assertThat(look.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("samordna-inbox-"));
        assertThat(WORKPLACE.page(INBOX_PAGE + "&live=off").expectFirst("#live").hasAttr("data-bell"))
                .isFalse();
    }

    private static void seen(String asOf) throws Exception {
        assertThat(WORKPLACE
                        .form("/inbox/seen", "back=municipality%3D2380&asOf=" + asOf)
                        .statusCode())
                .isEqualTo(303);
    }
}
