package se.samordna.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Where things are on any page, as a person would name them. */
final class AnyPage {
    private AnyPage() {}

    static Locator headline(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Words that stand alone, not those that only begin with them. */
    static Locator words(Page page, String words) {
        return page.getByText(words, new Page.GetByTextOptions().setExact(true));
    }
}
