package se.samordna.coordination.scan;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How far back a topic has been read: what was written after the first page was shown is on no later page, so none shows a
 * row twice and none leaves one out. As text it fits into an address, {@code 0-4f.1-a}: each partition with its offset in
 * base 36.
 *
 * @param before by partition: the first offset that is not to be read any more
 */
public record Cursor(SortedMap<Integer, Long> before) {

    private static final Pattern TEXT = Pattern.compile("\\d{1,4}-[0-9a-z]{1,11}(?:\\.\\d{1,4}-[0-9a-z]{1,11}){0,999}");
    private static final int BASE = 36;

    /** Copies. */
    public Cursor(Map<Integer, Long> before) {
        this(new TreeMap<>(before));
    }

    /** The cursor of that text; empty if it is none. */
    public static Optional<Cursor> of(String text) {
        if (!TEXT.matcher(text).matches()) {
            return Optional.empty();
        }
        SortedMap<Integer, Long> before = new TreeMap<>();
        for (String one : text.split("\\.", -1)) {
            int dash = one.indexOf('-');
            before.put(Integer.parseInt(one, 0, dash, 10), Long.parseLong(one, dash + 1, one.length(), BASE));
        }
        return Optional.of(new Cursor(before));
    }

    /** As it is in an address. */
    public String text() {
        return before.entrySet().stream()
                .map(one -> one.getKey() + "-" + Long.toString(one.getValue(), BASE))
                .collect(Collectors.joining("."));
    }

    @Override
    public String toString() {
        return text();
    }
}
