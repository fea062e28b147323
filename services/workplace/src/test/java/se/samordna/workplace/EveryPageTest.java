package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.samordna.access.Role;
import se.samordna.workplace.signin.PageTable;

/** Every page that there is, from the mappings themselves, against every role: nobody opens another's. */
class EveryPageTest extends AgainstFakes {
    private static final Map<Role, String> PEOPLE = Map.of(
            Role.COORDINATOR, "5a3e0000-0000-4000-8000-000000000101",
            Role.CASE_WORKER, "5a3e0000-0000-4000-8000-000000000102",
            Role.CONTACT, "5a3e0000-0000-4000-8000-000000000103",
            Role.MANAGER, "5a3e0000-0000-4000-8000-000000000104",
            Role.PLAN_OWNER, "5a3e0000-0000-4000-8000-000000000105",
            Role.DATA_PROTECTION_OFFICER, "5a3e0000-0000-4000-8000-000000000106",
            Role.OPERATOR, "5a3e0000-0000-4000-8000-000000000107");

    /** A page to be asked for. */
    private record Page(String method, String pattern, String path) {}

    @Test
    void every_page_has_a_row() {
        List<String> without = pages().stream()
                .filter(page ->
                        PageTable.of(PathContainer.parsePath(page.path())).isEmpty())
                .map(Page::pattern)
                .toList();

        assertThat(without)
                .as("pages that nobody may open: give them a row in PageTable")
                .isEmpty();
        assertThat(pages()).hasSizeGreaterThan(8);
    }

    @Test
    void a_stranger_is_led_to_the_sign_in_by_every_page_but_the_open_ones_and_nothing_is_asked() throws Exception {
        for (Page page : pages()) {
            boolean open = row(page).open();
            try (Browser stranger = WORKPLACE.stranger()) {
                HttpResponse<String> answer = ask(stranger, page);
                if (!open && page.method().equals("GET")) {
                    assertThat(answer.statusCode()).as(page.pattern()).isEqualTo(302);
                    assertThat(answer.headers().firstValue("Location"))
                            .as(page.pattern())
                            .contains("/oauth2/authorization/samordna");
                } else if (!open) {
                    assertThat(answer.statusCode()).as(page.pattern()).isEqualTo(401);
                }
            }
            if (!open) {
                assertThat(BEHIND.asked).as(page.pattern()).isEmpty();
            }
            BEHIND.asked.clear();
        }
    }

    @Test
    void each_role_opens_its_own_pages_and_is_told_whose_the_others_are() throws Exception {
        for (Map.Entry<Role, String> person : PEOPLE.entrySet()) {
            try (Browser browser = WORKPLACE.stranger()) {
                browser.signIn(person.getValue(), "/");
                for (Page page : pages()) {
                    BEHIND.asked.clear();
                    HttpResponse<String> answer = ask(browser, page);
                    String what = person.getKey() + " " + page;
                    assertThat(answer.body()).as(what + ": words").doesNotContain("??");
                    if (row(page).open() || row(page).roles().contains(person.getKey())) {
                        assertThat(answer.body()).as(what).doesNotContain("Sidan är för:");
                    } else {
                        assertThat(answer.statusCode()).as(what).isEqualTo(403);
                        assertThat(Jsoup.parse(answer.body()).text()).as(what).contains("Sidan är för: ");
                        assertThat(BEHIND.asked).as(what).isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void a_child_that_is_there_is_refused_in_the_words_of_one_that_is_not() throws Exception {
        try (Browser manager = WORKPLACE.stranger()) {
            manager.signIn(PEOPLE.getOrDefault(Role.MANAGER, ""), "/");
            String there = manager.get(CHILD_PAGE).body();
            String nowhere = manager.get(CHILD_PAGE.replace("0001", "00ff")).body();

            assertThat(withoutLinks(there)).isEqualTo(withoutLinks(nowhere)).contains("samordnare, handläggare");
        }
    }

    @Test
    void the_frame_offers_only_what_the_role_opens() throws Exception {
        try (Browser browser = WORKPLACE.stranger()) {
            browser.signIn(PEOPLE.getOrDefault(Role.PLAN_OWNER, ""), "/");
            var page = Jsoup.parse(browser.get("/").body());

            assertThat(page.select("header nav a").eachAttr("href")).doesNotContain("/search", "/inbox");
            assertThat(page.select(".who p").text()).isEqualTo("Lars Påhitt planägare, Östersund");
            for (String way : page.select("header nav a[href^=/]").eachAttr("href")) {
                assertThat(browser.get(way).statusCode()).as(way).isNotEqualTo(403);
            }
        }
    }

    /** All of the pages, each asked for as its mapping would have it. */
    private static Set<Page> pages() {
        Set<Page> pages = new TreeSet<>((one, other) -> one.toString().compareTo(other.toString()));
        RequestMappingHandlerMapping mapping =
                WORKPLACE.part("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
            for (String pattern : info.getPatternValues()) {
                if (pattern.startsWith("/api/") || pattern.startsWith("/actuator")) {
                    continue;
                }
                Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
                    pages.add(new Page(method.name(), pattern, path(pattern)));
                }
            }
        }
        return pages;
    }

    private static PageTable.Row row(Page page) {
        return PageTable.of(PathContainer.parsePath(page.path())).orElseThrow();
    }

    private static String path(String pattern) {
        return pattern.replace("{code}", "2380")
                .replace("{childId}", Stories.CHILD)
                .replaceAll("\\{[^}]*}", "1")
                .replace("/**", "/x");
    }

    private static HttpResponse<String> ask(Browser browser, Page page) throws Exception {
        if (page.method().equals("GET")) {
            return browser.get(page.path());
        }
        List<String> token = browser.hasSession() ? List.of("_csrf", browser.formToken()) : List.of();
        BEHIND.asked.clear();
        return browser.post(browser.at(page.path()), token);
    }

    private static String withoutLinks(String page) {
        return Jsoup.parse(page).select("main").text();
    }
}
