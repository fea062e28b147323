package se.samordna.cli.county;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How much there is of what a municipality counts of its own work, and how that grows or falls ({@code measures.csv}).
 *
 * @param sender the office whose system sends it, as it ends a source
 * @param den of each period, and {@code perThousand} more for each thousand children
 * @param varies up or down by so much of itself from one period to the next
 * @param from the share, or ratio, that the numerator is of the denominator two years before the data end
 * @param to and at their end
 */
record OwnMeasure(
        String measure, String sender, double den, double perThousand, double varies, double from, double to) {

    private static final String TABLE = "/county/measures.csv";
    private static final int FIELDS = 7;
    /** People and things do not grow as a line does. */
    private static final double UNEVEN = 0.02;

    private static final Map<String, OwnMeasure> BY_CODE = read();

    /** What it comes to in a period. */
    record Figure(int num, int den) {}

    static Optional<OwnMeasure> of(String measure) {
        return Optional.ofNullable(BY_CODE.get(measure));
    }

    /** Where the numerator is a part of the denominator, and never more. */
    private boolean isShare() {
        return from <= 1 && to <= 1;
    }

    /** @param grown how far on the way it has come, from 0 to 1 */
    Figure in(int children, double grown, Dice dice) {
        double size = den + perThousand * children / 1000;
        int whole = Math.max(1, (int) Math.round(size * (1 + dice.between(-varies, varies))));
        double share = (from + (to - from) * grown) * (1 + dice.between(-UNEVEN, UNEVEN));
        int part = (int) Math.round(whole * share);
        return new Figure(isShare() ? Math.min(part, whole) : part, whole);
    }

    private static Map<String, OwnMeasure> read() {
        try (InputStream in = Objects.requireNonNull(OwnMeasure.class.getResourceAsStream(TABLE), TABLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> of(List.of(line.split(";", FIELDS))))
                    .collect(Collectors.toMap(OwnMeasure::measure, Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException(TABLE + " in our own jar", e);
        }
    }

    private static OwnMeasure of(List<String> fields) {
        return new OwnMeasure(
                fields.get(0),
                fields.get(1),
                Double.parseDouble(fields.get(2)),
                Double.parseDouble(fields.get(3)),
                Double.parseDouble(fields.get(4)),
                Double.parseDouble(fields.get(5)),
                Double.parseDouble(fields.get(6)));
    }
}
