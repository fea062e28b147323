package se.samordna.browser;

import com.microsoft.playwright.Browser;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The people of one test, each at a browser of their own. */
final class Visitors {
    private static final Pattern NOT_IN_A_NAME = Pattern.compile("[^A-Za-z0-9_-]+");

    private final Chromium chromium;
    private final Platform platform;
    private final String story;
    private final List<Visitor> here = new ArrayList<>();

    Visitors(Chromium chromium, Platform platform, String story) {
        this.chromium = chromium;
        this.platform = platform;
        this.story = NOT_IN_A_NAME.matcher(story).replaceAll("_");
    }

    /** Somebody who reads Swedish at a desk. */
    Visitor atADesk() {
        return at(Screen.DESK, "sv");
    }

    Visitor at(Screen screen, String language) {
        return at(screen, language, new Browser.NewContextOptions());
    }

    /** @param wishes what the browser is told of its owner besides: reduced motion, forced colours */
    Visitor at(Screen screen, String language, Browser.NewContextOptions wishes) {
        Browser.NewContextOptions options = wishes.setBaseURL(platform.url())
                .setViewportSize(screen.width(), screen.height())
                .setColorScheme(screen.colours())
                .setLocale(language.equals("sv") ? "sv-SE" : "en-GB")
                .setTimezoneId("Europe/Stockholm");
        Visitor visitor = new Visitor(chromium.fresh(options), platform.url(), language);
        here.add(visitor);
        return visitor;
    }

    /** All go home; a test that failed leaves what each of them did, to be looked at with Playwright's trace viewer. */
    void leave(boolean failed) {
        List<String> met = new ArrayList<>();
        for (int i = 0; i < here.size(); i++) {
            met.addAll(here.get(i).leave(failed, story + '-' + (i + 1)));
        }
        if (!met.isEmpty()) {
            throw new AssertionError("met by the way: " + String.join("\n", met));
        }
    }
}
