package se.samordna.indicators.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Definitions;
import se.samordna.indicators.cells.Period;
import se.samordna.indicators.web.AreasDocument.ActivityDocument;
import se.samordna.indicators.web.AreasDocument.AreaDocument;
import se.samordna.indicators.web.AreasDocument.GoalDocument;
import se.samordna.indicators.web.AreasDocument.LatestDocument;
import se.samordna.indicators.web.AreasDocument.NameDocument;
import se.samordna.indicators.web.FiguresDocument.SourceDocument;
import se.samordna.measures.GoalDirection;
import se.samordna.measures.LocalName;
import se.samordna.measures.PlanArea;
import se.samordna.measures.PlanDefinition;
import se.samordna.measures.PlanGoal;
import se.samordna.streams.Answer.ReadFrom;

/** Lays a municipality's figures beside its plan: each area with those its goals are measured by. */
final class Areas {

    private final List<CellDocument> cells;

    private Areas(List<CellDocument> cells) {
        this.cells = cells;
    }

    static AreasDocument of(
            String municipality,
            Optional<PlanDefinition> plan,
            List<CellDocument> cells,
            Optional<Instant> asOf,
            ReadFrom from,
            List<SourceDocument> sources) {
        var areas = new Areas(cells);
        return new AreasDocument(
                municipality,
                plan.map(PlanDefinition::getName).orElse(""),
                plan.map(each -> each.getValidFrom().toString()).orElse(null),
                asOf.map(Instant::toString).orElse(null),
                from.standby(),
                from.lag(),
                sources,
                plan.map(each -> each.getAreas().stream().map(areas::area).toList())
                        .orElse(List.of()));
    }

    private AreaDocument area(PlanArea area) {
        Set<String> measuredBy =
                area.getGoals().stream().map(PlanGoal::getIndicator).collect(Collectors.toSet());
        return new AreaDocument(
                area.getId(),
                name(area.getName()),
                area.getGoals().stream().map(this::goal).toList(),
                area.getActivities().stream()
                        .map(activity -> new ActivityDocument(
                                name(activity.getName()), activity.getStatus().name(), activity.getEvidence()))
                        .toList(),
                cells.stream()
                        .filter(cell -> measuredBy.contains(cell.indicator()))
                        .toList());
    }

    private GoalDocument goal(PlanGoal goal) {
        Optional<LatestDocument> latest = latest(goal);
        return new GoalDocument(
                goal.getText(),
                goal.getIndicator(),
                goal.getDirection().name(),
                goal.getTarget(),
                goal.getBaseline(),
                goal.getPeriod().name(),
                goal.getOwner(),
                latest.orElse(null),
                latest.map(figure -> reached(goal, figure.value())).orElse(null));
    }

    /** The newest cell of the goal's own period that can be seen, else the newest of any but a rolling year. */
    private Optional<LatestDocument> latest(PlanGoal goal) {
        return cells.stream()
                .filter(cell -> cell.indicator().equals(goal.getIndicator()))
                .filter(cell -> !cell.suppressed() && !span(cell).equals(Period.Span.R12.name()))
                .max(Comparator.comparing((CellDocument cell) ->
                                span(cell).equals(goal.getPeriod().name()))
                        .thenComparing(cell -> period(cell).last())
                        .thenComparingInt(cell -> -period(cell).span().months()))
                .flatMap(Areas::latest);
    }

    private static Optional<LatestDocument> latest(CellDocument cell) {
        Long num = cell.num();
        Long den = cell.den();
        if (num == null || den == null || den == 0) {
            return Optional.empty();
        }
        Optional<Definition> definition = Definitions.byId(cell.indicator());
        Long median = cell.median();
        if (median != null && definition.filter(Definition::medianAlone).isPresent()) {
            return Optional.of(new LatestDocument(cell.period(), num, den, median, "DAYS"));
        }
        boolean perPopulation = definition.filter(Definition::perPopulation).isPresent();
        double value = (perPopulation ? 1000.0 : 100.0) * num / den;
        return Optional.of(new LatestDocument(
                cell.period(), num, den, Math.round(value * 100) / 100.0, perPopulation ? "PER_1000" : "PERCENT"));
    }

    private static @Nullable Boolean reached(PlanGoal goal, double value) {
        Double target = goal.getTarget();
        if (target == null) {
            return null;
        }
        return goal.getDirection() == GoalDirection.DOWN ? value <= target : value >= target;
    }

    private static Period period(CellDocument cell) {
        return Period.parse(cell.period()).orElseThrow();
    }

    private static String span(CellDocument cell) {
        return period(cell).span().name();
    }

    private static NameDocument name(LocalName name) {
        return new NameDocument(name.getSv(), name.getEn());
    }
}
