package se.samordna.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * How long it takes until a page shows its first content and its largest, beside an empty page in the same run: ratios of
 * medians, since seconds say as much of the machine. No test by its name: {@code infra/browser/measure} runs it.
 */
@NeedsBrowser
class Paint {
    private static final int ROUNDS = 9;
    private static final int MANY = 5_000;
    private static final int AT_ONCE = 100;
    private static final Path RATIOS = Path.of("target/paint.txt");
    private static final String EMPTY = "an empty page";
    private static final String PAINTED = """
            () => new Promise(done => { let largest = 0;
              new PerformanceObserver(list => list.getEntries().forEach(e => { largest = e.startTime; }))
                .observe({ type: 'largest-contentful-paint', buffered: true });
              setTimeout(() => done([performance.getEntriesByName('first-contentful-paint')[0].startTime, largest]), 250); })""";

    @Test
    void pages_beside_an_empty_one(Visitors visitors, Platform platform) throws IOException {
        Visitor karin = visitors.signedIn(Person.KARIN);
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put(EMPTY, "/signed-out");
        pages.put("inbox", "/inbox");
        pages.put("alert", "/alerts/" + platform.alertOf(Story.ELSA, "R06"));
        pages.put("child", "/children/" + Story.ELSA);
        pages.put("plan area", "/municipalities/2380/plan/A7");

        tell(measured(karin, pages), EMPTY);
    }

    @Test
    void an_inbox_with_many_beside_one_with_none(Visitors visitors, Platform platform) throws IOException {
        Visitor omar = visitors.signedIn(Person.OMAR);
        Page page = omar.goes("/inbox").page();
        assertThat(page.locator("#alerts table")).hasCount(0);
        Map<String, List<double[]>> took = measured(omar, Map.of("inbox with none", "/inbox"));

        IntStream.range(0, MANY / AT_ONCE).forEach(_ -> platform.sends("social-services", reports()));
        omar.until("/inbox", page.locator("caption").getByText(Pattern.compile("^5\\s?000 larm")));
        took.putAll(measured(omar, Map.of("inbox with " + MANY, "/inbox")));

        tell(took, "inbox with none");
    }

    private static String reports() {
        return IntStream.range(0, AT_ONCE)
                .mapToObj(
                        _ -> Events.report(UUID.randomUUID(), UUID.randomUUID()).replace("\"2380\"", "\"1490\""))
                .toList()
                .toString();
    }

    /** Milliseconds to the first and the largest paint, page by page and round after round; the first is not counted. */
    private static Map<String, List<double[]>> measured(Visitor visitor, Map<String, String> pages) {
        Map<String, List<double[]>> took = new LinkedHashMap<>();
        for (int round = 0; round <= ROUNDS; round++) {
            for (Map.Entry<String, String> page : pages.entrySet()) {
                List<?> painted = (List<?>) visitor.goes(page.getValue()).asks(PAINTED);
                if (round > 0) {
                    took.computeIfAbsent(page.getKey(), _ -> new ArrayList<>()).add(new double[] {
                        ((Number) painted.get(0)).doubleValue(), ((Number) painted.get(1)).doubleValue()
                    });
                }
            }
        }
        return took;
    }

    private static void tell(Map<String, List<double[]>> took, String beside) throws IOException {
        List<String> ratios = took.keySet().stream()
                .filter(page -> !page.equals(beside))
                .map(page -> String.format(
                        Locale.ROOT,
                        "%s ÷ %s: first paint %.2f, largest %.2f",
                        page,
                        beside,
                        median(took, page, 0) / median(took, beside, 0),
                        median(took, page, 1) / median(took, beside, 1)))
                .toList();
        Files.write(RATIOS, ratios, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static double median(Map<String, List<double[]>> took, String page, int which) {
        return took.getOrDefault(page, List.of()).stream()
                .mapToDouble(one -> one[which])
                .sorted()
                .skip(ROUNDS / 2)
                .findFirst()
                .orElseThrow();
    }
}
