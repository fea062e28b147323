package se.samordna.indicators.cells;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an indicator's two numbers count, in words for those who read the figure and not the code.
 *
 * @param numerator what is counted
 * @param denominator out of what
 * @param source in law or plan
 */
public record Meaning(Definition.Name numerator, Definition.Name denominator, String source) {

    private static final String TABLE = "/meanings.csv";
    private static final int FIELDS = 6;
    private static final Map<String, Meaning> BY_FAMILY = read();

    /** Of an indicator; of a measure none, since only its plan says what it is. */
    public static Optional<Meaning> of(String indicator) {
        return Optional.ofNullable(BY_FAMILY.get(indicator.split("-", 2)[0]));
    }

    private static Map<String, Meaning> read() {
        try (InputStream in = Objects.requireNonNull(Meaning.class.getResourceAsStream(TABLE), TABLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split(";", FIELDS)))
                    .collect(Collectors.toMap(List::getFirst, Meaning::meaning, Meaning::twice));
        } catch (IOException e) {
            throw new UncheckedIOException(TABLE + " in our own jar", e);
        }
    }

    private static Meaning meaning(List<String> fields) {
        if (fields.size() != FIELDS) {
            throw new IllegalStateException(TABLE + " has a line of " + fields.size() + " fields");
        }
        return new Meaning(
                new Definition.Name(fields.get(1), fields.get(2)),
                new Definition.Name(fields.get(3), fields.get(4)),
                fields.get(5));
    }

    private static Meaning twice(Meaning one, Meaning other) {
        throw new IllegalStateException(TABLE + " tells twice of " + one + " and " + other);
    }
}
