package se.samordna.workplace.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samordna.workplace.query.Event;
import se.samordna.workplace.timeline.Window;

/**
 * How wide the child's page looks and where, and the ways to look elsewhere, each an address.
 *
 * @param steps all widths, the narrowest first
 * @param earlier empty: nothing is told of before
 * @param later empty: it reaches now
 * @param words its first and last day
 * @param field the parameter that says how wide, of that many {@code count}
 * @param query all of it, as an address says it
 */
public record Zoom(
        List<Step> steps,
        Optional<String> earlier,
        Optional<String> later,
        String words,
        boolean byDay,
        String field,
        int count,
        String query) {

    /**
     * A width.
     *
     * @param key of its name, after {@code child.timeline.window.}
     * @param here whether it is the one shown
     */
    public record Step(String key, String href, boolean here) {}

    /** Makes it. */
    @Component
    static final class Maker {
        private final Moments moments;

        Maker(Moments moments) {
            this.moments = moments;
        }

        /**
         * Of a child's page.
         *
         * @param path of the page
         * @param asOf the day it is of; empty: now
         * @param events all that is told of the child, oldest first
         */
        Zoom of(String path, Optional<LocalDate> asOf, Window window, Instant now, List<Event> events) {
            String then = asOf.map(day -> "&asOf=" + day).orElse("");
            Instant begin = window.begin(now, Moments.ZONE);
            boolean before = events.stream()
                    .flatMap(event -> event.occurredAt().stream())
                    .anyMatch(at -> at.isBefore(begin));
            Instant end = window.end(now, Moments.ZONE).orElse(now);
            return new Zoom(
                    Stream.of(Window.Length.values())
                            .map(length -> new Step(
                                    length.field() + "." + length.count(),
                                    path + "?" + window.with(length).query() + then,
                                    length == window.length()))
                            .toList(),
                    Optional.of(window.earlier(now, Moments.ZONE))
                            .filter(_ -> before)
                            .map(one -> path + "?" + one.query() + then),
                    window.later(now, Moments.ZONE).map(one -> path + "?" + one.query() + then),
                    moments.day(begin) + " – " + moments.day(end.minusMillis(1)),
                    window.length().byDay(),
                    window.length().field(),
                    window.length().count(),
                    window.query());
        }
    }
}
