package se.samordna.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That our eyes are open: faults put there on purpose are found. */
@NeedsBrowser
class AxeTest {
    private static final String FAULTY = """
            <!DOCTYPE html><html lang="sv"><head><title>Fel</title></head><body><main><h1>Fel</h1>
            <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">
            <p style="color: #bbb; background: #fff">Blek text</p>
            <button style="width: 9px; height: 9px; padding: 0; border: 0" aria-label="a"></button><button
              style="width: 9px; height: 9px; padding: 0; border: 0" aria-label="b"></button>
            <div style="width: 1500px">Bred</div>
            <div style="width: 3em; overflow: hidden; white-space: nowrap">Avhuggen text</div>
            </main></body></html>""";

    @Test
    void planted_faults_are_found_and_nothing_else(Visitors visitors) {
        Page page = visitors.stranger().page();
        page.setContent(FAULTY);

        assertThat(rules(Axe.faults(page)))
                .containsExactlyInAnyOrder("image-alt", "color-contrast", "target-size", "target-size");
        assertThat(rules(Axe.faultsToTheEye(page)))
                .containsExactlyInAnyOrder("color-contrast", "target-size", "target-size");
        assertThat(Layout.sticksOut(page)).containsExactly("div. Bred", "the page itself is 1508 wide");
        assertThat(Layout.cut(page)).containsExactly("div. Avhuggen text");
    }

    private static List<String> rules(List<String> faults) {
        return faults.stream()
                .map(fault -> fault.substring(0, fault.indexOf(':')))
                .toList();
    }
}
