package se.samordna.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** What holds of every page of those who are to meet no child: none is named on it, and no way leads to one. */
final class NoChild {
    private static final Pattern PSEUDONYM = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}");

    // But for the page itself in the other language, which a page that is refused offers too.
    private static final String WAYS =
            "a:not([hreflang]):is([href^='/children'], [href^='/alerts'], [href^='/inbox'], [href^='/search'])";

    private NoChild() {}

    static void isOn(Page page) {
        assertThat(page.locator("main")).not().containsText(PSEUDONYM);
        assertThat(page.locator(WAYS)).hasCount(0);
    }
}
