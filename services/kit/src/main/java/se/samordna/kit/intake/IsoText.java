package se.samordna.kit.intake;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Days, instants and UUIDs out of their one allowed form. Written out by hand because a bulk replay reads four of them
 * a line, and because the JDK's parsers are either lenient (UUID) or tell of a bad text by an exception that quotes it.
 */
final class IsoText {

    /** Stands for "not of this form"; no instant of a four-digit year has this many milliseconds. */
    static final long NO_MILLIS = Long.MIN_VALUE;

    private static final int DATE_LENGTH = "2026-01-31".length();
    private static final int SECONDS_LENGTH = "2026-01-31T12:00:00".length();
    private static final long MILLIS_A_DAY = 86_400_000L;

    private IsoText() {}

    /** A real day as days since 1970, or {@link #NO_MILLIS}. */
    static long epochDay(String text) {
        return text.length() == DATE_LENGTH ? leadingDay(text) : NO_MILLIS;
    }

    /** An instant in UTC ({@code Z} or {@code +00:00}) as milliseconds since 1970, finer parts cut off. */
    static long epochMillis(String text) {
        int length = text.length();
        if (length <= SECONDS_LENGTH || text.charAt(10) != 'T' || text.charAt(13) != ':' || text.charAt(16) != ':') {
            return NO_MILLIS;
        }
        long day = leadingDay(text);
        int hour = digits(text, 11, 2);
        int minute = digits(text, 14, 2);
        int second = digits(text, 17, 2);
        if (day == NO_MILLIS || outside(hour, 23) || outside(minute, 59) || outside(second, 59)) {
            return NO_MILLIS;
        }
        int at = SECONDS_LENGTH;
        int millis = 0;
        if (text.charAt(at) == '.') {
            int end = at + 1;
            while (end < length && isDigit(text.charAt(end))) {
                end++;
            }
            int decimals = end - at - 1;
            if (decimals < 1 || decimals > 9) {
                return NO_MILLIS;
            }
            for (int i = 0; i < 3; i++) {
                millis = millis * 10 + (i < decimals ? text.charAt(at + 1 + i) - '0' : 0);
            }
            at = end;
        }
        boolean utc = (length == at + 1 && text.charAt(at) == 'Z') || (length == at + 6 && text.endsWith("+00:00"));
        return utc ? day * MILLIS_A_DAY + ((hour * 60L + minute) * 60L + second) * 1000L + millis : NO_MILLIS;
    }

    /** Whether it is 8-4-4-4-12 hexadecimal digits, in either case. */
    static boolean isUuid(String text) {
        if (text.length() != 36) {
            return false;
        }
        for (int i = 0; i < 36; i++) {
            boolean right = i == 8 || i == 13 || i == 18 || i == 23 ? text.charAt(i) == '-' : isHex(text.charAt(i));
            if (!right) {
                return false;
            }
        }
        return true;
    }

    private static long leadingDay(String text) {
        if (text.charAt(4) != '-' || text.charAt(7) != '-') {
            return NO_MILLIS;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 2);
        int day = digits(text, 8, 2);
        boolean real = year >= 0 && month >= 1 && month <= 12 && day >= 1;
        if (!real || (day > 28 && day > YearMonth.of(year, month).lengthOfMonth())) {
            return NO_MILLIS;
        }
        return LocalDate.of(year, month, day).toEpochDay();
    }

    private static boolean outside(int value, int greatest) {
        return value < 0 || value > greatest;
    }

    /** The number of so many digits, or -1. */
    private static int digits(String text, int at, int count) {
        int value = 0;
        for (int i = at; i < at + count; i++) {
            if (!isDigit(text.charAt(i))) {
                return -1;
            }
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isHex(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
}
