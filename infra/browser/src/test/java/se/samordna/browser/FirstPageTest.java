package se.samordna.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where each begins after signing in, and where the ways from there lead. */
@NeedsBrowser
class FirstPageTest {
    private static final Set<Person> NO_CHILDREN = Set.of(Person.MAJ, Person.LARS, Person.DISA, Person.OLLE);

    @ParameterizedTest
    @EnumSource(Person.class)
    void one_click_leads_to_ones_own_page_and_every_way_on_it_is_open(
            Person who, Visitors visitors, Platform platform) {
        Visitor visitor = visitors.stranger().comes("/");
        Page page = visitor.page();
        visitor.clicks(page.locator(Visitor.choiceOf(who)));
        page.waitForLoadState();

        assertThat(page.url().substring(platform.url().length()).replaceAll("[?#].*", ""))
                .isEqualTo(begins(who));
        Shots.both(page, "story-first-page-" + who);
        List<String> ways = ways(page, platform.url());
        ways.forEach(
                way -> assertThat(asked(visitor, way)).as("%s at %s", who, way).isEqualTo(200));
        if (NO_CHILDREN.contains(who)) {
            assertThat(ways).noneMatch(way -> way.matches("/(inbox|alerts|children|search).*"));
        }
    }

    /** By role. */
    private static String begins(Person who) {
        return switch (who) {
            case KARIN, SAMIR, GRETA, OMAR, STINA, BJORN, PETRA -> "/inbox";
            case MAJ, LARS -> "/municipalities/2380/plan";
            case DISA -> "/ledger";
            case OLLE -> "/operator";
        };
    }

    /** The ways within the platform that the page shows, but for the files it offers. */
    private static List<String> ways(Page page, String url) {
        Object found = page.evaluate(
                "() => [...new Set([...document.querySelectorAll('a[href]:not([download])')]" + ".map(a => a.href))]");
        return ((List<?>) found)
                .stream()
                        .map(Object::toString)
                        .filter(way -> way.startsWith(url + '/'))
                        .map(way -> way.substring(url.length()).replaceAll("#.*", ""))
                        .distinct()
                        .limit(25)
                        .toList();
    }

    private static int asked(Visitor visitor, String way) {
        APIResponse answer =
                visitor.context().request().get(way, RequestOptions.create().setMaxRedirects(2));
        return answer.status();
    }
}
