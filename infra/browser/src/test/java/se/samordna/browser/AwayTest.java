package se.samordna.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static se.samordna.browser.AnyPage.headline;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Coordination, or the indicators, cannot be reached for a while. */
@NeedsBrowser
class AwayTest {

    @AfterEach
    void it_is_back(Platform platform) {
        platform.opens("coordination");
        platform.opens("indicators");
    }

    @Test
    void the_page_says_so_keeps_the_form_and_sends_it_when_all_is_well_again(Visitors visitors, Platform platform) {
        String alert = platform.alertOf(platform.reported(), "R01");
        Visitor karin = visitors.signedIn(Person.KARIN).goes("/alerts/" + alert).expects(503);
        Page page = karin.page();
        page.getByLabel("det är hanterat").check();

        platform.shuts("coordination");
        karin.clicks(Inbox.button(page, "Stäng larmet"));
        assertThat(page.locator("main")).containsText("Det gick inte att spara just nu");
        assertThat(page.locator("[name=reason]")).hasValue("HANDLED");
        Shots.both(page, "story-away-form");
        karin.clicks(Inbox.button(page, "Skicka igen"));
        assertThat(page.locator("[name=reason]")).hasValue("HANDLED");

        platform.opens("coordination");
        karin.clicks(Inbox.button(page, "Skicka igen"));
        assertThat(Inbox.done(page)).containsText("Larmet är stängt.");
        assertThat(Inbox.part(page, "history").getByRole(AriaRole.LISTITEM)).hasCount(1);
    }

    @Test
    void the_inbox_says_so_and_shows_no_empty_list(Visitors visitors, Platform platform) {
        Visitor karin = visitors.signedIn(Person.KARIN).goes("/inbox").expects(503);
        Page page = karin.page();
        page.locator("#alerts input[name=alert]").first().check();

        platform.shuts("coordination");
        karin.clicks(Inbox.button(page, "Kvittera valda"));
        assertThat(page.locator("main")).containsText("Det gick inte att spara just nu");
        assertThat(page.locator("input[name=alert]")).hasCount(1);
        karin.meets("/inbox", 503);
        assertThat(headline(page)).not().containsText("Inkorg");
        assertThat(page.locator("table")).hasCount(0);
        Shots.both(page, "story-away-inbox");

        platform.opens("coordination");
        karin.clicks(again(page));
        assertThat(Inbox.open(page).first()).isVisible();
    }

    @Test
    void a_plan_says_so_and_is_there_as_it_was_asked_for_when_all_is_well_again(Visitors visitors, Platform platform) {
        String then = YearMonth.from(Story.today()).minusMonths(2).toString();
        Visitor lars = visitors.signedIn(Person.LARS)
                .goes("/municipalities/2380/plan?by=year")
                .expects(503);
        Page page = lars.page();
        asked(page).fill(then);
        // Signed in before, since that leads her to the plan.
        Visitor maj = visitors.signedIn(Person.MAJ);

        platform.shuts("indicators");
        lars.clicks(Inbox.button(page, "Visa"));
        assertThat(headline(page)).hasText("Tjänsten svarar inte just nu");
        assertThat(page.locator("main")).containsText("Inget har gått förlorat. Försök igen om en stund.");
        assertThat(page.locator("table")).hasCount(0);
        Shots.both(page, "story-away-plan");
        lars.clicks(again(page));
        assertThat(headline(page)).hasText("Tjänsten svarar inte just nu");
        maj.meets("/exact/municipalities/2380/plan", 503);
        Visitor karin = visitors.signedIn(Person.KARIN).goes("/inbox");
        assertThat(Inbox.open(karin.page()).first()).isVisible();

        platform.opens("indicators");
        lars.clicks(again(page));
        assertThat(headline(page)).containsText("Plan för Östersund som den gällde: ");
        assertThat(asked(page)).hasValue(then);
        assertThat(page.locator(".spans [aria-current]")).hasText("år");
        assertThat(page.locator(".area").first()).isVisible();
    }

    private static Locator asked(Page page) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Visa planen som den gällde"));
    }

    private static Locator again(Page page) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Försök igen"));
    }
}
