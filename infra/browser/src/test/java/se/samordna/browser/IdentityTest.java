package se.samordna.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who a child is, asked for with the keyboard alone, in both languages and at both widths. */
@NeedsBrowser
class IdentityTest {
    private static final String NUMBER = "201609052384";

    @ParameterizedTest
    @CsvSource({
        "sv, Utredning inledd, Visa vem barnet är, Hitta ärendet i vårt eget system",
        "en, Investigation opened, Show who the child is, To find the case in our own system"
    })
    void karin_is_shown_it_and_the_page_is_fit_for_everyone(
            String language, String opened, String show, String purpose, Platform platform, Visitors visitors) {
        UUID child = platform.knows("social-services", """
                {"personnummer":"%s","name":{"given":"Märta","family":"Påhitt"},"municipality":"2380",\
                "protectedIdentity":"SECRECY_MARKED"}""".formatted(NUMBER));
        platform.reported(child, UUID.randomUUID());
        platform.sends("social-services", Events.investigation(child, UUID.randomUUID()));
        for (Screen screen : new Screen[] {Screen.DESK, Screen.PHONE}) {
            Visitor karin = visitors.signedIn(Person.KARIN, screen, language);
            karin.until(
                    "/children/" + child,
                    karin.page().locator("#events ~ table").getByText(opened));
            Page page = karin.page();
            karin.tabsTo(page.locator("input[name=purpose]"));
            page.keyboard().press("Space");
            PlaywrightAssertions.assertThat(page.getByLabel(purpose)).isChecked();
            karin.tabsTo(page.locator(".identity button"));
            PlaywrightAssertions.assertThat(page.locator(".identity button")).hasText(show);
            page.keyboard().press("Enter");

            PlaywrightAssertions.assertThat(page.locator(".identity dd.name")).hasText("Märta Påhitt");
            PlaywrightAssertions.assertThat(page.locator(".identity .note.bad")).isVisible();
            assertThat(page.url()).doesNotContain("Märta", "2384");
            assertThat(Axe.faults(page)).isEmpty();
            assertThat(Layout.sticksOut(page)).isEmpty();
            Shots.take(page, "identity-" + screen.word() + "-" + language);
        }
    }
}
