package se.samordna.indicators.web;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Comma-separated values as RFC 4180 has them, with a heading; what is not known is empty. */
final class Csv {

    static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private static final String END = "\r\n";

    private final StringBuilder text = new StringBuilder();

    Csv(String heading) {
        text.append(heading).append(END);
    }

    Csv row(@Nullable Object... fields) {
        text.append(java.util.Arrays.stream(fields).map(Csv::field).collect(Collectors.joining(",")))
                .append(END);
        return this;
    }

    /** Its one column of several texts, apart by a space. */
    static String together(Collection<String> texts) {
        return String.join(" ", List.copyOf(texts));
    }

    private static String field(@Nullable Object value) {
        String field = value == null ? "" : value.toString();
        return field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + field.replace("\"", "\"\"") + '"'
                : field;
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
