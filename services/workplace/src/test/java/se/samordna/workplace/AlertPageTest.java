package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** One alert: why it came, who was told, and what has become of it. */
class AlertPageTest extends AgainstFakes {

    @Test
    void the_page_says_what_it_is_why_it_came_who_was_told_and_what_can_be_done_and_nothing_else() throws Exception {
        Document page = WORKPLACE.page(ALERT_PAGE);

        assertThat(page.select("h1").text()).isEqualTo("En orosanmälan väntar på omedelbar skyddsbedömning.");
        assertThat(page.select(".chips .chip").eachText())
                .containsExactly("Försenat", "Öppet", "Regelns allvarlighet: högsta");
        assertThat(page.expectFirst("[aria-labelledby=why]").text())
                .contains("Varje anmälan ska genast bedömas.")
                .contains("larmet hänger på: Orosanmälan inkommen 18 juni 2026 14:30")
                .contains("Inte än: väntar på någon av: Utredning inledd, Skyddsbedömning gjord")
                .contains("anmälningar: 3 (minst 3)")
                .contains("Orosanmälan inkommen, 18 juni 2026 14:30. Kom hit först 20 juni 2026 14:30")
                .contains("händelse som inte visas här")
                .contains("R01", "SoL 20:1", "socialtjänstlagen (2025:400)")
                .doesNotContain("told beside", "000000000009");
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
                .containsExactly(ALERT_API, ALERT_API + "/history", ALERT_API + "/explanation");
    }

    @Test
    void what_an_alert_hangs_on_is_told_in_words_and_no_signs_are_left_and_nothing_else() throws Exception {
        BEHIND.says(ALERT_API + "/explanation", explained("""
                {"code":"DUE","label":{"sv":"i tid, senast"},"met":false,"value":"2026-06-18T22:00:00Z"},
                {"code":"LEVEL","label":{"sv":"nivå"},"met":true,"value":"3 2026-06-18T22:00:00Z"},
                {"code":"PROCESSES","label":{"sv":"verksamheter samtidigt"},"met":true,"value":"SOCIAL_SERVICES, SCHOOL (≥ 2)"},
                {"code":"LASTED","label":{"sv":"har pågått"},"met":true,"value":"1240 d (≥ 1 d)"},
                {"code":"APART","label":{"sv":"tid emellan"},"met":true,"value":"3.5 h (≤ 24 h)"},
                {"code":"RUN","label":{"sv":"frånvaroperiod"},"met":true,"value":"2026-05-04 – 2026-06-02, 12 d"},
                {"code":"ABSENCE_AT_LAST","label":{"sv":"frånvaro"},"met":true,"value":"690 / 6740 min = 10.2 % (≥ 10 %)"},
                {"code":"WORST_NOTICE","label":{"sv":"allvarligaste besked"},"met":true,"value":"DATE_SET 2026-06-01T08:00:00Z 2026-06-30"}"""));

        assertThat(WORKPLACE.page(ALERT_PAGE).select(".conditions li").eachText().stream()
                        .map(text -> text.replace('\u00a0', ' ')))
                .containsExactly(
                        "Missat: i tid, senast: 18 juni 2026",
                        "Uppfyllt: nivå: Försenat eller eskalerat från 19 juni 2026 00:00",
                        "Uppfyllt: verksamheter samtidigt: Socialtjänsten, Skolan (minst 2)",
                        "Uppfyllt: har pågått: 1240 dagar (minst 1 dag)",
                        "Uppfyllt: tid emellan: 3,5 timmar (högst 24 timmar)",
                        "Uppfyllt: frånvaroperiod: 4 maj 2026 – 2 juni 2026, 12 dagar",
                        "Uppfyllt: frånvaro: 690 av 6 740 minuter, 10,2 % (minst 10 %)",
                        "Uppfyllt: allvarligaste besked: datum satt 1 juni 2026 10:00 30 juni 2026");
    }

    @Test
    void the_schools_own_rule_rests_on_its_attendance_which_is_not_kept_day_by_day() throws Exception {
        String rising = Stories.OVERDUE.replace("\"R01\"", "\"R09\"");
        BEHIND.says(ALERT_API, AlertStories.one(rising)).says(ALERT_API + "/history", AlertStories.history(rising));

        assertThat(WORKPLACE.page(ALERT_PAGE).select(".evidence li").eachText())
                .contains("skolans egen närvarorapport");
    }

    private static String explained(String conditions) {
        return """
                {"alert":%s,"rule":{"explanation":{"sv":"Varje anmälan."}},"conditions":[%s],"evidence":[]}""".formatted(Stories.OVERDUE, conditions);
    }

    @Test
    void what_another_agency_has_answered_stands_at_the_top_and_only_as_long_as_it_stands() throws Exception {
        String why = "\"effect\":\"NO_EFFECT\",\"why\":\"OTHER_AGENCY\"";
        String accepted =
                AlertStories.acted("6f0c0000-0000-4000-8000-00000000c001", "AlertAcknowledged", "POLICE", why);
        String declined = AlertStories.acted(
                "6f0c0000-0000-4000-8000-00000000c002", "AlertClosed", "POLICE", "\"reason\":\"WRONG\"," + why);
        BEHIND.says(ALERT_API + "/history", AlertStories.history(Stories.OVERDUE, accepted, declined));

        assertThat(WORKPLACE.page(ALERT_PAGE).select(".others li").eachText())
                .containsExactly("Polisen svarar: vi avböjer: det gäller inte oss, 22 juni 2026 09:00");

        String takenUp = AlertStories.acted("6f0c0000-0000-4000-8000-00000000c003", "AlertReopened", "POLICE", why);
        BEHIND.says(ALERT_API + "/history", AlertStories.history(Stories.OVERDUE, declined, takenUp));
        assertThat(WORKPLACE.page(ALERT_PAGE).select(".others")).isEmpty();
    }

    @Test
    void a_recall_is_shown_as_one_with_its_reason_and_what_replaces_it() throws Exception {
        BEHIND.says(ALERT_API, AlertStories.one(AlertStories.WITHDRAWN))
                .says(ALERT_API + "/history", AlertStories.history(AlertStories.WITHDRAWN));

        Document page = WORKPLACE.page(ALERT_PAGE);

        assertThat(page.select(".note.bad").text())
                .isEqualTo("Återtaget: en uppgift som larmet vilade på har rättats. Visa larmet som ersätter det");
        assertThat(page.select(".note.bad a").attr("href")).isEqualTo("/alerts/" + AlertStories.WATCHED_ID);
        assertThat(page.select("[aria-labelledby=do]")).isEmpty();
        assertThat(page.select("[aria-labelledby=why]").text()).contains("gäller inte längre");
    }

    @Test
    void an_open_page_is_told_that_the_alert_has_changed_and_is_not_changed_itself() throws Exception {
        String look = WORKPLACE.page(ALERT_PAGE).expectFirst("#live").attr("data-look");
        assertThat(WORKPLACE.page(look).select("#changes").text()).isEmpty();

        BEHIND.says(ALERT_API, AlertStories.one(AlertStories.WITHDRAWN.replace("\"revision\":2", "\"revision\":3")))
                .says(ALERT_API + "/history", AlertStories.history(AlertStories.WITHDRAWN));

        assertThat(WORKPLACE.page(look).select("#changes[aria-live=polite]").text())
                .isEqualTo("Larmet har ändrats medan du hade sidan öppen. Nu: Återtaget: en uppgift som larmet vilade"
                        + " på har rättats. Visa det som det är nu");
    }

    @Test
    void what_the_apps_behind_say_is_told_in_words_and_never_as_an_alert_without_a_history() throws Exception {
        for (String api : List.of(ALERT_API, ALERT_API + "/history", ALERT_API + "/explanation")) {
            BEHIND.says(api, FakeBehind.json(503, "{\"code\":\"not-ready\"}", "Retry-After", "3"));
            assertThat(WORKPLACE.get(ALERT_PAGE).statusCode()).as(api).isEqualTo(503);
            BEHIND.says(api, FakeBehind.json(403, "{\"code\":\"no-ground\"}"));
            assertThat(WORKPLACE.get(ALERT_PAGE).statusCode()).as(api).isEqualTo(403);
            BEHIND.says(api, "<html>no json");
            assertThat(WORKPLACE.get(ALERT_PAGE).statusCode()).as(api).isEqualTo(500);
            theUsualStory();
        }
        BEHIND.says(ALERT_API, "[1,2]");
        assertThat(WORKPLACE.get(ALERT_PAGE).statusCode()).isEqualTo(500);
    }

    @Test
    void what_is_no_alert_of_the_callers_is_not_there() throws Exception {
        assertThat(WORKPLACE.get("/alerts/89c92de3-2f6c-5937-b7c5-9fc228a53799").statusCode())
                .isEqualTo(404);
        assertThat(WORKPLACE.get("/alerts/x").statusCode()).isEqualTo(400);
        assertThat(WORKPLACE.form(ALERT_PAGE + "/acts", "act=acknowledge").statusCode())
                .as("no form of ours")
                .isEqualTo(400);
    }
}
