package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whoever has not signed in sees the published cells of a county, all that the pages have room for, and nothing else. */
class PublicFiguresTest extends AgainstSkane {
    private static final String NUMBER = "(\\d[\\d\\h]*)";
    private static final Pattern COUNTS = Pattern.compile("(?:^|\\()" + NUMBER + " av " + NUMBER);

    @Test
    void every_figure_of_every_open_page_is_a_published_one() throws Exception {
        for (String municipality : Skane.MUNICIPALITIES) {
            Set<String> published = published(municipality);
            Set<String> withheld = withheld(municipality);
            Set<String> seen = new HashSet<>();
            for (String address : addresses(municipality)) {
                Document page = WORKPLACE.page(address);
                assertThat(page.select("h1")).as(address).hasSize(1);
                Set<String> figures = figures(page);
                assertThat(published).as(address).containsAll(figures);
                seen.addAll(figures);
            }
            assertThat(withheld).isNotEmpty();
            assertThat(seen).doesNotContainAnyElementsOf(withheld).hasSizeGreaterThan(30);
        }
        assertThat(BEHIND.asked).noneMatch(asked -> asked.target().contains("exact"));
    }

    /** A minute would be that of one event of a small municipality, and the pages can be asked for every minute. */
    @Test
    void an_open_page_says_in_which_week_a_source_was_heard_and_only_the_municipality_itself_on_which_day()
            throws Exception {
        List<String> weeks = List.of(
                "Socialtjänsten senast hörd vecka 14, 2026",
                "Skolan senast hörd vecka 11, 2026 tyst",
                "Regionen och BUP senast hörd vecka 14, 2026",
                "Polisen har aldrig hört av sig");
        for (String page : List.of(
                "/municipalities/1265/plan",
                "/municipalities/1265/plan/J3",
                "/municipalities/1272/plan",
                "/indicators/I05?municipality=1265")) {
            assertThat(sources("/public" + page)).as(page).isEqualTo(weeks);
            assertThat(sources(page)).as(page).isEqualTo(weeks);
            assertThat(sources("/exact" + page))
                    .as(page)
                    .containsExactly(
                            "Socialtjänsten senast 2 apr. 2026",
                            "Skolan senast 12 mars 2026 tyst",
                            "Regionen och BUP senast 1 apr. 2026",
                            "Polisen har aldrig hört av sig");
        }
        assertThat(WORKPLACE.page("/public/municipalities/1265/plan").text())
                .contains("Skolan (senast hörd vecka 11, 2026). Att inget syns därifrån");
        assertThat(sources("/public/municipalities/1265/plan?lang=en")).contains("Police never heard from");
        assertThat(sources("/public/municipalities/1265/plan?lang=en"))
                .anyMatch(source -> source.endsWith("last heard in week 11 of 2026 silent"));
    }

    private static List<String> sources(String address) throws Exception {
        return WORKPLACE.page(address).select(".sources li").eachText();
    }

    @Test
    void an_open_page_leads_to_open_pages_and_to_the_sign_in_alone() throws Exception {
        for (String address : addresses("1265")) {
            Document page = WORKPLACE.page(address);
            assertThat(page.select("a[href^=/]").eachAttr("href"))
                    .as(address)
                    .allMatch(href -> href.equals("/") || href.startsWith("/public"));
            assertThat(page.select("main").text()).contains("Så skyddas barnen", "det är inte en nolla");
        }
    }

    @Test
    void an_open_page_may_be_kept_briefly_one_that_sets_a_cookie_and_one_behind_the_sign_in_may_not() throws Exception {
        HttpResponse<String> open = WORKPLACE.get("/public/municipalities/1265/plan");

        assertThat(open.headers().allValues("Cache-Control")).containsExactly("public, max-age=300");
        assertThat(String.join(",", open.headers().allValues("Vary"))).contains("Cookie");
        assertThat(open.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(WORKPLACE
                        .get("/public/municipalities/1265/plan?lang=en")
                        .headers()
                        .allValues("Cache-Control"))
                .containsExactly("no-store");
        assertThat(WORKPLACE.get("/municipalities/1265/plan").headers().allValues("Cache-Control"))
                .containsExactly("no-store");
    }

    private static List<String> addresses(String municipality) {
        List<String> all = new ArrayList<>();
        String plan = "/public/municipalities/" + municipality + "/plan";
        List<String> areas =
                Skane.items(Skane.answer("municipalities/" + municipality + "/areas")
                                .path("areas"))
                        .stream()
                        .map(area -> plan + "/" + area.path("id").asString())
                        .toList();
        Stream.concat(Stream.of(plan), areas.stream())
                .forEach(page ->
                        Stream.of("", "?by=month", "?by=quarter", "?by=year").forEach(by -> all.add(page + by)));
        Skane.series(municipality)
                .forEach(id -> Stream.of("", "&by=month", "&by=quarter", "&by=year")
                        .forEach(by -> all.add("/public/indicators/" + id + "?municipality=" + municipality + by)));
        return all;
    }

    /** What is told as "n av m", in tables, beside values and in what the script draws. */
    private static Set<String> figures(Document page) {
        Set<String> found = new HashSet<>();
        for (Element place : page.select("td, span, .plot")) {
            Stream.of(place.ownText().strip(), place.attr("data-chart"))
                    .flatMap(text -> COUNTS.matcher(text).results())
                    .forEach(counts -> found.add(digits(counts.group(1)) + "/" + digits(counts.group(2))));
        }
        return found;
    }

    private static Set<String> published(String municipality) {
        Set<String> all = told(
                Skane.answer("municipalities/" + municipality + "/indicators").path("cells"));
        // Beside a municipality's own stand those it is compared with, in figures as published as its own.
        for (String id : List.of("I05", "I06")) {
            JsonNode beside = Skane.answer("comparison?indicator=" + id + "&period=2025");
            all.addAll(told(beside.path("municipalities")));
            all.addAll(told(beside.path("counties")));
        }
        return all;
    }

    /** The exact figures of the cells that are published as withheld, but those that another published cell has too. */
    private static Set<String> withheld(String municipality) {
        Set<String> all = new HashSet<>();
        for (String id : Skane.series(municipality)) {
            String address = "municipalities/" + municipality + "/indicators/" + id;
            Set<String> withheld = new HashSet<>();
            Skane.items(Skane.answer(address).path("points")).stream()
                    .filter(point -> point.path("suppressed").asBoolean())
                    .forEach(point -> withheld.add(point.path("period").asString()));
            Skane.items(Skane.answer(address + "?exact=true").path("points")).stream()
                    .filter(point -> withheld.contains(point.path("period").asString()))
                    .forEach(point -> all.add(counts(point)));
        }
        all.removeAll(published(municipality));
        return all;
    }

    private static Set<String> told(JsonNode cells) {
        Set<String> all = new HashSet<>();
        Skane.items(cells).stream()
                .filter(cell -> !cell.path("suppressed").asBoolean())
                .forEach(cell -> all.add(counts(cell)));
        return all;
    }

    private static String counts(JsonNode cell) {
        return cell.path("num").asLong() + "/" + cell.path("den").asLong();
    }

    private static String digits(String number) {
        return number.replaceAll("\\D", "");
    }
}
