package se.samordna.indicators.cells;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The national figures that ours can be read beside: key figures of Kolada (RKA), which every municipality is compared by.
 * None is the same as ours, and each says in a line how ours differs.
 */
public final class Kolada {

    private static final String TABLE = "/kolada.csv";
    private static final int FIELDS = 5;
    private static final Map<String, List<Kpi>> BY_INDICATOR = read();

    /**
     * A key figure of Kolada.
     *
     * @param id such as U00915
     * @param title what it is, in Swedish as it is published
     * @param differs how our indicator differs from it
     */
    public record Kpi(String id, String title, Definition.Name differs) {}

    private Kolada() {}

    /** Those beside an indicator; mostly none. */
    public static List<Kpi> beside(String indicator) {
        return BY_INDICATOR.getOrDefault(indicator, List.of());
    }

    /** Every indicator that has some. */
    public static Map<String, List<Kpi>> all() {
        return BY_INDICATOR;
    }

    private static Map<String, List<Kpi>> read() {
        try (InputStream in = Objects.requireNonNull(Kolada.class.getResourceAsStream(TABLE), TABLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split(";", -1)))
                    .collect(Collectors.groupingBy(
                            List::getFirst, TreeMap::new, Collectors.mapping(Kolada::kpi, Collectors.toList())));
        } catch (IOException e) {
            throw new UncheckedIOException(TABLE + " in our own jar", e);
        }
    }

    private static Kpi kpi(List<String> fields) {
        if (fields.size() != FIELDS) {
            throw new IllegalStateException(TABLE + " has a line of " + fields.size() + " fields");
        }
        return new Kpi(fields.get(1), fields.get(2), new Definition.Name(fields.get(3), fields.get(4)));
    }
}
