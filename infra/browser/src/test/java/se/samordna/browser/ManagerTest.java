package se.samordna.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static se.samordna.browser.AnyPage.headline;
import static se.samordna.browser.AnyPage.link;
import static se.samordna.browser.AnyPage.words;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Maj leads the social services of Östersund: their exact figures are hers to see, another municipality's are not. */
@NeedsBrowser
class ManagerTest {
    private static final String SHOW = "Visa kommunens exakta tal";
    private static final Pattern COUNTED = Pattern.compile("\\d+ (av|på) \\d+|av \\d+");

    @Test
    void she_sees_the_exact_figures_of_her_own_municipality_each_marked_that_others_are_not_shown(Visitors visitors) {
        Visitor maj = visitors.stranger().comes("/start");
        Page page = maj.page();
        maj.clicks(page.locator(Visitor.choiceOf(Person.MAJ)));
        assertThat(headline(page)).hasText("Plan för Östersund");
        List<String> withheld = page.locator("tbody tr")
                .filter(new Locator.FilterOptions().setHas(words(page, "Skyddad")))
                .getByRole(AriaRole.ROWHEADER)
                .allInnerTexts();
        assertThat(withheld).isNotEmpty();

        maj.clicks(link(page, SHOW));

        assertThat(headline(page)).hasText("Plan för Östersund");
        Locator warning = page.locator(".note.exact");
        assertThat(warning).containsText("Exakta tal – får inte lämna kommunen");
        assertThat(warning).containsText("skicka dem inte vidare");
        assertThat(warning).containsText("märkt Skyddad utåt eller Inte publicerad ser ingen utanför kommunen");
        withheld.forEach(goal -> {
            Locator figure = row(page, goal).getByRole(AriaRole.CELL).first();
            assertThat(figure).containsText(COUNTED);
            assertThat(figure.locator(".chip")).hasText(Pattern.compile("Skyddad utåt|Inte publicerad"));
        });
        assertThat(words(page, "Skyddad")).hasCount(0);
        NoChild.isOn(page);
        Shots.both(page, "story-manager-exact");
        Taken file = Taken.from(page, link(page, "Ladda ner som CSV"));
        assertThat(file.name()).isEqualTo("exakta-tal-far-inte-lamna-kommunen-plan-2380.csv");

        maj.clicks(link(page, "Visa de publicerade siffrorna"));
        assertThat(page.locator(".note.exact")).hasCount(0);
        assertThat(row(page, withheld.getFirst())).containsText("Skyddad");
        assertThat(row(page, withheld.getFirst())).not().containsText(COUNTED);
    }

    @Test
    void she_follows_one_figure_by_rolling_years_which_are_never_published(Visitors visitors) {
        Visitor maj = visitors.signedIn(Person.MAJ).goes("/exact/indicators/I05?municipality=2380");
        Page page = maj.page();
        assertThat(Inbox.part(page, "figures")).containsText("Skyddad utåt");

        maj.clicks(link(page, "rullande 12 månader"));

        assertThat(page.locator(".note.exact")).isVisible();
        maj.clicks(page.getByText("Siffrorna som tabell"));
        Locator years = Inbox.part(page, "figures").locator("tbody tr");
        assertThat(years.first()).containsText(Pattern.compile("12 månader till och med [a-z]+ 20\\d\\d"));
        years.all().forEach(year -> {
            assertThat(year.locator(".chip")).hasText("Inte publicerad");
            assertThat(year).containsText(Pattern.compile("\\d+ av \\d+"));
        });
        Shots.both(page, "story-manager-rolling");
        maj.clicks(link(page, "Visa de publicerade siffrorna"));
        assertThat(Inbox.part(page, "figures")).not().containsText("12 månader");
        NoChild.isOn(page);
    }

    @Test
    void the_same_door_is_shut_to_another_municipality_and_says_why(Visitors visitors) {
        Visitor maj = visitors.signedIn(Person.MAJ).meets("/exact/municipalities/1265/plan", 403);
        Page page = maj.page();
        assertThat(headline(page)).hasText("Exakta tal är kommunens egna");
        assertThat(page.locator("main"))
                .containsText("De får ses av samordnare, chefer och planägare i kommunen själv, och av ingen annan.");
        assertThat(page.locator("table")).hasCount(0);
        Shots.both(page, "story-manager-refused");

        maj.clicks(link(page, "Visa de publicerade siffrorna"));
        assertThat(headline(page)).hasText("Plan för Sjöbo");
        assertThat(link(page, SHOW)).hasCount(0);
        maj.meets("/inbox", 403);
        assertThat(headline(page)).hasText("Sidan är inte för din roll");
        assertThat(page.locator("main")).containsText("Sidan är för: ");
        NoChild.isOn(page);
    }

    private static Locator row(Page page, String goal) {
        return page.locator("tbody tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.ROWHEADER,
                                new Page.GetByRoleOptions().setName(goal).setExact(true))));
    }
}
