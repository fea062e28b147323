package se.samordna.workplace.plan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;

/**
 * By which door someone came in, and so where links lead and what stands around a page: those who are signed in, or
 * anyone. A page that anyone may see never leads into the others.
 */
enum Door {
    SIGNED_IN("", "layout"),
    PUBLIC("/public", "plan/public");

    private final String prefix;
    private final String frame;

    Door(String prefix, String frame) {
        this.prefix = prefix;
        this.frame = frame;
    }

    /** The template around the page. */
    public String frame() {
        return frame;
    }

    public boolean isPublic() {
        return this == PUBLIC;
    }

    /** A plan's page. */
    public String plan(String municipality) {
        return link("municipalities", municipality, "plan");
    }

    /** An area's page. */
    public String area(String municipality, String area) {
        return link("municipalities", municipality, "plan", area);
    }

    /** An indicator's page; beside a municipality where there is one. */
    public String indicator(String indicator, Optional<String> municipality) {
        return link("indicators", indicator) + query(municipality);
    }

    /** A file of an indicator's figures. */
    public String series(String indicator, String municipality, String file) {
        return link("indicators", indicator, file) + query(Optional.of(municipality));
    }

    /** The page of all indicators. */
    public String indicators() {
        return link("indicators");
    }

    /** A file of a plan's goals; of one area where that is given. */
    public String goals(String municipality, Optional<String> area) {
        return link("municipalities", municipality, "plan", "goals.csv")
                + area.map(id -> "?area=" + UriUtils.encode(id, StandardCharsets.UTF_8))
                        .orElse("");
    }

    private static String query(Optional<String> municipality) {
        return municipality.map(code -> "?municipality=" + code).orElse("");
    }

    private String link(String... segments) {
        return Arrays.stream(segments)
                .map(segment -> UriUtils.encode(segment, StandardCharsets.UTF_8))
                .collect(Collectors.joining("/", prefix + "/", ""));
    }
}
