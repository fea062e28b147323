package se.samordna.browser;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What axe finds against WCAG 2.2 AA, and against what it calls best practice, on the page as it stands. */
final class Axe {
    private static final List<String> HELD =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final List<String> TO_THE_EYE =
            List.of("color-contrast", "target-size", "link-in-text-block", "scrollable-region-focusable");

    private Axe() {}

    /** A line a fault: the rule, what it says, and where. */
    static List<String> faults(Page page) {
        return faults(new AxeBuilder(page).options(options()).withTags(HELD));
    }

    /** The same for what alone depends on width and colours; for a page that has been looked at in full once. */
    static List<String> faultsToTheEye(Page page) {
        return faults(new AxeBuilder(page).options(options()).withRules(TO_THE_EYE));
    }

    private static AxeRunOptions options() {
        AxeRuleOptions on = new AxeRuleOptions();
        on.setEnabled(true);
        AxeRunOptions options = new AxeRunOptions();
        // Switched off by default, being new in WCAG 2.2.
        options.setRules(Map.of("target-size", on));
        // What is well is told as a number, not element by element.
        options.setResultTypes(List.of("violations"));
        return options;
    }

    // Legacy: within the page itself, which has no frames. The other way opens a page more each time.
    private static List<String> faults(AxeBuilder axe) {
        return axe.setLegacyMode(true).analyze().getViolations().stream()
                .flatMap(Axe::told)
                .toList();
    }

    private static Stream<String> told(Rule rule) {
        return rule.getNodes().stream()
                .map(node -> rule.getId() + ": " + node.getFailureSummary().replace('\n', ' ') + " at "
                        + node.getTarget() + " " + node.getHtml());
    }
}
