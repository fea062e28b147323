package se.samordna.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;

/** What people have told their own machine: nothing that moves, and colours of their own. */
final class Wishes {
    private static final String MOVING = """
            () => [...document.querySelectorAll('*')].filter(e => { const style = getComputedStyle(e);
                return parseFloat(style.transitionDuration) > 0 || style.animationName !== 'none'; })
              .map(e => e.tagName).concat(document.getAnimations().map(a => a.constructor.name))""";

    // A border is what is left of a button when the colours are the reader's own.
    private static final String VANISHED = """
            () => [...document.querySelectorAll('button, .button, input, select, textarea')]
              .filter(e => e.checkVisibility() && !['checkbox', 'radio', 'hidden'].includes(e.type))
              .filter(e => !(parseFloat(getComputedStyle(e).borderTopWidth) >= 1))
              .map(e => e.outerHTML)""";

    private Wishes() {}

    static void told(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions()
                .setReducedMotion(ReducedMotion.REDUCE)
                .setForcedColors(ForcedColors.ACTIVE));
    }

    /** What moves all the same. */
    static List<?> moving(Page page) {
        return (List<?>) page.evaluate(MOVING);
    }

    /** The controls whose edges are no longer seen. */
    static List<?> vanished(Page page) {
        return (List<?>) page.evaluate(VANISHED);
    }
}
