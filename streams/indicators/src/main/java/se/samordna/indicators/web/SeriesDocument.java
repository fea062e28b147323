package se.samordna.indicators.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.plans.PlanVersions;
import se.samordna.indicators.running.Freshness;
import se.samordna.indicators.web.FiguresDocument.SourceDocument;
import se.samordna.measures.PlanDefinition;
import se.samordna.measures.PlanGoal;
import se.samordna.streams.web.Csv;

/**
 * One indicator of a municipality through time, beside what its plan aims at and what its county comes to.
 *
 * @param name the municipality's
 * @param versions of the indicator's definition that have figures, each told in full
 * @param points by period, then by version of the definition
 */
record SeriesDocument(
        String municipality,
        String name,
        String indicator,
        List<DefinitionDocument> versions,
        @Nullable String asOf,
        boolean standby,
        long lag,
        List<SourceDocument> sources,
        List<PointDocument> points) {

    private static final String HEADING = "indicator,version,municipality,period,num,den,median,suppressed,value,unit,"
            + "target,direction,countyValue,restatedSince,running,asOf,silentSources";

    /**
     * One cell of it.
     *
     * @param value what it comes to, in {@code unit}; null where suppressed
     * @param target and direction of the plan in force on the period's last day; null where that has no such goal
     * @param countyValue of the county's published cell of that period
     * @param restatedSince since when it is what it is, if it is not what it was when its period was first published
     */
    record PointDocument(
            int version,
            String period,
            @Nullable Long num,
            @Nullable Long den,
            @Nullable Long median,
            boolean suppressed,
            @Nullable Double value,
            String unit,
            @Nullable Double target,
            @Nullable String direction,
            @Nullable Double countyValue,
            @Nullable String restatedSince) {}

    /** @param exact whether the municipality itself asks, which sees its own exact figures */
    static SeriesDocument of(
            String municipality,
            String indicator,
            boolean exact,
            PlanVersions plan,
            CountyFigures figures,
            List<Freshness.Source> sources) {
        Predicate<CellKey> own = cell ->
                cell.municipality().equals(municipality) && cell.indicator().equals(indicator);
        Map<CellKey, Double> county = figures
                .published(cell -> cell.municipality().equals(CellKey.county(municipality))
                        && cell.indicator().equals(indicator))
                .stream()
                .filter(cell -> Rate.of(cell).isPresent())
                .collect(Collectors.toMap(
                        CellDocument::key, cell -> Rate.of(cell).orElseThrow().value()));
        var cells = exact ? figures.exactOf(municipality, own) : figures.published(own);
        return new SeriesDocument(
                municipality,
                Counties.name(municipality),
                indicator,
                DefinitionDocument.of(figures.catalogue(), cells),
                figures.asOf().map(Instant::toString).orElse(null),
                figures.from().standby(),
                figures.from().lag(),
                SourceDocument.of(sources, exact),
                cells.stream()
                        .sorted(Comparator.comparing(CellDocument::period).thenComparingInt(CellDocument::version))
                        .map(cell -> point(
                                cell,
                                goal(plan, cell),
                                Optional.ofNullable(county.get(cell.key().of(CellKey.county(municipality)))),
                                figures.restatedSince(cell)))
                        .toList());
    }

    private static PointDocument point(
            CellDocument cell, Optional<PlanGoal> goal, Optional<Double> county, Optional<Instant> restated) {
        return new PointDocument(
                cell.version(),
                cell.period(),
                cell.num(),
                cell.den(),
                cell.median(),
                cell.suppressed(),
                Rate.of(cell).map(Rate::value).orElse(null),
                Rate.unit(cell.indicator()),
                goal.map(PlanGoal::getTarget).orElse(null),
                goal.map(each -> each.getDirection().name()).orElse(null),
                county.orElse(null),
                restated.map(Instant::toString).orElse(null));
    }

    /** The first goal of the plan in force on the period's last day that the indicator measures. */
    private static Optional<PlanGoal> goal(PlanVersions plan, CellDocument cell) {
        LocalDate last = cell.key().period().last().atEndOfMonth();
        return plan.inForceOn(last).map(PlanDefinition::getAreas).stream()
                .flatMap(List::stream)
                .flatMap(area -> area.getGoals().stream())
                .filter(goal -> goal.getIndicator().equals(cell.indicator()))
                .findFirst();
    }

    Csv csv() {
        var csv = new Csv(HEADING);
        points.forEach(point -> csv.row(
                indicator,
                point.version(),
                municipality,
                point.period(),
                point.num(),
                point.den(),
                point.median(),
                point.suppressed(),
                point.value(),
                point.unit(),
                point.target(),
                point.direction(),
                point.countyValue(),
                point.restatedSince(),
                Running.at(asOf, point.period()),
                asOf,
                SourceDocument.silent(sources)));
        return csv;
    }
}
