package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samordna.workplace.AlertStories.ALERTS;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The police have been proposed a joint visit, and ask for it with one button. */
class VisitTest extends AgainstFakes {
    private static final String ID = "89c92de3-2f6c-5937-b7c5-9fc228a53732";
    private static final String PAGE = "/alerts/" + ID + "?municipality=2380";
    private static final String NOTICE = AlertStories.NOTICE
            .replace("\"school\"", "\"police\"")
            .replace("social-services-asks-contact", "joint-visit-proposed");

    private final Browser petra = WORKPLACE.stranger();

    @BeforeEach
    void they_have_met_the_child_twice_and_once_without_it() throws Exception {
        is(NOTICE);
        timeline(
                incident(1, "p1", "2026-06-01T20:00:00Z", true),
                incident(2, "p2", "2026-06-17T20:00:00Z", true),
                incident(3, "p3", "2026-06-18T09:00:00Z", false));
        petra.signIn(SignInHere.POLICE, "/inbox");
    }

    @AfterEach
    void she_goes_home() {
        petra.close();
    }

    @Test
    void the_button_is_of_their_own_incident_of_those_days_and_tells_nothing_that_the_notice_does_not()
            throws Exception {
        Document page = page();

        assertThat(page.select("main section").eachAttr("aria-labelledby"))
                .containsExactly("do", "visit", "who", "history");
        assertThat(page.select("[aria-labelledby=visit] form"))
                .singleElement()
                .satisfies(form -> assertThat(form.text())
                        .startsWith("Er händelse: våld i hemmet, 17 juni 2026 22:00 Begär gemensamt hembesök"));
        assertThat(page.select("main").text()).doesNotContain("R06", "Orosanmälan", "SoL", "p2");
    }

    @Test
    void where_the_police_are_away_the_form_is_kept_and_what_was_not_offered_is_refused() throws Exception {
        Element form = page().expectFirst("[aria-labelledby=visit] form");

        HttpResponse<String> away = asks(form, form.select("[name=incident]").val());

        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(Jsoup.parse(away.body()).select("main form [name=incident]").val())
                .isEqualTo(form.select("[name=incident]").val());
        assertThat(asks(form, event(1)).statusCode())
                .as("long before the notice")
                .isEqualTo(400);
        assertThat(asks(form, event(3)).statusCode())
                .as("the child was not there")
                .isEqualTo(400);
        assertThat(asks(form, UUID.randomUUID().toString()).statusCode()).isEqualTo(400);
    }

    @Test
    void what_has_been_asked_for_says_so_and_is_not_sent_once_more() throws Exception {
        Element form = page().expectFirst("[aria-labelledby=visit] form");
        timeline(incident(2, "p2", "2026-06-17T20:00:00Z", true), """
                {"type":"JointVisitRequested","eventId":"6f0c0000-0000-4000-8000-000000000f09","agency":"POLICE",
                 "municipality":"2380","occurredAt":"2026-06-18T10:00:00Z","incidentId":"p2"}""");

        assertThat(page().select("[aria-labelledby=visit]").text())
                .isEqualTo("Gemensamt hembesök våld i hemmet, 17 juni 2026 22:00. Gemensamt hembesök begärt"
                        + " 18 juni 2026 12:00.");
        HttpResponse<String> again = asks(form, event(2));
        assertThat(again.headers().firstValue("Location").orElseThrow()).contains("done=visit");
        assertThat(Jsoup.parse(petra.get(PAGE + "&done=visit").body())
                        .select(".note.good")
                        .text())
                .startsWith("Begäran om gemensamt hembesök är sparad");
    }

    @Test
    void without_an_incident_to_show_and_while_it_cannot_be_known_the_page_says_which() throws Exception {
        BEHIND.says(CHILD_API + "/timeline", FakeBehind.json(403, "{\"code\":\"no-ground\"}"));
        assertThat(page().select("[aria-labelledby=visit]").text()).contains("Polisen har ingen egen händelse");
        BEHIND.says(CHILD_API + "/timeline", FakeBehind.json(503, "{\"code\":\"not-ready\"}", "Retry-After", "1"));
        assertThat(page().select("[aria-labelledby=visit]").text()).contains("går inte att visa just nu");

        is(NOTICE.replace("\"OPEN\"", "\"RESOLVED\""));
        BEHIND.asked.clear();
        assertThat(page().select("[aria-labelledby=visit]")).as("it is over").isEmpty();
        assertThat(BEHIND.asked).noneMatch(asked -> asked.target().contains("timeline"));
    }

    @Test
    void the_social_services_are_told_where_a_visit_is_noted_and_have_no_button_for_it() throws Exception {
        String joint = Stories.OVERDUE.replace("\"R01\"", "\"R06\"");
        BEHIND.says(ALERT_API, AlertStories.one(joint)).says(ALERT_API + "/history", AlertStories.history(joint));

        Document page = WORKPLACE.page(ALERT_PAGE);

        assertThat(page.select("main > .note").text()).contains("antecknar ni i ert eget verksamhetssystem");
        assertThat(page.select("[aria-labelledby=visit]")).isEmpty();
        assertThat(WORKPLACE
                        .form(ALERT_PAGE + "/visit", "form=" + UUID.randomUUID() + "&incident=" + event(2))
                        .statusCode())
                .isEqualTo(403);
    }

    private static void is(String notice) {
        BEHIND.says(ALERTS + ID, AlertStories.one(notice))
                .says(ALERTS + ID + "/history", "{\"alert\":%s,\"told\":[],\"actions\":[]}".formatted(notice));
    }

    private static void timeline(String... events) {
        BEHIND.says(
                CHILD_API + "/timeline",
                "{\"childId\":\"%s\",%s,\"events\":[%s]}"
                        .formatted(Stories.CHILD, Stories.SOURCES, String.join(",", events)));
    }

    private static String incident(int event, String id, String at, boolean childPresent) {
        return """
                {"type":"PoliceIncident","eventId":"%s","agency":"POLICE","municipality":"2380","occurredAt":"%s",
                 "ground":"REPORT_DUTY","incidentId":"%s","kind":"DOMESTIC_VIOLENCE","childPresent":%s}""".formatted(event(event), at, id, childPresent);
    }

    private static String event(int event) {
        return "6f0c0000-0000-4000-8000-000000000f0" + event;
    }

    private Document page() throws Exception {
        return Jsoup.parse(petra.get(PAGE).body());
    }

    private HttpResponse<String> asks(Element form, String incident) throws Exception {
        return petra.post(
                petra.at(form.attr("action")),
                List.of(
                        "form",
                        form.select("[name=form]").val(),
                        "municipality",
                        "2380",
                        "incident",
                        incident,
                        "_csrf",
                        petra.formToken()));
    }
}
