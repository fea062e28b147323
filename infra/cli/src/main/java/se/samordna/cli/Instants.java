package se.samordna.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Times as people write them on a command line. */
final class Instants {
    private static final ZoneId LOCAL = ZoneId.of("Europe/Stockholm");

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private Instants() {}

    /** An instant as people here read it, 2026-10-01 00:00: to the minute begun, in Sweden's time. */
    static String local(Instant at) {
        return MINUTE.format(at.atZone(LOCAL));
    }

    /** An instant in UTC, or a date: the start of that day in Sweden. */
    static final class Moment implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            try {
                return text.length() == 10
                        ? LocalDate.parse(text).atStartOfDay(LOCAL).toInstant()
                        : Instant.parse(text);
            } catch (DateTimeException e) {
                throw new TypeConversionException("'" + text + "' is neither 2026-07-01 nor 2026-07-01T00:00:00Z");
            }
        }
    }

    /** A length: 30m, 1h, 1d, or ISO (PT1H). */
    static final class Length implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            String upper = text.toUpperCase(Locale.ROOT);
            try {
                String iso = upper.startsWith("P") ? upper : (upper.endsWith("D") ? "P" : "PT") + upper;
                Duration length = Duration.parse(iso);
                if (length.toMillis() > 0) {
                    return length;
                }
            } catch (DateTimeException e) {
                throw new TypeConversionException("'" + text + "' is no length of time such as 30m, 1h or 1d");
            }
            throw new TypeConversionException("'" + text + "' is not longer than nothing");
        }
    }
}
