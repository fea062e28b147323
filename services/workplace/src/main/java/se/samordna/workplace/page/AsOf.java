package se.samordna.workplace.page;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import se.samordna.workplace.query.Freshness;
import se.samordna.workplace.timeline.Window;

/**
 * How a page says of which day it is, and lets another be chosen.
 *
 * @param day the local day at whose end it shows what was known, ISO; else today's
 * @param first the first day that can be chosen by the slider
 * @param today the last
 * @param days from the first to the last
 * @param at from the first to the one shown
 * @param past whether the page is of an earlier day
 * @param words that day in words
 * @param refused whether an earlier day was asked for and the page is of now, since the child has been protected since
 */
public record AsOf(
        String day, String first, String today, long days, long at, boolean past, String words, boolean refused) {

    /**
     * What was asked for.
     *
     * @param day empty: now
     */
    record Asked(Optional<LocalDate> day) {

        private static final int FIRST_YEAR = 2000;
        private static final int LAST_YEAR = 9998;

        /** Empty of what is no day, and of one that no calendar of a child has. */
        static Optional<Asked> of(String text) {
            try {
                Optional<LocalDate> day = text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
                return day.filter(one -> one.getYear() < FIRST_YEAR || one.getYear() > LAST_YEAR)
                                .isPresent()
                        ? Optional.empty()
                        : Optional.of(new Asked(day));
            } catch (DateTimeParseException noDay) {
                return Optional.empty();
            }
        }

        /** Its last instant. */
        Optional<Instant> end() {
            return day.map(one ->
                    one.plusDays(1).atStartOfDay(Moments.ZONE).toInstant().minusMillis(1));
        }
    }

    /** Makes it. */
    @Component
    static final class Maker {
        private final Moments moments;
        private final Clock clock;

        Maker(Moments moments, @Qualifier("intakeClock") Clock clock) {
            this.moments = moments;
            this.clock = clock;
        }

        /**
         * Of an answer.
         *
         * @param fresh says as of when it is
         * @param window how far back the slider reaches
         */
        AsOf of(Asked asked, Freshness fresh, Window window) {
            Optional<Instant> end = asked.end();
            boolean past = end.isPresent() && end.equals(fresh.asOf());
            boolean refused = end.isPresent()
                    && fresh.asOf().filter(at -> at.isAfter(end.get())).isPresent();
            LocalDate now = clock.instant().atZone(Moments.ZONE).toLocalDate();
            LocalDate day = asked.day().filter(_ -> past).orElse(now);
            LocalDate last = day.isAfter(now) ? day : now;
            LocalDate first = Stream.concat(Stream.of(day, window.length().backFrom(last)), window.from().stream())
                    .min(LocalDate::compareTo)
                    .orElseThrow();
            return new AsOf(
                    day.toString(),
                    first.toString(),
                    last.toString(),
                    ChronoUnit.DAYS.between(first, last),
                    ChronoUnit.DAYS.between(first, day),
                    past,
                    moments.day(day),
                    refused);
        }
    }
}
