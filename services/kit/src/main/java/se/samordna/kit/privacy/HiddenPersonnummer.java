package se.samordna.kit.privacy;

import java.text.Normalizer;

/**
 * Finds a personnummer written inside another text: a run of exactly 10 or 12 digits, one {@code -} or {@code +} allowed
 * before the last four, that touches no other digit, with a valid date (day or day + 60) and a right check digit.
 *
 * <p>About one random number of that length in a hundred looks like one and is refused too; a sender's ids that are
 * long bare numbers need a letter in front.
 *
 * <p>Digits of another width or script are digits too, and any dash or minus sign is a {@code -}: a person reads them so.
 */
public final class HiddenPersonnummer {

    /** Minus sign, hyphen bullet, soft hyphen, modifier minus, heavy minus: dashes to an eye, not to Unicode. */
    private static final String OTHER_DASHES = "\u2212\u2043\u00AD\u02D7\u2796";

    private HiddenPersonnummer() {}

    /** Whether one hides anywhere in the text. Linear in its length. */
    public static boolean isIn(String text) {
        return isInAscii(text) || (text.chars().anyMatch(c -> c > 127) && isInAscii(plain(text)));
    }

    /** As it is read, with the digits and the hyphen that are on every keyboard. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().forEach(c -> {
            int digit = Character.digit(c, 10);
            if (digit >= 0) {
                plain.append((char) ('0' + digit));
            } else {
                plain.appendCodePoint(isDash(c) ? '-' : c);
            }
        });
        return plain.toString();
    }

    private static boolean isDash(int c) {
        return Character.getType(c) == Character.DASH_PUNCTUATION || OTHER_DASHES.indexOf(c) >= 0;
    }

    private static boolean isInAscii(String text) {
        int length = text.length();
        int at = 0;
        while (at < length) {
            if (!isDigit(text.charAt(at))) {
                at++;
                continue;
            }
            int end = endOfRun(text, at);
            if (isOne(text, at, end)) {
                return true;
            }
            at = end;
        }
        return false;
    }

    private static boolean isOne(String text, int start, int end) {
        int run = end - start;
        if (run == 10 || run == 12) {
            return checks(text.substring(start, end));
        }
        boolean signed = (run == 6 || run == 8)
                && end < text.length()
                && (text.charAt(end) == '-' || text.charAt(end) == '+')
                && endOfRun(text, end + 1) == end + 5;
        return signed && checks(text.substring(start, end) + text.substring(end + 1, end + 5));
    }

    /** Ten or twelve digits. Of a short one the century is not known; one with a leap day does. */
    private static boolean checks(String digits) {
        int ten = digits.length() - 10;
        int twoDigitYear = two(digits, ten);
        int year = ten == 2 ? two(digits, 0) * 100 + twoDigitYear : 2000 + twoDigitYear;
        return Personnummer.validDate(year, two(digits, ten + 2), two(digits, ten + 4))
                && Personnummer.rightCheckDigit(digits, ten);
    }

    private static int two(String digits, int at) {
        return (digits.charAt(at) - '0') * 10 + digits.charAt(at + 1) - '0';
    }

    private static int endOfRun(String text, int start) {
        int end = start;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
