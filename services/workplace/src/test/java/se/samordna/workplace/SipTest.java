package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samordna.workplace.AlertStories.ALERTS;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The social services propose a SIP where an alert asks for one, and see that it has been done. */
class SipTest extends ActingOnAlerts {
    private static final String ACT = "6f0c0000-0000-4000-8000-00000000b001";

    @Test
    void proposing_a_sip_is_an_event_of_the_social_services() throws Exception {
        String watched = ALERTS + AlertStories.WATCHED_ID;
        BEHIND.says(watched, AlertStories.one(Stories.WATCHED))
                .says(watched + "/history", AlertStories.history(Stories.WATCHED));
        Element propose = WORKPLACE.page("/alerts/" + AlertStories.WATCHED_ID).expectFirst("form[action$=/sip]");

        HttpResponse<String> sent = WORKPLACE.form(
                propose.attr("action"), "form=" + propose.select("[name=form]").val());

        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(BEHIND.asked.stream().filter(asked -> asked.target().equals(INTAKE)))
                .singleElement()
                .satisfies(asked -> assertThat(asked.body())
                        .contains("\"type\":\"SipProposed\"", "\"childId\":\"" + Stories.CHILD + "\""));
        assertThat(WORKPLACE.page(ALERT_PAGE).select("form[action$=/sip]"))
                .as("not the next step of that rule")
                .isEmpty();
        int told = BEHIND.asked.size();
        assertThat(WORKPLACE
                        .form(ALERT_PAGE.replaceFirst("\\?.*", "") + "/sip", "form=" + UUID.randomUUID())
                        .statusCode())
                .as("nor by a form made by hand")
                .isEqualTo(403);
        assertThat(BEHIND.asked.stream().skip(told))
                .noneMatch(asked -> asked.target().equals(INTAKE));
    }

    @Test
    void a_proposed_sip_stands_in_place_of_its_button_and_in_the_history_and_is_not_proposed_once_more()
            throws Exception {
        watchedWith(sip("SipProposed", "2026-06-10T08:00:00Z"));
        assertThat(watched().select("form[action$=/sip]"))
                .as("proposed before the alert came, and it came all the same")
                .hasSize(1);

        watchedWith(sip("SipProposed", "2026-06-20T08:00:00Z"));
        Document page = watched();

        assertThat(page.select("form[action$=/sip]")).isEmpty();
        assertThat(page.select("[aria-labelledby=do] .sip").text()).isEqualTo("SIP föreslogs 20 juni 2026.");
        assertThat(page.select(".history li").eachText())
                .containsExactly(
                        "22 juni 2026 09:00: Larm kvitterat (Socialtjänsten) Ångra",
                        "20 juni 2026 10:00: SIP föreslagen (Socialtjänsten)");
        HttpResponse<String> again =
                WORKPLACE.form("/alerts/" + AlertStories.WATCHED_ID + "/sip", "form=" + UUID.randomUUID());
        assertThat(again.headers().firstValue("Location").orElseThrow()).contains("done=sip");
        assertThat(BEHIND.asked).noneMatch(asked -> asked.target().equals(INTAKE));

        watchedWith(sip("SipProposed", "2026-06-20T08:00:00Z") + "," + sip("SipRefused", "2026-06-21T08:00:00Z"));
        assertThat(watched().select("form[action$=/sip]"))
                .as("refused, so another may be")
                .hasSize(1);
    }

    @Test
    void where_it_cannot_be_known_whether_a_sip_is_proposed_the_page_says_so_and_sends_none() throws Exception {
        watchedWith("");
        BEHIND.says(CHILD_API + "/timeline", FakeBehind.json(503, "{\"code\":\"not-ready\"}", "Retry-After", "1"));

        assertThat(watched().select("[aria-labelledby=do]").text()).contains("om SIP redan är föreslagen");
        assertThat(WORKPLACE
                        .form("/alerts/" + AlertStories.WATCHED_ID + "/sip", "form=" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(503);
        assertThat(BEHIND.asked).noneMatch(asked -> asked.target().equals(INTAKE));
    }

    private static Document watched() throws Exception {
        return WORKPLACE.page("/alerts/" + AlertStories.WATCHED_ID);
    }

    private static void watchedWith(String events) {
        String watched = ALERTS + AlertStories.WATCHED_ID;
        BEHIND.says(watched, AlertStories.one(Stories.WATCHED))
                .says(
                        watched + "/history",
                        AlertStories.history(
                                Stories.WATCHED,
                                AlertStories.acted(
                                        ACT, "AlertAcknowledged", "SOCIAL_SERVICES", "\"effect\":\"TOOK_EFFECT\"")))
                .says(
                        CHILD_API + "/timeline",
                        "{\"childId\":\"%s\",%s,\"events\":[%s]}".formatted(Stories.CHILD, Stories.SOURCES, events));
    }

    private static String sip(String type, String at) {
        return """
                {"type":"%s","eventId":"%s","agency":"SOCIAL_SERVICES","municipality":"2380","occurredAt":"%s"}""".formatted(type, UUID.randomUUID(), at);
    }
}
