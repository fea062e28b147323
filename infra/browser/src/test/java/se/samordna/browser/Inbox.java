package se.samordna.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Where things are on the inbox and an alert's page, as a person would name them. */
final class Inbox {
    private Inbox() {}

    /** The rows of alerts that are open, the most pressing first. */
    static Locator open(Page page) {
        return page.locator("#alerts tbody tr", new Page.LocatorOptions().setHas(page.getByRole(AriaRole.CHECKBOX)));
    }

    /** The way to an alert's page, from wherever the inbox tells of it. */
    static Locator alert(Page page, String id) {
        return page.locator("#alerts a[href*='" + id + "']");
    }

    /** The row of an alert. */
    static Locator row(Page page, String id) {
        return page.locator(
                "#alerts tbody tr", new Page.LocatorOptions().setHas(page.locator("a[href*='" + id + "']")));
    }

    /** The box that chooses an alert. */
    static Locator choice(Page page, String id) {
        return page.locator("input[name=alert][type=checkbox][value='" + id + "']");
    }

    /** What has changed while the page was open. */
    static Locator changes(Page page) {
        return page.locator("#changes");
    }

    /** What the page says became of an act. */
    static Locator done(Page page) {
        return page.locator("main .note[role=status]");
    }

    static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** A part of an alert's page: answer, do, visit, why, told or history. */
    static Locator part(Page page, String name) {
        return page.locator("section[aria-labelledby=" + name + "]");
    }
}
