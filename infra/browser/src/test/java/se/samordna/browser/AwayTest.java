package se.samordna.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Coordination cannot be reached for a while. */
@NeedsBrowser
class AwayTest {

    @AfterEach
    void it_is_back(Platform platform) {
        platform.opens("coordination");
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
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .not()
                .containsText("Inkorg");
        assertThat(page.locator("table")).hasCount(0);
        Shots.both(page, "story-away-inbox");

        platform.opens("coordination");
        karin.clicks(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Försök igen")));
        assertThat(Inbox.open(page).first()).isVisible();
    }
}
