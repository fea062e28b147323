package se.samordna.workplace.plan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;
import se.samordna.workplace.page.FreshnessRow;
import se.samordna.workplace.page.Trouble;
import se.samordna.workplace.query.Freshness;

/**
 * By which door someone came in, and so where links lead, what stands around a page and which figures it is made of:
 * those who are signed in, anyone, or the municipality itself. A page that anyone may see never leads into the others, and
 * only behind the last are exact figures asked for.
 */
enum Door {
    SIGNED_IN("", "layout"),
    EXACT("/exact", "layout"),
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

    public boolean isExact() {
        return this == EXACT;
    }

    /** How fresh its figures are, as far as whoever stands behind it may know. */
    FreshnessRow fresh(FreshnessRow.Maker maker, Freshness of) {
        return isExact() ? maker.of(of) : maker.byWeek(of);
    }

    /** What a refusal means behind it. */
    Trouble refused() {
        return isExact() ? Trouble.EXACT_ELSEWHERE : Trouble.NOT_ALLOWED;
    }

    /** The door behind which the same page has the other figures, for those who are signed in. */
    Door other() {
        return switch (this) {
            case SIGNED_IN -> EXACT;
            case EXACT -> SIGNED_IN;
            case PUBLIC -> PUBLIC;
        };
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

    /** The page of all indicators, which has no figures. */
    public String indicators() {
        return isExact() ? SIGNED_IN.indicators() : link("indicators");
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
