package se.samordna.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static se.samordna.browser.AnyPage.headline;
import static se.samordna.browser.AnyPage.link;
import static se.samordna.browser.AnyPage.words;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Lars owns the plan of Östersund: how far it has come, what a figure counts, and a paper for the board. */
@NeedsBrowser
class PlanOwnerTest {
    private static final String AREA = "A7 Ökad kvalité och rättssäkerhet";
    private static final String WITHHELD = "Förhandsbedömning inom 14 dagar";
    private static final Pattern A_MONTH = Pattern.compile("[a-z]+ 20\\d\\d");

    @Test
    void he_goes_from_the_plan_to_what_a_figure_counts_and_on_what_law_it_rests_and_takes_it_home(Visitors visitors) {
        Visitor lars = visitors.stranger().comes("/start");
        Page page = lars.page();
        lars.clicks(page.locator(Visitor.choiceOf(Person.LARS)));
        assertThat(headline(page)).hasText("Plan för Östersund");
        NoChild.isOn(page);

        lars.clicks(link(page, AREA).last());
        assertThat(headline(page)).hasText(AREA);
        Locator goal = goal(page, WITHHELD);
        assertThat(goal.locator(".figure .chip")).hasText("Skyddad");
        assertThat(goal.locator(".figure"))
                .containsText("Få barn: siffran visas inte, så att ingen ska kunna kännas igen.");
        NoChild.isOn(page);
        Shots.both(page, "story-plan-owner-area");
        lars.clicks(goal.getByRole(AriaRole.LINK));

        assertThat(headline(page)).hasText("I05 " + WITHHELD);
        assertThat(Inbox.button(page, "Skriv ut")).isVisible();
        Locator definition = Inbox.part(page, "definition");
        assertThat(definition).containsText("förhandsbedömningar beslutade inom 14 dagar");
        assertThat(definition).containsText("förhandsbedömningar som skulle vara beslutade under perioden");
        assertThat(definition).containsText("SoL 20:2");
        NoChild.isOn(page);
        lars.clicks(page.getByText("Siffrorna som tabell"));
        Locator withheld = withheld(page);
        assertThat(withheld.first().getByRole(AriaRole.ROWHEADER)).hasText(A_MONTH);
        withheld.all()
                .forEach(row -> assertThat(row.getByRole(AriaRole.CELL).nth(1)).hasText("–"));
        int months = withheld.count();
        Shots.both(page, "story-plan-owner-indicator");

        Taken file = Taken.from(page, link(page, "Ladda ner som CSV"));
        assertThat(file.name()).isEqualTo("I05-2380.csv");
        assertThat(file.heading()).startsWith("indicator,version,municipality,period,num,den,median,suppressed,value,");
        assertThat(file.rows()).allSatisfy(row -> assertThat(row).startsWith("I05,1,2380,20"));
        assertThat(file.rows().stream().filter(row -> row.matches("I05,1,2380,20\\d\\d-\\d\\d,,,,true,,PERCENT,.*")))
                .as("what is withheld on the page is withheld in the file")
                .hasSize(months);

        lars.clicks(Inbox.part(page, "measures").getByRole(AriaRole.LINK).first());
        assertThat(headline(page)).hasText(AREA);
    }

    @Test
    void by_quarters_he_sees_the_area_and_which_figures_there_are_of_none(Visitors visitors) {
        Visitor lars = visitors.signedIn(Person.LARS).goes("/municipalities/2380/plan/A7");
        Page page = lars.page();
        assertThat(page.locator(".spans [aria-current]")).hasText("som målet följs upp");

        lars.clicks(link(page, "kvartal"));

        assertThat(headline(page)).hasText(AREA);
        assertThat(page.locator(".spans [aria-current]")).hasText("kvartal");
        assertThat(goal(page, WITHHELD)).containsText("Visas per månad: per kvartal publiceras inga siffror.");
        assertThat(goal(page, "Planens alla aktiviteter genomförs").locator(".figure"))
                .containsText(Pattern.compile("\\d+ av \\d+, kvartal [1-4] 20\\d\\d"));
        NoChild.isOn(page);
        Shots.both(page, "story-plan-owner-quarters");
    }

    @Test
    void he_prints_an_area_with_every_figure_on_the_paper_and_takes_its_goals_as_a_file(Visitors visitors) {
        Visitor lars = visitors.signedIn(Person.LARS).goes("/municipalities/2380/plan/A7");
        Page page = lars.page();
        lars.asks("() => { window.print = () => { document.title = 'asked to print'; }; }");
        lars.clicks(Inbox.button(page, "Skriv ut"));
        assertThat(page).hasTitle("asked to print");

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        Locator figures = page.locator(".goal-card table tbody tr");
        assertThat(figures.count()).isPositive();
        assertThat(page.locator(".goal-card details[open]")).hasCount(0);
        figures.all()
                .forEach(row -> assertThat(row.evaluate("row => row.checkVisibility()"))
                        .as("on paper nothing can be unfolded")
                        .isEqualTo(true));
        assertThat(Inbox.button(page, "Skriv ut")).isHidden();
        assertThat(page.getByRole(AriaRole.BANNER)).isHidden();
        // A paper is for others, who may not see those.
        assertThat(link(page, "Visa kommunens exakta tal")).isHidden();
        assertThat(page.getByText("Så skyddas barnen")).isVisible();
        Shots.take(page, "story-plan-owner-paper-sv");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));

        List<String> goals = page.locator(".goal-card h3 span[lang=sv]").allTextContents();
        Taken file = Taken.from(page, link(page, "Ladda ner området som CSV"));
        assertThat(file.name()).isEqualTo("plan-2380.csv");
        assertThat(file.heading())
                .startsWith("municipality,version,area,areaSv,areaEn,indicator,text,direction,target,baseline,period,");
        assertThat(file.rows()).hasSameSizeAs(goals);
        for (int row = 0; row < goals.size(); row++) {
            assertThat(file.rows().get(row)).startsWith("2380,1,A7,").contains(goals.get(row));
        }
    }

    @Test
    void no_childs_page_opens_to_him_and_none_says_whether_there_is_one(Visitors visitors) {
        Visitor lars = visitors.signedIn(Person.LARS);
        for (String page : List.of("/children/" + Story.ELSA, "/inbox", "/search")) {
            lars.meets(page, 403);
            assertThat(headline(lars.page())).hasText("Sidan är inte för din roll");
            NoChild.isOn(lars.page());
        }
        Shots.both(lars.page(), "story-plan-owner-no-child");
    }

    private static Locator goal(Page page, String name) {
        return page.locator(
                ".goal-card",
                new Page.LocatorOptions()
                        .setHas(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name))));
    }

    /** The rows of the periods in which so few were counted that nobody is told. */
    private static Locator withheld(Page page) {
        return page.locator("#content figure tbody tr")
                .filter(new Locator.FilterOptions().setHas(words(page, "Skyddad")));
    }
}
