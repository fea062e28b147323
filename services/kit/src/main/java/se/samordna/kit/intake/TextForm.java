package se.samordna.kit.intake;

import java.util.regex.Pattern;

/** The forms that sender's texts may have. */
final class TextForm {

    private static final int ID_LENGTH = 64;
    private static final int CODE_LENGTH = 40;
    private static final int URN_LENGTH = 255;
    private static final Pattern URN =
            Pattern.compile("(?i:urn):[A-Za-z0-9][A-Za-z0-9-]{0,31}(?::[A-Za-z0-9()+,.:=@;$_!*'%/?#&~-]+)?");
    private static final Pattern TRACEPARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final Pattern MEASURE = Pattern.compile("[a-z0-9-]{1,60}");
    private static final Pattern PERIOD = Pattern.compile("\\d{4}(?:-Q[1-4]|-(?:0[1-9]|1[0-2]))?");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private TextForm() {}

    static boolean isId(String text) {
        return !text.isEmpty() && (text.length() <= ID_LENGTH || text.codePointCount(0, text.length()) <= ID_LENGTH);
    }

    static boolean isCode(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (!((c >= 'A' && c <= 'Z') || c == '_' || IsoText.isDigit(c))) {
                return false;
            }
        }
        return length >= 1 && length <= CODE_LENGTH;
    }

    static boolean isUrn(String text) {
        return text.length() <= URN_LENGTH && URN.matcher(text).matches();
    }

    static boolean isTraceparent(String text) {
        return TRACEPARENT.matcher(text).matches();
    }

    static boolean isMeasure(String text) {
        return MEASURE.matcher(text).matches();
    }

    static boolean isPeriod(String text) {
        return PERIOD.matcher(text).matches();
    }

    static boolean isYear(String text) {
        return YEAR.matcher(text).matches();
    }

    /** Whether every character may stand in a log, a page and an Avro string. */
    static boolean isPlain(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7F) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isISOControl(c) || Character.isSurrogate(c) || turnsDirection(c) || breaksLine(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean turnsDirection(char c) {
        return c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    private static boolean breaksLine(char c) {
        return c == 0x2028 || c == 0x2029;
    }
}
