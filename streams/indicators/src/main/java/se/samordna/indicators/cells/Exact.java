package se.samordna.indicators.cells;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import se.samordna.indicators.cells.Definition.Counts;
import se.samordna.indicators.cells.Period.Span;

/**
 * Adds up what was counted into every exact cell there is: of each municipality its months, quarters, years and rolling
 * twelve months, of each county its years.
 */
public final class Exact {

    private final Catalogue catalogue;
    private final Counted counted;
    private final Populations populations;
    private final TreeMap<CellKey, Figure> sums = new TreeMap<>();

    private Exact(Catalogue catalogue, Counted counted) {
        this.catalogue = catalogue;
        this.counted = counted;
        this.populations = Populations.of(counted);
    }

    /** The exact cells at an instant, of all indicators as they are defined now. */
    public static SortedMap<CellKey, Figure> cells(Counted counted, Optional<Instant> asOf) {
        return cells(Catalogue.STANDARD, counted, asOf);
    }

    /**
     * The exact cells at an instant.
     *
     * @param catalogue the definitions; what was counted under another is left out
     * @param asOf until when time has moved everywhere; while it is not known no rolling month has begun
     * @return cells with a denominator above 0; of an indicator per population, with a numerator above 0
     */
    public static SortedMap<CellKey, Figure> cells(Catalogue catalogue, Counted counted, Optional<Instant> asOf) {
        return new Exact(catalogue, counted).add(asOf);
    }

    private SortedMap<CellKey, Figure> add(Optional<Instant> asOf) {
        counted.figures().forEach((key, figure) -> {
            if (catalogue.of(key).isPresent()) {
                addCounted(key, figure);
            }
        });
        asOf.map(at -> new States(catalogue, at))
                .ifPresent(states -> states.months(counted.turns(), (key, figure) -> {
                    if (definition(key).counts() == Counts.STATE) {
                        addState(key, figure, states);
                    } else {
                        addSum(key, figure);
                    }
                }));
        counted.measurements().values().forEach(this::addMeasured);
        sums.keySet()
                .removeIf(key -> key.period().span() == Span.R12
                        && !asOf.map(key.period()::lastMonthBegunBy).orElse(false));
        sums.replaceAll(this::outOfPopulation);
        sums.entrySet().removeIf(cell -> !exists(cell.getKey(), cell.getValue()));
        return sums;
    }

    private void addCounted(CellKey key, Figure figure) {
        Counts counts = definition(key).counts();
        if (counts == Counts.EACH) {
            addSum(key, figure);
        } else {
            addAnew(key, figure);
        }
    }

    /** A month, and what it adds to the sums it lies in. */
    private void addSum(CellKey month, Figure figure) {
        YearMonth last = month.period().last();
        Period.around(last).forEach(period -> add(month.in(period), figure));
        add(month.in(Period.year(last.getYear())).of(month.county()), figure.withoutMedian());
    }

    /** A period counted anew, which is no part of a longer one. */
    private void addAnew(CellKey key, Figure figure) {
        add(key, figure);
        if (key.period().span() == Span.YEAR) {
            add(key.of(key.county()), figure);
        }
    }

    private void addState(CellKey month, Figure figure, States states) {
        YearMonth of = month.period().last();
        Period.around(of)
                .filter(period -> states.shows(period, of))
                .forEach(period -> addAnew(month.in(period), figure));
    }

    private void addMeasured(Measurement measurement) {
        var slot = measurement.slot();
        measurement
                .num()
                .ifPresent(num -> add(
                        Definitions.ofMeasure(slot.measure()).cell(slot.municipality(), slot.period()),
                        new Figure(num, measurement.den().orElse(0))));
    }

    private void add(CellKey key, Figure figure) {
        sums.merge(key, figure, Figure::plus);
    }

    private Figure outOfPopulation(CellKey key, Figure figure) {
        return definition(key).perPopulation()
                ? figure.outOf(populations.at(key.municipality(), key.period()))
                : figure;
    }

    private boolean exists(CellKey key, Figure figure) {
        return definition(key).perPopulation() ? figure.num() > 0 : figure.den() > 0;
    }

    private Definition definition(CellKey key) {
        return catalogue.of(key).orElseThrow(() -> new IllegalArgumentException("no indicator " + key.indicator()));
    }

    /** The children 0–17, looked up once per municipality and year; a county has those of all it has a figure of. */
    private record Populations(Counted counted, Set<String> municipalities, Map<String, Long> found) {

        static Populations of(Counted counted) {
            return new Populations(counted, counted.municipalities(), new TreeMap<>());
        }

        long at(String area, Period period) {
            return found.computeIfAbsent(
                    area + '/' + period.last().getYear(),
                    _ -> municipalities.stream()
                            .filter(municipality -> municipality.startsWith(area))
                            .mapToLong(municipality -> counted.population(municipality, period))
                            .sum());
        }
    }
}
