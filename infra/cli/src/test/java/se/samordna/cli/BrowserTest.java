package se.samordna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BrowserTest {
    private static final Map<String, String> DESK = Map.of("DISPLAY", ":0");

    @Test
    void a_page_opens_only_where_someone_sits_before_a_display() {
        assertThat(Browser.of(true, "Linux", DESK).command()).contains("xdg-open");
        assertThat(Browser.of(true, "Linux", Map.of("WAYLAND_DISPLAY", "wayland-0"))
                        .command())
                .contains("xdg-open");
        assertThat(Browser.of(true, "Mac OS X", Map.of()).command()).contains("open");

        assertThat(Browser.of(false, "Linux", DESK).command()).isEmpty();
        assertThat(Browser.of(true, "Linux", Map.of("DISPLAY", "")).command()).isEmpty();
        assertThat(Browser.of(true, "Linux", Map.of("DISPLAY", ":0", "CI", "true"))
                        .command())
                .isEmpty();
        assertThat(Browser.of(true, "Mac OS X", Map.of("SSH_CONNECTION", "10.0.0.1 50000 10.0.0.2 22"))
                        .command())
                .isEmpty();
    }

    @Test
    void a_browser_that_is_not_there_is_told_and_fails_nothing() {
        assertThat(new Browser(Optional.of("samordna-has-no-such-browser")).open("http://127.0.0.1:1"))
                .contains("samordna-has-no-such-browser could not be started");
        assertThat(new Browser(Optional.empty()).open("http://127.0.0.1:1")).isEmpty();
    }
}
