package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What a coordinator sees of one child. */
class ChildPagesTest extends AgainstFakes {

    @Test
    void a_childs_page_says_why_with_dates_and_law() throws Exception {
        Document page = WORKPLACE.page(CHILD_PAGE);

        assertThat(page.select("h1").text()).isEqualTo("Barn 0b540000");
        assertThat(page.select("section > article")).hasSize(2);
        assertThat(page.expectFirst("article").text())
                .contains("Försenat", "Öppet", "Regelns allvarlighet: högsta")
                .contains("Grundas på Orosanmälan inkommen, 18 juni 2026 14:30 (Socialtjänsten)")
                .contains("R01 Skyddsbedömning ska göras genast (version 1, inställningar 3)")
                .contains("SoL 20:1 (SoL = socialtjänstlagen (2025:400))");
        assertThat(page.select("details article").text()).contains("Åtgärdat", "23 mars 2026 11:00");
        assertThat(page.expectFirst("#events ~ table tbody tr").text())
                .isEqualTo("18 juni 2026 14:30 Socialtjänsten Orosanmälan inkommen anmälare: polis · skäl: våld ·"
                        + " återkoppling önskas: nej");
        assertThat(page.select("#events ~ table tbody tr")).hasSize(7);
        assertThat(page.select("#events ~ table tbody tr").get(5).text())
                .contains("Förhandsbedömning beslutad", "utfall: inleds", "rättad uppgift", "används ännu inte");
        assertThat(BEHIND.asked)
                .extracting(FakeBehind.Asked::target)
                .containsExactly(CHILD_API, CHILD_API + "/timeline");
        assertThat(BEHIND.asked).allMatch(asked -> asked.header("x-purpose").equals("COORDINATION"));
    }

    @Test
    void what_coordinators_did_with_an_alert_is_told_and_what_was_in_the_way_of_it() throws Exception {
        Document page = WORKPLACE.page(CHILD_PAGE);

        assertThat(page.select("article .actions")).hasSize(1);
        assertThat(page.select("#alert-89c92de3-2f6c-5937-b7c5-9fc228a5372f ~ .actions li")
                        .eachText())
                .containsExactly(
                        "16 juni 2026 11:00: Larm stängt: inte till nytta (Socialtjänsten, urn:example:desk)",
                        "16 juni 2026 11:05: Larm vilande: 30 juni 2026 (Socialtjänsten, urn:example:desk) – utan"
                                + " verkan: någon hade redan stängt det");
    }

    @Test
    void what_a_code_means_hangs_on_its_field_and_days_are_said_as_elsewhere_and_nothing_else() throws Exception {
        BEHIND.says(CHILD_API + "/timeline", """
                {"childId":"%s",%s,"actions":[],"events":[
                  {"type":"InvestigationOpened","eventId":"6f0c0000-0000-4000-8000-000000000003","agency":"SOCIAL_SERVICES",
                   "occurredAt":"2026-06-01T10:00:00Z","investigationId":"i1","bbicDomains":["FAMILY","HEALTH","PLAY_ROOM"]},
                  {"type":"InvestigationExtended","eventId":"6f0c0000-0000-4000-8000-000000000004","agency":"SOCIAL_SERVICES",
                   "occurredAt":"2026-06-02T10:00:00Z","investigationId":"i1","until":"2026-11-30"},
                  {"type":"SupportEnded","eventId":"6f0c0000-0000-4000-8000-000000000005","agency":"SOCIAL_SERVICES",
                   "occurredAt":"2026-06-03T10:00:00Z","supportId":"s1","outcome":"GOAL_MET"},
                  {"type":"ConcernReportReceived","eventId":"6f0c0000-0000-4000-8000-000000000006","agency":"SOCIAL_SERVICES",
                   "occurredAt":"2026-06-04T10:00:00Z","reportId":"r1","reporterType":"HEALTH","reasons":["OTHER"]}]}""".formatted(Stories.CHILD, Stories.SOURCES));

        assertThat(WORKPLACE.page(CHILD_PAGE).select("#events ~ table tbody p").eachText())
                .containsExactly(
                        "anmälare: hälso- och sjukvård · skäl: annat",
                        "utfall: målet nått",
                        "till och med: 30 nov. 2026",
                        "BBIC-områden: familj och miljö, hälsa, play room");
    }

    @Test
    void the_timeline_has_a_lane_per_agency_and_draws_silence() throws Exception {
        Document page = WORKPLACE.page(CHILD_PAGE);

        assertThat(page.select("svg[role=img] text.tl-name").eachText())
                .containsExactly("Socialtjänsten", "Skolan", "Regionen", "och BUP", "Polisen", "Larm");
        assertThat(page.select("rect.tl-bar ~ text").eachText()).containsExactly("Utredning", "BUP");
        assertThat(page.select("circle.mark-police")).hasSize(1);
        assertThat(page.select("rect.tl-gap")).hasSize(1);
        assertThat(page.select("rect.tl-gap title").text()).isEqualTo("tyst sedan 2 juni 2026");
        assertThat(page.select("rect.absence-offered")).hasSizeGreaterThan(15);
        assertThat(page.select("g.alert-3 text").text())
                .isEqualTo("Skyddsbedömning ska göras genast, förfaller 18 juni 2026");
    }

    @Test
    void an_alert_taken_back_stands_among_the_ended_the_latest_first_with_why_and_when() throws Exception {
        BEHIND.says(
                CHILD_API,
                Stories.CHILD_ANSWER.replaceAll("}$", "")
                        + ",\"withdrawn\":[%s],\"told\":{\"%s\":\"2026-06-19T07:00:00Z\"}}"
                                .formatted(
                                        AlertStories.WITHDRAWN.replace(AlertStories.OVERDUE_ID, AlertStories.CLOSED_ID),
                                        AlertStories.CLOSED_ID));

        Document page = WORKPLACE.page(CHILD_PAGE);

        assertThat(page.select("[aria-labelledby=alerts] details summary").text())
                .contains("2");
        assertThat(page.select("[aria-labelledby=alerts] details article > .chips")
                        .eachText())
                .containsExactly("Återtaget Regelns allvarlighet: högsta", "Åtgärdat Regelns allvarlighet: hög");
        assertThat(page.select("[aria-labelledby=alerts] details article")
                        .getFirst()
                        .text())
                .contains("Återtogs 19 juni 2026 09:00")
                .contains("Återtaget: en uppgift som larmet vilade på har rättats.")
                .doesNotContain("Gör detta härnäst");
        assertThat(page.select("[aria-labelledby=alerts] > article")).hasSize(2);
    }

    @Test
    void a_lane_without_absence_says_that_it_is_seen_only_where_it_may_be_told() throws Exception {
        BEHIND.says(CHILD_API + "/timeline", Stories.TIMELINE.replace("AttendanceReported", "AbsenceInquiryOpened"));

        assertThat(WORKPLACE.page(CHILD_PAGE).select("svg .tl-note").eachText())
                .containsExactly("ingen frånvaro att visa: den syns bara när skolan får lämna ut den till er");
    }

    @Test
    void a_protected_child_is_marked() throws Exception {
        BEHIND.says(CHILD_API, Stories.CHILD_ANSWER.replace("\"NONE\"", "\"SECRECY_MARKED\""));

        assertThat(WORKPLACE.page(CHILD_PAGE).select(".note.bad").text()).startsWith("Sekretessmarkering");
    }
}
