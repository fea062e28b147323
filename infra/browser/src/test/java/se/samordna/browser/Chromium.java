package se.samordna.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The machine's own Chromium, without a window. It can reach this machine and nothing else. */
final class Chromium implements AutoCloseable {
    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private final Playwright playwright;
    private final Browser browser;
    private final List<ProcessHandle> processes;

    private Chromium(Playwright playwright, Browser browser, List<ProcessHandle> processes) {
        this.playwright = playwright;
        this.browser = browser;
        this.processes = processes;
    }

    /** Where it is: {@code SAMORDNA_CHROMIUM}, or one of the usual places. */
    static Optional<Path> installed() {
        String told = System.getenv("SAMORDNA_CHROMIUM");
        return (told == null ? PLACES.stream() : Stream.of(told))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Chromium started() {
        // A page is told of news at most every five seconds, and these cores may be busy.
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        Set<ProcessHandle> before = ProcessHandle.current().children().collect(Collectors.toSet());
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(installed().orElseThrow())
                        .setHeadless(true)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1")));
        List<ProcessHandle> begun = ProcessHandle.current()
                .children()
                .filter(child -> !before.contains(child))
                .toList();
        return new Chromium(playwright, browser, begun);
    }

    /** A browser that remembers nothing: no cookie, no cache. */
    BrowserContext fresh(Browser.NewContextOptions options) {
        return browser.newContext(options);
    }

    /** Ends one that answers no more, and would not to {@link #close} either. */
    void kill() {
        processes.stream()
                .flatMap(each -> Stream.concat(each.descendants(), Stream.of(each)))
                .toList()
                .forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
