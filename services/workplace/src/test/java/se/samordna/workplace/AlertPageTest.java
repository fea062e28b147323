package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samordna.workplace.AlertStories.ALERTS;
import static se.samordna.workplace.AlertStories.OVERDUE_ID;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.samordna.events.AlertAcknowledged;
import se.samordna.events.AlertClosed;
import se.samordna.events.AlertSnoozed;
import se.samordna.events.CloseReason;
import se.samordna.kit.publish.Outgoing;
import se.samordna.workplace.act.Act;

/** One alert: why it came, who was told, what was done, and what one does on it. */
class AlertPageTest extends AgainstFakes {
    private static final String PAGE = "/alerts/" + OVERDUE_ID;
    private static final String API = ALERTS + OVERDUE_ID;
    private static final String OTHERS = "6f0c0000-0000-4000-8000-00000000b001";
    private static final String INTAKE = "/api/social-services/v1/events";

    private final FakeKafka kafka = WORKPLACE.part("fakeKafka", FakeKafka.class);
    private final UUID form = UUID.randomUUID();

    @BeforeEach
    void the_alert_is_there() {
        kafka.isThere();
        BEHIND.says(API, AlertStories.one(Stories.OVERDUE))
                .says(API + "/explanation", AlertStories.EXPLANATION)
                .says(API + "/history", AlertStories.history(Stories.OVERDUE))
                .says(INTAKE, FakeBehind.json(202, "[]"));
    }

    @Test
    void the_page_says_what_it_is_why_it_came_who_was_told_and_what_can_be_done_and_nothing_else() throws Exception {
        Document page = WORKPLACE.page(PAGE);

        assertThat(page.select("h1").text()).isEqualTo("En orosanmälan väntar på omedelbar skyddsbedömning.");
        assertThat(page.select(".chips .chip").eachText()).containsExactly("Försenat", "Öppet", "Högsta allvarlighet");
        assertThat(page.expectFirst("[aria-labelledby=why]").text())
                .contains("Varje anmälan ska genast bedömas.")
                .contains("larmet hänger på: Orosanmälan inkommen 18 juni 2026 14:30")
                .contains("Inte än: väntar på någon av: Utredning öppnad, Skyddsbedömning gjord")
                .contains("anmälningar: 3 (≥ 3)")
                .contains("Orosanmälan inkommen, 18 juni 2026 14:30. Kom hit först 20 juni 2026 14:30")
                .contains("händelse som inte visas här (6f0c0000-0000-4000-8000-000000000009)")
                .contains("R01", "SoL 20:1", "socialtjänstlagen (2025:400)")
                .doesNotContain("told beside");
        assertThat(page.select("[aria-labelledby=told] tbody tr").eachText())
                .containsExactly(
                        "Socialtjänsten hela larmet egen verksamhet Öppet",
                        "Polisen Ett gemensamt hembesök med socialtjänsten föreslås."
                                + " anmälningsplikt (SoL 19:1) Öppet");
        assertThat(page.select("[aria-labelledby=history]").text()).endsWith("Ingen har gjort något med det än.");
        assertThat(page.select("[aria-labelledby=do] button").eachText())
                .containsExactly("Kvittera", "Stäng larmet", "Låt vila");
        assertThat(page.select("a.id").attr("href")).isEqualTo(CHILD_PAGE);
        assertThat(BEHIND.asked.stream().map(asked -> asked.target().replaceAll("\\?.*", "")))
                .containsExactly(API, API + "/history", API + "/explanation");
    }

    @Test
    void a_button_makes_one_act_and_the_page_after_it_says_what_came_of_it_and_offers_to_undo() throws Exception {
        UUID id = new Act.Acknowledge().id(form, UUID.fromString(OVERDUE_ID));
        BEHIND.says("/api/coordination/v1/events/" + id, "{\"status\":\"RELEASED\"}");

        HttpResponse<String> sent = acts("act=acknowledge");
        HttpResponse<String> twice = acts("act=acknowledge");

        assertThat(List.of(sent.statusCode(), twice.statusCode())).containsExactly(303, 303);
        assertThat(sent.headers().firstValue("Location").orElseThrow()).endsWith(PAGE + "?done=" + id);
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
                API + "/history",
                AlertStories.history(
                        acknowledged(),
                        AlertStories.acted(
                                id.toString(), "AlertAcknowledged", "SOCIAL_SERVICES", "\"effect\":\"TOOK_EFFECT\"")));
        Document after = WORKPLACE.page(PAGE + "?done=" + id);
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
        assertThat(WORKPLACE.page(PAGE + "?done=undone").select(".note.good").text())
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
                API + "/history",
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
                API + "/history",
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

        Document page = WORKPLACE.page(PAGE + "?done=" + id);

        assertThat(page.select(".note.warn[role=alert]").text())
                .startsWith("Det hade ingen verkan: någon hade redan stängt det.");
        assertThat(page.select("[aria-labelledby=history] li").eachText().getFirst())
                .contains("Larm stängt: felaktigt", "utan verkan: någon hade redan stängt det");
        assertThat(page.select("[aria-labelledby=history] form [name=event]").val())
                .isEqualTo(OTHERS);
    }

    @Test
    void a_recall_is_shown_as_one_with_its_reason_and_what_replaces_it() throws Exception {
        BEHIND.says(API, AlertStories.one(AlertStories.WITHDRAWN))
                .says(API + "/history", AlertStories.history(AlertStories.WITHDRAWN));

        Document page = WORKPLACE.page(PAGE);

        assertThat(page.select(".note.bad").text())
                .isEqualTo("Återtaget: en uppgift som larmet vilade på har rättats. Visa larmet som ersätter det");
        assertThat(page.select(".note.bad a").attr("href")).isEqualTo("/alerts/" + AlertStories.WATCHED_ID);
        assertThat(page.select("[aria-labelledby=do]")).isEmpty();
        assertThat(page.select("[aria-labelledby=why]").text()).contains("gäller inte längre");
    }

    @Test
    void an_open_page_is_told_that_the_alert_has_changed_and_is_not_changed_itself() throws Exception {
        String look = WORKPLACE.page(PAGE).expectFirst("#live").attr("data-look");
        assertThat(WORKPLACE.page(look).select("#changes").text()).isEmpty();

        BEHIND.says(API, AlertStories.one(AlertStories.WITHDRAWN.replace("\"revision\":2", "\"revision\":3")))
                .says(API + "/history", AlertStories.history(AlertStories.WITHDRAWN));

        assertThat(WORKPLACE.page(look).select("#changes[aria-live=polite]").text())
                .isEqualTo("Larmet har ändrats medan du hade sidan öppen. Nu: Återtaget: en uppgift som larmet vilade"
                        + " på har rättats. Visa det som det är nu");
    }

    @Test
    void where_something_is_away_the_form_is_kept_to_be_sent_again_as_the_same_act() throws Exception {
        kafka.isAway();
        kept(acts("act=close&reason=HANDLED"), "reason", "HANDLED");

        kafka.isThere();
        BEHIND.says(API + "/history", FakeBehind.json(503, "{\"code\":\"not-ready\"}", "Retry-After", "1"));
        kept(acts("act=snooze&until=2026-06-30"), "until", "2026-06-30");
        BEHIND.says(API, exchange -> exchange.close());
        Document again = kept(acts("act=close&reason=HANDLED"), "reason", "HANDLED");
        assertThat(kafka.published()).isEmpty();

        the_alert_is_there();
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
        assertThat(WORKPLACE.page(PAGE).select("form[action$=/sip]"))
                .as("not the next step of that rule")
                .isEmpty();
    }

    @Test
    void what_the_apps_behind_say_is_told_in_words_and_never_as_an_alert_without_a_history() throws Exception {
        for (String api : List.of(API, API + "/history", API + "/explanation")) {
            BEHIND.says(api, FakeBehind.json(503, "{\"code\":\"not-ready\"}", "Retry-After", "3"));
            assertThat(WORKPLACE.get(PAGE).statusCode()).as(api).isEqualTo(503);
            BEHIND.says(api, FakeBehind.json(403, "{\"code\":\"no-ground\"}"));
            assertThat(WORKPLACE.get(PAGE).statusCode()).as(api).isEqualTo(403);
            BEHIND.says(api, "<html>no json");
            assertThat(WORKPLACE.get(PAGE).statusCode()).as(api).isEqualTo(500);
            the_alert_is_there();
        }
        BEHIND.says(API, "[1,2]");
        assertThat(WORKPLACE.get(PAGE).statusCode()).isEqualTo(500);
    }

    @Test
    void what_is_no_alert_of_the_callers_is_not_there() throws Exception {
        assertThat(WORKPLACE.get("/alerts/89c92de3-2f6c-5937-b7c5-9fc228a53799").statusCode())
                .isEqualTo(404);
        assertThat(WORKPLACE.get("/alerts/x").statusCode()).isEqualTo(400);
        assertThat(WORKPLACE.form(PAGE + "/acts", "act=acknowledge").statusCode())
                .as("no form of ours")
                .isEqualTo(400);
    }

    private static String acknowledged() {
        return Stories.OVERDUE.replace("\"OPEN\"", "\"ACKNOWLEDGED\"").replace("\"revision\":2", "\"revision\":3");
    }

    private HttpResponse<String> acts(String more) throws Exception {
        return WORKPLACE.form(PAGE + "/acts", "form=" + form + "&" + more);
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
