package se.samordna.cli.replay;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Splits a stream into lines of bytes, without copying them one by one. A line over the limit is cut just above it. */
final class LineReader {
    private static final int CHUNK = 1 << 20;

    private final InputStream in;
    private final int limit;
    private final byte[] chunk = new byte[CHUNK];
    private int position;
    private int filled;
    private byte[] line = new byte[4096];
    private int length;

    LineReader(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** Reads the next line into {@link #bytes()}; false at the end. */
    boolean next() throws IOException {
        length = 0;
        boolean any = false;
        while (fill()) {
            any = true;
            int end = position;
            while (end < filled && chunk[end] != '\n') {
                end++;
            }
            append(end);
            boolean whole = end < filled;
            position = whole ? end + 1 : end;
            if (whole) {
                break;
            }
        }
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        return any;
    }

    private boolean fill() throws IOException {
        if (position == filled) {
            filled = Math.max(0, in.read(chunk));
            position = 0;
        }
        return filled > 0;
    }

    private void append(int end) {
        int n = Math.min(end - position, limit + 1 - length);
        if (n <= 0) {
            return;
        }
        if (length + n > line.length) {
            line = Arrays.copyOf(line, Math.max(2 * line.length, length + n));
        }
        System.arraycopy(chunk, position, line, length, n);
        length += n;
    }

    byte[] bytes() {
        return line;
    }

    int length() {
        return length;
    }

    boolean blank() {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t') {
                return false;
            }
        }
        return true;
    }
}
