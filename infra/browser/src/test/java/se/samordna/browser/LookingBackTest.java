package se.samordna.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static se.samordna.browser.AnyPage.link;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What was known then, of a child whom the police met the day before yesterday. */
@NeedsBrowser
class LookingBackTest {
    private static final String ELSA = "/children/" + Story.ELSA;
    private static final int DAYS = 20;

    @Test
    void with_the_slider_she_looks_back_to_before_the_police_came_and_returns(Visitors visitors) {
        Visitor karin = visitors.signedIn(Person.KARIN).goes(ELSA);
        Page page = karin.page();
        assertThat(events(page)).containsText("Polishändelse");

        karin.clicks(page.getByText("Visa vad som var känt då"));
        karin.tabsTo(page.getByLabel("Dra till en dag"));
        for (int day = 0; day < DAYS; day++) {
            karin.presses("ArrowLeft");
        }
        assertThat(day(page)).hasValue(then().toString());
        karin.clicks(Inbox.button(page, "Visa"));

        assertThat(page.locator(".note.as-of")).containsText("Så här såg det ut den " + then().getDayOfMonth() + " ");
        assertThat(events(page)).containsText("Utredning");
        assertThat(events(page)).not().containsText("Polishändelse");
        Shots.both(page, "story-looking-back");
        karin.clicks(page.getByText("Visa som det är nu"));
        assertThat(page.locator(".note.as-of")).hasCount(0);
        assertThat(events(page)).containsText("Polishändelse");
    }

    @Test
    void without_scripts_a_date_and_a_button_do(Visitors visitors) {
        Visitor karin = visitors.withoutScripts(Person.KARIN).goes(ELSA);
        Page page = karin.page();

        karin.clicks(page.getByText("Visa vad som var känt då"));
        assertThat(page.getByLabel("Dra till en dag")).isHidden();
        day(page).fill(then().toString());
        karin.clicks(Inbox.button(page, "Visa"));

        assertThat(page.locator(".note.as-of")).isVisible();
        assertThat(events(page)).not().containsText("Polishändelse");
    }

    @Test
    void by_the_keyboard_she_looks_closer_and_back_and_at_what_was_known_then(Visitors visitors) {
        Visitor karin = visitors.signedIn(Person.KARIN).goes(ELSA);
        Page page = karin.page();

        karin.tabsTo(link(page, "2 veckor")).presses("Enter");
        assertThat(page.locator(".zoom [aria-current]")).hasText("2 veckor");
        assertThat(events(page)).containsText("Polishändelse");
        assertThat(events(page)).not().containsText("Skolfrånvaro per vecka");
        Shots.both(page, "story-two-weeks");
        karin.tabsTo(link(page, "← Tidigare")).presses("Enter");
        assertThat(events(page)).not().containsText("Polishändelse");
        karin.tabsTo(link(page, "← Tidigare")).presses("Enter");
        assertThat(events(page)).containsText("Frånvaroutredning");
        Shots.both(page, "story-two-weeks-earlier");

        karin.tabsTo(page.getByText("Visa vad som var känt då")).presses("Enter");
        day(page).fill(then().toString());
        karin.tabsTo(Inbox.button(page, "Visa")).presses("Enter");
        assertThat(page.locator(".note.as-of")).isVisible();
        assertThat(page.locator(".zoom [aria-current]")).hasText("2 veckor");
        assertThat(events(page)).containsText("Frånvaroutredning");
        karin.tabsTo(link(page, "1 månad")).presses("Enter");
        assertThat(page.locator(".note.as-of")).isVisible();
        assertThat(events(page)).not().containsText("Polishändelse");
        assertThat(link(page, "Senare →")).hasCount(0);
        assertThat(karin.clicks()).isZero();
        Shots.both(page, "story-month-looking-back");
    }

    @Test
    void without_scripts_earlier_and_later_are_links(Visitors visitors) {
        Visitor karin = visitors.withoutScripts(Person.KARIN).goes(ELSA + "?weeks=2");
        Page page = karin.page();

        karin.clicks(link(page, "← Tidigare"));
        assertThat(events(page)).not().containsText("Polishändelse");
        karin.clicks(link(page, "Senare →"));

        assertThat(events(page)).containsText("Polishändelse");
        assertThat(link(page, "Senare →")).hasCount(0);
    }

    private static LocalDate then() {
        return Story.today().minusDays(DAYS);
    }

    private static Locator events(Page page) {
        return page.locator("section[aria-labelledby=events]");
    }

    private static Locator day(Page page) {
        return page.getByLabel("Dag", new Page.GetByLabelOptions().setExact(true));
    }
}
