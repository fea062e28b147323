package se.samordna.cli.dlq;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a record lies. As text {@code topic/partition/offset}, as {@code dlq list} prints it. */
public record Place(String topic, int partition, long offset) {
    private static final Pattern TEXT = Pattern.compile("([a-z.-]+)/(\\d{1,9})/(\\d{1,18})");

    /** The place of that text; empty if it is none. */
    public static Optional<Place> of(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new Place(
                        matcher.group(1), Integer.parseInt(matcher.group(2)), Long.parseLong(matcher.group(3))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return topic + "/" + partition + "/" + offset;
    }
}
