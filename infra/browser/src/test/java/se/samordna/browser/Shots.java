package se.samordna.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Pictures of whole pages, for people to look at: {@code target/screenshots/NAME-SCREEN-LANGUAGE.png}. */
final class Shots {
    private static final Path PLACE = Path.of("target/screenshots");

    private Shots() {}

    /** At a desk and on a phone; the page stands at the desk again afterwards. */
    static void both(Page page, String name) {
        take(page, name + "-desk-sv");
        page.setViewportSize(Screen.PHONE.width(), Screen.PHONE.height());
        take(page, name + "-phone-sv");
        page.setViewportSize(Screen.DESK.width(), Screen.DESK.height());
    }

    /** Where the picture of that name is kept. */
    static Path of(String name) {
        return PLACE.resolve(name + ".png");
    }

    static void take(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(of(name)).setFullPage(true));
    }
}
