package se.samordna.indicators.cells;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.samordna.indicators.cells.Definition.Counts;

/** The indicators there are, and which measurements feed them. */
public final class Definitions {

    public static final Definition REPORTS = new Definition("I01", 1, Counts.EACH, true);
    public static final Definition CHILDREN_REPORTED = new Definition("I02", 1, Counts.CHILDREN, true);
    public static final Definition PRELIMINARY_IN_TIME = new Definition("I05", 1, Counts.EACH, false);
    public static final Definition DIRECT_TIME = new Definition("I08", 1, Counts.MEASURED, false);
    public static final Definition HIGH_ABSENCE = new Definition("I09", 1, Counts.CHILDREN, false);

    /** The measurement that is I08 and no measure of its own. */
    public static final String DIRECT_TIME_MEASURE = "direct-time";

    /** The children 0–17 on 31 December of the year that is its period (SCB). */
    public static final String POPULATION_MEASURE = "population-0-17";

    private static final String MEASURE_PREFIX = "M.";

    private static final Map<String, Definition> BY_ID =
            List.of(REPORTS, CHILDREN_REPORTED, PRELIMINARY_IN_TIME, DIRECT_TIME, HIGH_ABSENCE).stream()
                    .collect(Collectors.toUnmodifiableMap(Definition::id, Function.identity()));

    private Definitions() {}

    /** The definition an id names; none for an id that names no indicator. */
    public static Optional<Definition> byId(String id) {
        if (id.startsWith(MEASURE_PREFIX) && id.length() > MEASURE_PREFIX.length()) {
            return Optional.of(new Definition(id, 1, Counts.MEASURED, false));
        }
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** The indicator a measurement is printed as. */
    public static Definition ofMeasure(String measure) {
        return measure.equals(DIRECT_TIME_MEASURE)
                ? DIRECT_TIME
                : new Definition(MEASURE_PREFIX + measure, 1, Counts.MEASURED, false);
    }

    /** Whether a measure counts children after all and is published only where it is fit. */
    public static boolean measuresChildren(String indicator) {
        return indicator.startsWith(MEASURE_PREFIX) && indicator.endsWith("-children");
    }
}
