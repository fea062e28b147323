package se.samordna.workplace.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A page of the ledger or of the access log, the newest first.
 *
 * @param asOf when it was read
 * @param area of which municipalities
 * @param rows as the API tells them
 * @param next where to go on; empty: there is nothing more
 * @param cutShort whether the time ran out before the page was full
 * @param unreadable how many records on the way could not be read
 */
public record LogPage(
        Optional<Instant> asOf,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        String area,
        List<Shape> rows,
        Optional<String> next,
        boolean cutShort,
        long unreadable) {

    private static final Pattern CURSOR = Pattern.compile("[0-9a-z.-]+");

    static LogPage of(Shape answer) {
        return new LogPage(
                answer.instant("asOf"),
                answer.date("from"),
                answer.date("to"),
                answer.textOrEmpty("area"),
                answer.list("rows"),
                answer.text("next").filter(text -> CURSOR.matcher(text).matches()),
                answer.flag("cutShort"),
                answer.number("unreadable").orElse(0));
    }
}
