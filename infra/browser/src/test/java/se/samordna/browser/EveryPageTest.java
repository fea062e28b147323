package se.samordna.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page in both languages: at a desk by day, on a phone at night, at four hundred per cent, and as its reader wishes. */
@NeedsBrowser
class EveryPageTest {

    static List<Sight> pages() {
        return Sight.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_in_swedish_is_for_everyone(Sight sight, Visitors visitors) {
        Page page = visited(sight, "sv", visitors);
        Shots.take(page, sight + "-desk-sv");
        page.setViewportSize(Screen.PHONE.width(), Screen.PHONE.height());
        Layout.settle(page);
        Shots.take(page, sight + "-phone-sv");
        Layout.unfold(page);
        assertThat(Layout.sticksOut(page)).as("on a phone").isEmpty();

        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Layout.settle(page);
        assertThat(Axe.faultsToTheEye(page)).as("on a phone at night").isEmpty();
        atFourHundredPerCent(page);
        Wishes.told(page);
        assertThat(Wishes.moving(page)).as("without motion").isEmpty();
        assertThat(Wishes.vanished(page)).as("in the reader's colours").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_in_english_is_for_everyone(Sight sight, Visitors visitors) {
        Page page = visited(sight, "en", visitors);
        Layout.unfold(page);
        atFourHundredPerCent(page);
    }

    /** The page at a desk. */
    private static Page visited(Sight sight, String language, Visitors visitors) {
        Page page = sight.seen(visitors, language).page();
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
        assertThat(Layout.sticksOut(page)).as("at a desk").isEmpty();
        assertThat(Axe.faults(page)).as("by day").isEmpty();
        return page;
    }

    private static void atFourHundredPerCent(Page page) {
        page.setViewportSize(320, 640);
        Layout.settle(page);
        assertThat(Layout.sticksOut(page)).as("at 400 %").isEmpty();
        assertThat(Layout.cut(page)).as("at 400 %").isEmpty();
        Layout.spaceText(page);
        assertThat(Layout.sticksOut(page)).as("at 400 %, text spaced").isEmpty();
        assertThat(Layout.cut(page)).as("at 400 %, text spaced").isEmpty();
    }
}
