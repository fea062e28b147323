package se.samordna.workplace.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.IsoFields;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Times as people say them, in Sweden's time. "Now" is always the answer's own clock, never this machine's. */
@Component
public final class Moments {
    /** The zone of every local day (rules.md, Time). */
    public static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private final Texts texts;

    Moments(Texts texts) {
        this.texts = texts;
    }

    /** An instant that an address or a cookie says; none if it is no such, or of another age than ours. */
    public static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text)).filter(at -> at.isAfter(FIRST) && at.isBefore(LAST));
        } catch (DateTimeParseException notOne) {
            return Optional.empty();
        }
    }

    /** Day and minute. */
    public String at(Instant instant) {
        return form("d MMM yyyy HH:mm").format(instant.atZone(ZONE));
    }

    /**
     * When a source was last heard: day and minute, or the day alone where no more is told, as of other agencies; that is
     * its first instant.
     */
    public String heard(Instant instant) {
        return instant.atZone(ZONE).toLocalTime().equals(LocalTime.MIDNIGHT) ? day(instant) : at(instant);
    }

    /** A day. */
    public String day(LocalDate day) {
        return form("d MMM yyyy").format(day);
    }

    /** The local day of an instant. */
    public String day(Instant instant) {
        return day(instant.atZone(ZONE).toLocalDate());
    }

    /** The number of an instant's local week. */
    public String week(Instant instant) {
        return String.valueOf(instant.atZone(ZONE).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /** The year that week is counted in, not always the day's own at the turn of a year. */
    public String weekYear(Instant instant) {
        return String.valueOf(instant.atZone(ZONE).get(IsoFields.WEEK_BASED_YEAR));
    }

    /** A due time; one at the end of a day is that day, not the next one's first instant. */
    public String due(Instant instant) {
        ZonedDateTime local = instant.atZone(ZONE);
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? day(local.toLocalDate().minusDays(1))
                : at(instant);
    }

    /** How far a due time is from now, in words. */
    public String distance(Instant now, Instant due) {
        boolean past = now.isAfter(due);
        String way = past ? "when.overdue." : "when.in.";
        Duration apart = Duration.between(now, due).abs();
        long days = apart.toDays();
        if (days >= 2) {
            return texts.of(way + "days", days);
        }
        if (days == 1) {
            return texts.of(way + "day");
        }
        return apart.toHours() >= 2 ? texts.of(way + "hours", apart.toHours()) : texts.of(way + "hour");
    }

    private DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, texts.language());
    }
}
