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
                .contains("Försenat", "Öppet", "Högsta allvarlighet")
                .contains("Grundas på Orosanmälan inkommen, 18 juni 2026 14:30 (Socialtjänsten)")
                .contains("R01 Skyddsbedömning ska göras genast (version 1, inställningar 3)")
                .contains("SoL 20:1 (SoL = socialtjänstlagen (2025:400))");
        assertThat(page.select("details article").text()).contains("Åtgärdat", "23 mars 2026 11:00");
        assertThat(page.expectFirst("#events ~ table tbody tr").text())
                .isEqualTo("18 juni 2026 14:30 Socialtjänsten Orosanmälan inkommen anmälare: polis · skäl: våld ·"
                        + " återkoppling önskas: nej");
        assertThat(page.select("#events ~ table tbody tr")).hasSize(7);
        assertThat(page.select("#events ~ table tbody tr").get(5).text())
                .contains("Förhandsbedömning beslutad", "utfall: öppna", "rättad uppgift", "används ännu inte");
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
    void the_timeline_has_a_lane_per_agency_and_draws_silence() throws Exception {
        Document page = WORKPLACE.page(CHILD_PAGE);

        assertThat(page.select("svg[role=img] text.tl-name").eachText())
                .containsExactly("Socialtjänsten", "Skolan", "Regionen", "och BUP", "Polisen", "Larm");
        assertThat(page.select("rect.tl-bar ~ text").eachText()).containsExactly("Utredning", "BUP");
        assertThat(page.select("circle.mark-police")).hasSize(1);
        assertThat(page.select("rect.tl-gap")).hasSize(1);
        assertThat(page.select("rect.tl-gap title").text()).isEqualTo("tyst sedan 2 juni 2026");
        assertThat(page.select("rect.absence-offered")).hasSizeGreaterThan(15);
        assertThat(page.select("g.alert-3 text").text()).isEqualTo("R01 förfaller 18 juni 2026");
    }

    @Test
    void a_protected_child_is_marked() throws Exception {
        BEHIND.says(CHILD_API, Stories.CHILD_ANSWER.replace("\"NONE\"", "\"SECRECY_MARKED\""));

        assertThat(WORKPLACE.page(CHILD_PAGE).select(".note.bad").text()).startsWith("Sekretessmarkering");
    }
}
