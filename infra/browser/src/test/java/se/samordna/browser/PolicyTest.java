package se.samordna.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * That the content security policy holds in the browser and that we would notice if a page broke it. Every navigation of
 * every test is held to {@link Policy} by the {@link Visitor}.
 */
@NeedsBrowser
class PolicyTest {
    private static final String PLANTED = """
            () => { const script = document.createElement('script');
              script.textContent = 'document.title = "run"'; document.body.append(script);
              const styled = document.createElement('p');
              styled.setAttribute('style', 'color: red'); document.body.append(styled);
              const image = new Image(); image.src = 'http://192.0.2.1/'; document.body.append(image);
              return new Promise(done => setTimeout(() => done(getComputedStyle(styled).color + ' ' + document.title), 300)); }""";

    @Test
    void what_is_planted_in_a_page_neither_runs_nor_goes_unnoticed(Visitors visitors) {
        Visitor karin = visitors.signedIn(Person.KARIN).goes("/inbox");

        Object outcome = karin.asks(PLANTED);

        assertThat(outcome.toString()).doesNotContain("rgb(255, 0, 0)").doesNotEndWith(" run");
        List<String> met = karin.takeMet();
        assertThat(met).anyMatch(told -> told.contains("CSP stopped script-src"));
        assertThat(met).anyMatch(told -> told.contains("CSP stopped style-src"));
        assertThat(met).anyMatch(told -> told.contains("CSP stopped img-src"));
    }
}
