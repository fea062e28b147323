package se.samordna.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Pictures of whole pages, for people to look at: {@code target/screenshots/NAME-SCREEN-LANGUAGE.png}. */
final class Shots {
    private static final Path PLACE = Path.of("target/screenshots");

    private Shots() {}

    static void take(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PLACE.resolve(name + ".png"))
                .setFullPage(true));
    }
}
