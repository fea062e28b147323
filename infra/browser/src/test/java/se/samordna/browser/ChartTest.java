package se.samordna.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What stands at the axis of a chart. */
@NeedsBrowser
class ChartTest {
    private static final String ECHARTS = "/META-INF/resources/webjars/echarts/5.5.0/echarts.common.min.js";
    private static final String SMALL = """
            <!DOCTYPE html><html lang="sv"><title>Siffror</title>
            <div class="plot" style="width: 640px" data-chart='{"lang":"sv","labels":["januari","februari"],
              "values":[0.04,0.15],"counties":[null,null],"told":["",""],"suppressed":[false,false],"target":null,
              "words":{"target":"","suppressed":""}}'></div>
            <style>.large { width: 640px; height: 240px }</style></html>""";

    @Test
    void no_two_numbers_of_an_axis_read_the_same_however_small_its_step() throws IOException {
        try (Chromium chromium = Chromium.started();
                BrowserContext context = chromium.fresh(new Browser.NewContextOptions())) {
            Page page = context.newPage();
            page.setContent(SMALL);
            for (String script : List.of(ECHARTS, "/workplace/static/js/plan.js")) {
                page.addScriptTag(new Page.AddScriptTagOptions().setContent(text(script)));
            }

            List<String> numbers = page.locator(".large svg text").allTextContents().stream()
                    .filter(text -> text.matches("[0-9,]+"))
                    .toList();

            assertThat(numbers).contains("0", "0,03", "0,15").doesNotHaveDuplicates();
        }
    }

    private static String text(String file) throws IOException {
        try (InputStream script = ChartTest.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(script, file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
