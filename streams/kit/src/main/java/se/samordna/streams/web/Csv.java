package se.samordna.streams.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Comma-separated values as RFC 4180 has them, with a heading; what is not known is empty. A spreadsheet would reckon a text
 * that begins as a formula does, so such a text gets an apostrophe before it, which a spreadsheet does not show. Numbers
 * stay numbers.
 */
public final class Csv {

    private static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final String FORMULA = "=+-@\t\r";
    private static final String END = "\r\n";

    private final StringBuilder text = new StringBuilder();

    /** @param heading the columns' names, comma between them */
    public Csv(String heading) {
        text.append(heading).append(END);
    }

    /** Adds a row, a value for each column. */
    public Csv row(@Nullable Object... values) {
        text.append(Arrays.stream(values).map(Csv::value).collect(Collectors.joining(",")))
                .append(END);
        return this;
    }

    /** One column of several texts, apart by a space. */
    public static String together(Collection<String> texts) {
        return String.join(" ", texts);
    }

    private static String value(@Nullable Object value) {
        String plain = value == null ? "" : value.toString();
        boolean formula = !(value instanceof Number) && !plain.isEmpty() && FORMULA.indexOf(plain.charAt(0)) >= 0;
        String safe = formula ? "'" + plain : plain;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }

    /** All of it, for one reader. */
    public ResponseEntity<Object> answer() {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(TYPE)
                .body(text.toString());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
