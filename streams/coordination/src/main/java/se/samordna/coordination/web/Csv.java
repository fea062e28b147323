package se.samordna.coordination.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Comma-separated values as RFC 4180 has them, with a heading. A spreadsheet would reckon what begins as a formula does, so
 * such a value gets an apostrophe before it, which a spreadsheet does not show.
 */
final class Csv {

    private static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final String FORMULA = "=+-@\t\r";
    private static final String END = "\r\n";

    private final StringBuilder text = new StringBuilder();

    Csv(String... heading) {
        row(List.of(heading));
    }

    Csv row(List<String> values) {
        text.append(values.stream().map(Csv::value).collect(Collectors.joining(",")))
                .append(END);
        return this;
    }

    private static String value(String value) {
        String safe = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }

    ResponseEntity<Object> answer() {
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
