package se.samordna.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Without a mouse: every control can be reached, in the order it is read, and one sees where one is. */
@NeedsBrowser
class KeyboardTest {
    /** A date is one control with a stop for each of its parts. */
    private static final int PARTS = 5;

    // What a person can act on now: not in a closed part, not switched off; choices that exclude each other are one
    // stop.
    private static final String CONTROLS = """
            () => { const stop = e => { const group = [...document.getElementsByName(e.name)].filter(r => r.form === e.form);
                return group.find(r => r.checked) ?? group[0]; };
              const all = [...document.querySelectorAll(
                'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex="-1"])')]
              .filter(e => !e.disabled && e.checkVisibility())
              .filter(e => e.type !== 'radio' || e === stop(e));
              all.forEach((e, i) => e.dataset.stop = i);
              return all.map(e => e.dataset.stop + ' ' + e.tagName + ' ' + e.textContent.trim().slice(0, 40)); }""";

    private static final String WHERE = """
            () => { const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
              if (e === document.body) return 'nowhere';
              const marked = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
              const seen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
              const said = e.dataset.stop + ' ' + e.tagName + ' ' + e.textContent.trim().slice(0, 40);
              return (marked ? '' : 'UNMARKED ') + (seen ? '' : 'OUT OF SIGHT ') + said; }""";

    static List<Sight> pages() {
        return Sight.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_control_is_a_stop_in_reading_order_and_one_sees_it(Sight sight, Visitors visitors) {
        Page page = sight.seen(visitors, "sv").page();
        List<?> controls = (List<?>) page.evaluate(CONTROLS);

        List<Object> stops = new ArrayList<>();
        Object at = page.evaluate(WHERE);
        for (int i = 0; i < controls.size(); i++) {
            at = next(page, at);
            stops.add(at);
        }

        assertThat(stops)
                .containsExactlyElementsOf(
                        controls.stream().map(Object.class::cast).toList());
    }

    /** Where the next Tab leads that leaves the control. */
    private static Object next(Page page, Object before) {
        Object there = before;
        for (int part = 0; part < PARTS && there.equals(before); part++) {
            page.keyboard().press("Tab");
            there = page.evaluate(WHERE);
        }
        return there;
    }

    @Test
    void the_first_stop_leads_past_the_navigation(Visitors visitors) {
        Page page = visitors.signedIn(Person.KARIN).goes("/municipalities/2380").page();

        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.className + ' ' + document.activeElement.innerText"))
                .isEqualTo("skip Hoppa till innehållet");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");

        assertThat(page.evaluate("document.querySelector('main').contains(document.activeElement)"))
                .isEqualTo(true);
    }
}
