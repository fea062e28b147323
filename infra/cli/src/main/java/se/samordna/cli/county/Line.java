package se.samordna.cli.county;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One JSON line as it grows. Values are our own codes and ids, so that nothing needs escaping. */
final class Line {
    private byte[] bytes = new byte[1024];
    private int length;

    Line clear() {
        length = 0;
        return this;
    }

    Line raw(byte[] text) {
        ensure(text.length);
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
        return this;
    }

    Line raw(String ascii) {
        int n = ascii.length();
        ensure(n);
        for (int i = 0; i < n; i++) {
            bytes[length++] = (byte) ascii.charAt(i);
        }
        return this;
    }

    Line text(String name, String value) {
        return name(name).raw("\"").raw(value).raw("\"");
    }

    Line bool(String name, boolean value) {
        return name(name).raw(value ? "true" : "false");
    }

    Line number(String name, long value) {
        return name(name).digits(value);
    }

    Line codes(String name, String... values) {
        name(name).raw("[");
        for (int i = 0; i < values.length; i++) {
            raw(i == 0 ? "\"" : ",\"").raw(values[i]).raw("\"");
        }
        return raw("]");
    }

    Line digits(long value) {
        if (value >= 10) {
            digits(value / 10);
        }
        ensure(1);
        bytes[length++] = (byte) ('0' + value % 10);
        return this;
    }

    /** A number from 0 to 999 in as many digits as told. */
    Line padded(int value, int digits) {
        ensure(digits);
        int rest = value;
        for (int i = digits - 1; i >= 0; i--) {
            bytes[length + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
        return this;
    }

    Line uuid(long high, long low, int version) {
        ensure(Id.LENGTH);
        Id.write(high, low, version, bytes, length);
        length += Id.LENGTH;
        return this;
    }

    private Line name(String name) {
        return raw(",\"").raw(name).raw("\":");
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    void to(Lines lines) {
        lines.line(bytes, length);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.US_ASCII);
    }
}
