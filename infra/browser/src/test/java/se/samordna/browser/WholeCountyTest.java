package se.samordna.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Child psychiatry is one for the whole region: its contact person has one inbox of all its municipalities. */
@NeedsBrowser
class WholeCountyTest {
    private static final String ARE = "2321";
    private static final String STROMSUND = "2313";

    @Test
    void he_sees_what_waits_in_all_of_them_narrows_it_to_one_and_answers_in_each(Visitors visitors, Platform platform) {
        String here = placedIn(Story.OSTERSUND, platform);
        String there = placedIn(ARE, platform);
        Visitor bjorn = visitors.signedIn(Person.BJORN);
        Page page = bjorn.page();
        bjorn.until("/inbox", Inbox.alert(page, here), Inbox.alert(page, there));
        assertThat(page).hasTitle("Inkorg, Jämtlands län – Samordna");
        assertThat(Inbox.row(page, here)).containsText("Östersund");
        assertThat(Inbox.row(page, there)).containsText("Åre");
        Shots.both(page, "story-county-inbox");

        narrows(bjorn, ARE);
        assertThat(page.locator("h1")).hasText("Inkorg, Åre");
        assertThat(Inbox.alert(page, there)).hasCount(1);
        assertThat(Inbox.alert(page, here)).hasCount(0);
        Shots.both(page, "story-county-narrowed");
        narrows(bjorn, "");
        assertThat(page.locator("h1")).hasText("Inkorg, Jämtlands län");

        Inbox.choice(page, here).check();
        Inbox.choice(page, there).check();
        bjorn.clicks(Inbox.button(page, "Svara ”mottaget” på valda"));
        assertThat(Inbox.done(page)).containsText("Besvarade med ”mottaget”: 2.");
        assertThat(page.locator("h1")).hasText("Inkorg, Jämtlands län");
        Shots.both(page, "story-county-answered");
        bjorn.clicks(Inbox.button(page, "Ångra"));
        assertThat(Inbox.done(page)).containsText("Svaret är taget tillbaka.");

        bjorn.until("/inbox?status=UNANSWERED", Inbox.alert(page, here), Inbox.alert(page, there));
        bjorn.clicks(Inbox.alert(page, there).first());
        assertThat(page.locator("nav.place")).containsText("Åre");
        page.getByLabel("det är gjort").check();
        bjorn.clicks(Inbox.button(page, "Svara"));
        assertThat(Inbox.part(page, "answer")).containsText("det är gjort");
        bjorn.clicks(page.getByText("Till inkorgen"));
        assertThat(page.locator("h1")).hasText("Inkorg, Jämtlands län");
        bjorn.until("/inbox?status=ANSWERED", Inbox.alert(page, there));
        assertThat(Inbox.row(page, there)).containsText("Ert svar: det är gjort");
        assertThat(Inbox.row(page, there)).containsText("Åre");
        assertThat(Inbox.alert(page, here)).hasCount(0);
    }

    @Test
    void what_comes_while_it_is_open_is_told_with_where_it_comes_from(Visitors visitors, Platform platform) {
        Page page = visitors.signedIn(Person.BJORN).goes("/inbox").page();

        String alert = placedIn(STROMSUND, platform);

        Locator told = Inbox.changes(page)
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHas(page.locator("a[href*='" + alert + "']")));
        assertThat(told).containsText("(Strömsund)");
        Shots.both(page, "story-county-meanwhile");
    }

    /** The alert that child psychiatry has a notice of: of a child that has been placed in foster care there. */
    private static String placedIn(String municipality, Platform platform) {
        UUID child = UUID.randomUUID();
        platform.sends("social-services", Events.in(municipality, Events.placement(child, UUID.randomUUID())));
        platform.awaits("region", child);
        return platform.alertOf(child, "R12");
    }

    /** Chooses a municipality; empty: all of the county. */
    private static void narrows(Visitor bjorn, String municipality) {
        bjorn.page().locator("#municipality").selectOption(municipality);
        bjorn.clicks(Inbox.button(bjorn.page(), "Visa"));
    }
}
