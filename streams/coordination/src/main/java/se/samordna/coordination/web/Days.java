package se.samordna.coordination.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import se.samordna.rules.Calendar;

/**
 * Local days, both whole.
 *
 * @param from the first
 * @param to the last
 */
record Days(LocalDate from, LocalDate to) {

    private static final int USUAL = 30;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 9998;

    /**
     * As asked for; by itself the last thirty up to today.
     *
     * @param wrong is told the names of those that are none
     */
    static Days of(String from, String to, Instant now, List<String> wrong) {
        Optional<LocalDate> last = day(to);
        Optional<LocalDate> first = day(from);
        Narrowed.wrongIf(!to.isEmpty() && last.isEmpty(), "to", wrong);
        LocalDate until = last.orElse(Calendar.day(now));
        LocalDate since = first.orElse(until.minusDays(USUAL));
        Narrowed.wrongIf(!from.isEmpty() && first.isEmpty() || since.isAfter(until), "from", wrong);
        return new Days(since, until);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text))
                    .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
        } catch (DateTimeParseException notOne) {
            return Optional.empty();
        }
    }

    Instant begin() {
        return Calendar.end(from.minusDays(1));
    }

    boolean have(Instant at) {
        return !at.isBefore(begin()) && at.isBefore(Calendar.end(to));
    }
}
