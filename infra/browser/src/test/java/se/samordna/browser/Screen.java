package se.samordna.browser;

import com.microsoft.playwright.options.ColorScheme;

/**
 * What a visitor sits before.
 *
 * @param word its name in the name of a screenshot
 * @param width in CSS pixels; 320 is also what a 1280 wide window shows at 400 %
 */
record Screen(String word, int width, int height, ColorScheme colours) {
    static final Screen DESK = new Screen("desk", 1280, 900, ColorScheme.LIGHT);
    static final Screen PHONE = new Screen("phone", 390, 844, ColorScheme.LIGHT);

    /** At night: the same pages in their dark colours. */
    Screen dark() {
        return new Screen(word + "-dark", width, height, ColorScheme.DARK);
    }
}
