package se.samordna.browser;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/**
 * A file that somebody has taken home from a page.
 *
 * @param name as it lies among their downloads
 * @param lines of a table, the heading first
 */
record Taken(String name, List<String> lines) {

    /** By a click on the way to it. */
    static Taken from(Page page, Locator way) {
        Download download = page.waitForDownload(way::click);
        try {
            return new Taken(download.suggestedFilename(), Files.readAllLines(download.path()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String heading() {
        return lines.getFirst();
    }

    List<String> rows() {
        return lines.subList(1, lines.size());
    }
}
