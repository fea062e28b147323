package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samordna.workplace.AlertStories.OVERDUE_ID;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import se.samordna.events.AlertAcknowledged;
import se.samordna.events.AlertClosed;
import se.samordna.events.AlertSnoozed;
import se.samordna.events.CloseReason;
import se.samordna.kit.publish.Outgoing;
import se.samordna.workplace.act.Act;

/** What one does on one alert: each act once, with what came of it, and beside what others do. */
class AlertActsTest extends ActingOnAlerts {
    private static final String OTHERS = "6f0c0000-0000-4000-8000-00000000b001";

    private final UUID form = UUID.randomUUID();

    @Test
    void a_button_makes_one_act_and_the_page_after_it_says_what_came_of_it_and_offers_to_undo() throws Exception {
        UUID id = new Act.Acknowledge().id(form, UUID.fromString(OVERDUE_ID));
        BEHIND.says("/api/coordination/v1/events/" + id, "{\"status\":\"RELEASED\"}");

        HttpResponse<String> sent = acts("act=acknowledge");
        HttpResponse<String> twice = acts("act=acknowledge");

        assertThat(List.of(sent.statusCode(), twice.statusCode())).containsExactly(303, 303);
        assertThat(sent.headers().firstValue("Location").orElseThrow()).endsWith(ALERT_PAGE + "?done=" + id);
        assertThat(twice.headers().firstValue("Location"))
                .isEqualTo(sent.headers().firstValue("Location"));
        assertThat(kafka.published()).singleElement().satisfies(record -> {
            assertThat(record.topic().name()).isEqualTo("coordination.actions");
            AlertAcknowledged act = (AlertAcknowledged) record.value();
            assertThat(act.getAlertId()).hasToString(OVERDUE_ID);
            assertThat(act.getHeader().getEventId()).isEqualTo(id);
            assertThat(act.getHeader().getChildId()).hasToString(Stories.CHILD);
            assertThat(act.getHeader().getAgency().name()).isEqualTo("SOCIAL_SERVICES");
            assertThat(act.getHeader().getMunicipality()).isEqualTo("2380");
        });

        BEHIND.says(
                ALERT_API + "/history",
                AlertStories.history(
                        acknowledged(),
                        AlertStories.acted(
                                id.toString(), "AlertAcknowledged", "SOCIAL_SERVICES", "\"effect\":\"TOOK_EFFECT\"")));
        Document after = WORKPLACE.page(ALERT_PAGE + "?done=" + id);
        assertThat(after.select(".note.good").text()).isEqualTo("Larmet är kvitterat.");
        assertThat(after.select("[aria-labelledby=do] button").eachText()).containsExactly("Stäng larmet", "Låt vila");
        Element undo = after.expectFirst("[aria-labelledby=history] form");

        HttpResponse<String> undone = WORKPLACE.form(
                undo.attr("action"), "event=" + undo.select("[name=event]").val());

        assertThat(undone.statusCode()).isEqualTo(303);
        assertThat(BEHIND.asked.stream().filter(asked -> asked.target().equals(INTAKE)))
                .singleElement()
                .satisfies(asked -> assertThat(asked.body())
                        .contains(
                                "\"type\":\"Retracted\"",
                                "\"retracts\":\"" + id + "\"",
                                "\"agency\":\"SOCIAL_SERVICES\""));
        assertThat(WORKPLACE
                        .page(ALERT_PAGE + "?done=undone")
                        .select(".note.good")
                        .text())
                .isEqualTo("Det är återtaget, som om det aldrig hade gjorts.");
    }

    @Test
    void closing_needs_a_reason_and_snoozing_a_day_to_come_and_what_was_filled_in_stays() throws Exception {
        assertThat(faulty("act=close").select(".faulty .fault").text()).isEqualTo("Välj varför.");
        assertThat(faulty("act=close&reason=BORED").select(".faulty")).hasSize(1);
        Document past = faulty("act=snooze&until=2026-06-22");
        assertThat(past.select(".faulty .fault").text()).startsWith("Välj en dag från i morgon");
        assertThat(past.select("#until").val()).isEqualTo("2026-06-22");
        assertThat(faulty("act=snooze&until=2028-06-22").select("#until").val()).isEqualTo("2028-06-22");
        assertThat(faulty("act=steal").select("h1").text()).isNotEmpty();
        assertThat(kafka.published()).isEmpty();

        acts("act=close&reason=NOT_NEEDED");
        acts("act=snooze&until=2026-06-23");

        assertThat(kafka.published())
                .extracting(Outgoing::value)
                .satisfiesExactly(
                        closed -> assertThat(((AlertClosed) closed).getReason()).isEqualTo(CloseReason.NOT_NEEDED),
                        snoozed ->
                                assertThat(((AlertSnoozed) snoozed).getUntil()).isEqualTo(LocalDate.of(2026, 6, 23)));
    }

    @Test
    void who_comes_second_is_told_what_the_other_did_and_loses_nothing() throws Exception {
        String closed = Stories.OVERDUE.replace("\"OPEN\"", "\"CLOSED\"").replace("\"revision\":2", "\"revision\":3");
        BEHIND.says(
                ALERT_API + "/history",
                AlertStories.history(
                        closed,
                        AlertStories.acted(
                                OTHERS,
                                "AlertClosed",
                                "SOCIAL_SERVICES",
                                "\"reason\":\"HANDLED\",\"effect\":\"TOOK_EFFECT\"")));

        HttpResponse<String> late = acts("act=close&reason=WRONG");

        assertThat(late.statusCode()).isEqualTo(409);
        Document page = Jsoup.parse(late.body());
        assertThat(page.select(".note.warn[role=alert]").text())
                .startsWith("Inget har sparats: någon hade redan stängt det.");
        assertThat(page.select("[aria-labelledby=history] li").text())
                .contains("22 juni 2026 09:00: Larm stängt: hanterat");
        assertThat(page.select("[aria-labelledby=do] button").eachText()).containsExactly("Öppna igen");
        assertThat(kafka.published()).isEmpty();
    }

    @Test
    void an_act_that_lost_against_anothers_says_so_and_why() throws Exception {
        UUID id = new Act.Close(Act.Reason.WRONG).id(form, UUID.fromString(OVERDUE_ID));
        BEHIND.says(
                ALERT_API + "/history",
                AlertStories.history(
                        Stories.OVERDUE.replace("\"OPEN\"", "\"CLOSED\"").replace("\"revision\":2", "\"revision\":3"),
                        AlertStories.acted(
                                OTHERS,
                                "AlertClosed",
                                "SOCIAL_SERVICES",
                                "\"reason\":\"HANDLED\",\"effect\":\"TOOK_EFFECT\""),
                        AlertStories.acted(
                                id.toString(),
                                "AlertClosed",
                                "SOCIAL_SERVICES",
                                "\"reason\":\"WRONG\",\"effect\":\"NO_EFFECT\",\"why\":\"ALREADY_CLOSED\"")));

        Document page = WORKPLACE.page(ALERT_PAGE + "?done=" + id);

        assertThat(page.select(".note.warn[role=alert]").text())
                .startsWith("Det hade ingen verkan: någon hade redan stängt det.");
        assertThat(page.select("[aria-labelledby=history] li").eachText().getFirst())
                .contains("Larm stängt: felaktigt", "utan verkan: någon hade redan stängt det");
        assertThat(page.select("[aria-labelledby=history] form [name=event]").val())
                .isEqualTo(OTHERS);
    }

    @Test
    void where_something_is_away_the_form_is_kept_to_be_sent_again_as_the_same_act() throws Exception {
        kafka.isAway();
        kept(acts("act=close&reason=HANDLED"), "reason", "HANDLED");

        kafka.isThere();
        BEHIND.says(ALERT_API + "/history", FakeBehind.json(503, "{\"code\":\"not-ready\"}", "Retry-After", "1"));
        kept(acts("act=snooze&until=2026-06-30"), "until", "2026-06-30");
        BEHIND.says(ALERT_API, exchange -> exchange.close());
        Document again = kept(acts("act=close&reason=HANDLED"), "reason", "HANDLED");
        assertThat(kafka.published()).isEmpty();

        theUsualStory();
        Element form = again.expectFirst("main form");
        StringBuilder fields = new StringBuilder();
        form.select("input:not([name=_csrf])")
                .forEach(field -> fields.append(fields.isEmpty() ? "" : "&")
                        .append(field.attr("name"))
                        .append('=')
                        .append(field.val()));
        assertThat(WORKPLACE.form(form.attr("action"), fields.toString()).statusCode())
                .isEqualTo(303);
        assertThat(kafka.published()).hasSize(1);
    }

    private static String acknowledged() {
        return Stories.OVERDUE.replace("\"OPEN\"", "\"ACKNOWLEDGED\"").replace("\"revision\":2", "\"revision\":3");
    }

    private HttpResponse<String> acts(String more) throws Exception {
        return WORKPLACE.form(ALERT_PAGE + "/acts", "form=" + form + "&" + more);
    }

    private Document faulty(String more) throws Exception {
        HttpResponse<String> answer = acts(more);
        assertThat(answer.statusCode()).as(more).isEqualTo(400);
        return Jsoup.parse(answer.body());
    }

    private static Document kept(HttpResponse<String> answer, String field, String value) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("h1").text()).isEqualTo("Det gick inte att spara just nu");
        assertThat(page.select("main form [name=" + field + "]").val()).isEqualTo(value);
        return page;
    }
}
