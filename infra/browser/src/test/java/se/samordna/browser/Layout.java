package se.samordna.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/** How a page lies on the screen. */
final class Layout {
    // Tables and pictures may scroll within themselves (WCAG 1.4.10), and what is hidden from sight alone is cut on
    // purpose.
    private static final String STICKS_OUT = """
            () => [...document.querySelectorAll('body *')]
              .filter(e => !e.closest('.scroll, .hidden, .skip, svg') && e.checkVisibility())
              .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
              .map(e => e.tagName.toLowerCase() + '.' + e.className + ' ' + e.textContent.trim().slice(0, 40))
              .concat(document.documentElement.scrollWidth > document.documentElement.clientWidth
                ? ['the page itself is ' + document.documentElement.scrollWidth + ' wide'] : [])""";

    private static final String CUT = """
            () => [...document.querySelectorAll('main *, header *, footer *')]
              .filter(e => !e.closest('.scroll, .hidden, .skip, svg') && e.checkVisibility())
              .filter(e => getComputedStyle(e).overflowX !== 'visible' && e.scrollWidth > e.clientWidth + 1)
              .filter(e => getComputedStyle(e).clipPath === 'none' && !['INPUT', 'SELECT', 'TEXTAREA'].includes(e.tagName))
              .map(e => e.tagName.toLowerCase() + '.' + e.className + ' ' + e.textContent.trim().slice(0, 40))""";

    // WCAG 1.4.12: a reader may set these, and nothing may be lost. Not a style element, which the page's policy
    // forbids.
    private static final String SPACED = """
            () => { const sheet = new CSSStyleSheet();
              sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }'
                + ' p { margin-bottom: 2em !important }');
              document.adoptedStyleSheets = [sheet]; }""";

    // What is resized is told so before the next frame; a colour takes its time to change. A browser without a window
    // may
    // come to paint no frame at all, and a script's promise knows no patience but its own: nothing here takes that
    // long.
    private static final String SETTLED = """
            () => { const patience = new Promise(done => setTimeout(done, 2000));
              const frame = () => new Promise(requestAnimationFrame);
              const still = () => Promise.allSettled(document.getAnimations()
                .filter(a => a.effect.getComputedTiming().endTime !== Infinity).map(a => a.finished));
              return Promise.race([patience, frame().then(frame).then(still)]).then(() => null); }""";

    private Layout() {}

    /** Gives the page the time to follow what has just changed: its window, its reader's colours. */
    static void settle(Page page) {
        page.evaluate(SETTLED);
    }

    /** Opens every part that can be folded out: what is in them is judged too. */
    static void unfold(Page page) {
        page.evaluate("() => document.querySelectorAll('details').forEach(e => e.open = true)");
    }

    /** What is wider than the window. */
    @SuppressWarnings("unchecked") // the script's own answer: a list of texts
    static List<String> sticksOut(Page page) {
        return (List<String>) page.evaluate(STICKS_OUT);
    }

    /** What does not show all of its text. */
    @SuppressWarnings("unchecked") // the script's own answer: a list of texts
    static List<String> cut(Page page) {
        return (List<String>) page.evaluate(CUT);
    }

    /** Sets the text as widely as a reader may. */
    static void spaceText(Page page) {
        page.evaluate(SPACED);
    }
}
