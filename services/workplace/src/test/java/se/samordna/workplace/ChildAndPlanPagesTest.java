package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What a coordinator sees of one child, and of a plan. */
class ChildAndPlanPagesTest extends AgainstFakes {

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

    @Test
    void a_plan_shows_figures_with_their_counts_and_says_what_is_withheld() throws Exception {
        Document page = WORKPLACE.page("/municipalities/1265/plan");

        assertThat(page.select("main h2 span").eachText()).contains("Direkt tid", "Säkrad hjälp");
        assertThat(page.expectFirst(".goals li").text())
                .contains("Direkt tid fördubblas", "Målet är inte nått", "14,5 %", "av 12", "2026-Q1", "Målvärde 20 %")
                .contains("Utgångsläge 10 %");
        assertThat(page.expectFirst("#area-J3 ~ .goals li").text())
                .contains("Skyddad", "så att ingen ska kunna kännas igen");
        assertThat(page.select("tbody tr").eachText())
                .anySatisfy(row -> assertThat(row).contains("I05", "2025", "88,5 %", "131 av 148"))
                .anySatisfy(row -> assertThat(row).contains("I05", "2026-05", "Skyddad"))
                .anySatisfy(row -> assertThat(row).contains("I01", "39,8 per 1", "160 av 4"))
                .noneSatisfy(row -> assertThat(row).contains("2025-Q4"));
        assertThat(page.select("details tbody tr").eachText())
                .contains("Ledningssystem Klar Förhandsbedömning inom 14 dagar");
    }

    @Test
    void a_plan_is_shown_as_it_held_with_what_is_coming_its_county_and_national_figures() throws Exception {
        BEHIND.says(
                "/api/indicators/v1/municipalities/1265/areas",
                Stories.AREAS
                        .replaceFirst(
                                "\"validFrom\":\"2017-01-01\"",
                                "\"validFrom\":\"2017-01-01\",\"validTo\":\"2026-07-31\",\"coming\":"
                                        + "[{\"version\":2,\"name\":\"Ny plan\",\"validFrom\":\"2026-08-01\"}]")
                        .replaceFirst(
                                "\"target\":20.0",
                                "\"county\":{\"period\":\"2025\",\"value\":12.5},\"latest\":{\"restatedSince\":"
                                        + "\"2026-04-01T00:00:00Z\"},\"kolada\":[{\"kpi\":\"U33401\"}],\"target\":20.0"));

        Document page = WORKPLACE.page("/municipalities/1265/plan?period=2025");

        assertThat(page.expectFirst(".lead").text()).contains("gäller från 1 jan", "till och med 31 juli 2026");
        assertThat(page.select("main p.note").text()).isEqualTo("Från 1 aug. 2026 gäller en ny version: Ny plan.");
        assertThat(page.expectFirst(".goals li").text())
                .contains("Länet: 12,5 %, 2025.", "senast 1 apr", "Jämför i Kolada: U33401");
        assertThat(page.select("input[name=period]").val()).isEqualTo("2025");
        assertThat(BEHIND.lastAsked().target()).endsWith("/areas?period=2025");
        assertThat(WORKPLACE.get("/municipalities/1265/plan?period=i%20fjol").statusCode())
                .isEqualTo(400);
    }

    @Test
    void the_page_of_indicators_says_what_each_is_and_how_it_differs_from_national_figures() throws Exception {
        BEHIND.says("/api/indicators/v1/definitions", """
                {"definitions":[{"id":"I21","version":1,"name":{"sv":"Barn som vräkts","en":"Children evicted"},
                  "unit":"PER_1000","areas":["A1"],"kolada":[{"kpi":"U00915","title":"Verkställda vräkningar",
                  "differs":{"sv":"Kolada: per invånare.","en":"Kolada: per inhabitant."}}]}]}""");

        Document page = WORKPLACE.page("/indicators");

        assertThat(page.select("section.card#I21").text())
                .contains("I21", "Antal per 1 000 barn", "Områden: A1", "Kolada U00915", "Kolada: per invånare.")
                .contains("Definitionens version 1");
    }

    @Test
    void a_municipality_without_a_plan_shows_what_is_counted() throws Exception {
        BEHIND.says("/api/indicators/v1/municipalities/2309/areas", "{%s,\"areas\":[]}".formatted(Stories.SOURCES))
                .says(
                        "/api/indicators/v1/municipalities/2309/indicators",
                        "{%s,\"cells\":[{\"indicator\":\"I02\",\"period\":\"2025\",\"num\":90,\"den\":3000,\"suppressed\":false}]}"
                                .formatted(Stories.SOURCES));

        Document page = WORKPLACE.page("/municipalities/2309/plan");

        assertThat(page.select("h1").text()).isEqualTo("Ingen plan finns för Krokom");
        assertThat(page.select("tbody tr").text()).contains("Barn med orosanmälan", "30 per 1", "90 av 3");
    }
}
