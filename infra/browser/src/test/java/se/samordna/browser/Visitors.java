package se.samordna.browser;

import static org.assertj.core.api.Assertions.assertThat;

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

    /** A stranger who reads Swedish at a desk. */
    Visitor stranger() {
        return stranger("sv");
    }

    Visitor stranger(String language) {
        return at(Screen.DESK, language, new Browser.NewContextOptions());
    }

    /** Somebody known, at a desk, in Swedish. */
    Visitor signedIn(Person who) {
        return signedIn(who, Screen.DESK, "sv");
    }

    /** Somebody who has signed in. Each person does so once for all tests: what follows is their one session. */
    Visitor signedIn(Person who, Screen screen, String language) {
        String session = platform.session(who, () -> signIn(who));
        return at(screen, language, new Browser.NewContextOptions().setStorageState(session));
    }

    /** Somebody who has signed in, whose browser runs no scripts. */
    Visitor withoutScripts(Person who) {
        String session = platform.session(who, () -> signIn(who));
        return at(
                Screen.DESK,
                "sv",
                new Browser.NewContextOptions().setStorageState(session).setJavaScriptEnabled(false));
    }

    /** The id of the alert that the social services have of a child by that rule. */
    String alertOf(String child, String rule) {
        return platform.alertOf(child, rule);
    }

    /** What the browser of somebody holds who has just signed in. */
    private String signIn(Person who) {
        Visitor visitor = stranger().comes("/start");
        visitor.clicks(visitor.page().locator(Visitor.choiceOf(who)));
        assertThat(visitor.page().url()).startsWith(platform.url());
        return visitor.context().storageState();
    }

    private Visitor at(Screen screen, String language, Browser.NewContextOptions wishes) {
        Browser.NewContextOptions options = wishes.setBaseURL(platform.url())
                .setViewportSize(screen.width(), screen.height())
                .setColorScheme(screen.colours())
                .setLocale(language.equals("sv") ? "sv-SE" : "en-GB")
                .setTimezoneId("Europe/Stockholm");
        Visitor visitor = new Visitor(chromium.fresh(options), platform.url(), language);
        here.add(visitor);
        return visitor;
    }

    /** All go home; a test that failed leaves what each of them saw. */
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
