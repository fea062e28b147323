package se.samordna.indicators.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Period;
import se.samordna.indicators.plans.PlanVersions;
import se.samordna.indicators.running.Freshness;
import se.samordna.indicators.web.AreasDocument.ActivityDocument;
import se.samordna.indicators.web.AreasDocument.AreaDocument;
import se.samordna.indicators.web.AreasDocument.ComingDocument;
import se.samordna.indicators.web.AreasDocument.GoalDocument;
import se.samordna.indicators.web.AreasDocument.LatestDocument;
import se.samordna.indicators.web.AreasDocument.NameDocument;
import se.samordna.indicators.web.FiguresDocument.SourceDocument;
import se.samordna.measures.GoalDirection;
import se.samordna.measures.LocalName;
import se.samordna.measures.PlanArea;
import se.samordna.measures.PlanDefinition;
import se.samordna.measures.PlanGoal;

/** Lays a municipality's figures beside its plan: each area with those its goals are measured by. */
final class Areas {

    private final CountyFigures figures;
    private final List<CellDocument> cells;
    private final List<CellDocument> ofCounty;
    private final LocalDate validFrom;
    private final Optional<Period.Span> by;

    private Areas(
            CountyFigures figures,
            List<CellDocument> cells,
            List<CellDocument> ofCounty,
            LocalDate validFrom,
            Optional<Period.Span> by) {
        this.figures = figures;
        this.cells = cells;
        this.ofCounty = ofCounty;
        this.validFrom = validFrom;
        this.by = by;
    }

    /**
     * What is asked for.
     *
     * @param period the plan as it holds on its last day with the figures of that; none: now, with all there are
     * @param by the span each goal's newest figure is wanted by; none: as the goal is followed up
     * @param exact whether the municipality itself asks, which sees its own exact figures
     */
    record Asked(Optional<Period> period, Optional<Period.Span> by, boolean exact) {
        /** What anyone may ask for: what is published, as it holds now. */
        static final Asked NOW = new Asked(Optional.empty(), Optional.empty(), false);
    }

    /** The plan with its figures. */
    static AreasDocument of(
            String municipality,
            Asked asked,
            PlanVersions versions,
            CountyFigures figures,
            List<Freshness.Source> sources) {
        Optional<Period> period = asked.period();
        Optional<LocalDate> day = period.map(wanted -> wanted.last().atEndOfMonth())
                .or(() -> figures.asOf().map(at -> at.atZone(Period.LOCAL).toLocalDate()));
        // Before the clock was seen there is no now: the plan that holds last is shown.
        Optional<PlanDefinition> plan = day.map(versions::inForceOn).orElseGet(versions::latest);
        boolean exact = asked.exact();
        Predicate<CellKey> wanted = cell -> period.map(cell.period()::equals).orElse(true);
        Predicate<CellKey> own = cell -> cell.municipality().equals(municipality) && wanted.test(cell);
        Predicate<CellKey> county =
                cell -> cell.municipality().equals(CellKey.county(municipality)) && wanted.test(cell);
        var areas = new Areas(
                figures,
                exact ? figures.exactOf(municipality, own) : figures.published(own),
                figures.published(county),
                plan.map(PlanDefinition::getValidFrom).orElse(LocalDate.MAX),
                asked.by());
        return new AreasDocument(
                municipality,
                plan.map(PlanDefinition::getName).orElse(""),
                plan.map(PlanDefinition::getVersion).orElse(null),
                plan.map(each -> each.getValidFrom().toString()).orElse(null),
                plan.flatMap(versions::lastDay).map(LocalDate::toString).orElse(null),
                plan.map(PlanDefinition::getCompared).orElse(false),
                period.map(Period::code).orElse(null),
                figures.asOf().map(Instant::toString).orElse(null),
                figures.from().standby(),
                figures.from().lag(),
                SourceDocument.of(sources, exact),
                plan.map(each -> each.getAreas().stream().map(areas::area).toList())
                        .orElse(List.of()),
                day.map(versions::comingAfter).orElse(List.of()).stream()
                        .map(each -> new ComingDocument(
                                each.getVersion(),
                                each.getName(),
                                each.getValidFrom().toString()))
                        .toList());
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
        Optional<LatestDocument> latest = latest(goal, cells);
        return new GoalDocument(
                goal.getText(),
                goal.getIndicator(),
                goal.getDirection().name(),
                goal.getTarget(),
                goal.getBaseline(),
                goal.getPeriod().name(),
                goal.getOwner(),
                latest.orElse(null),
                latest.map(figure -> reached(goal, figure)).orElse(null),
                latest(goal, ofCounty).orElse(null),
                DefinitionDocument.kolada(goal.getIndicator()));
    }

    /** The newest cell of the wanted span that can be seen, else the newest of any but a rolling year. */
    private Optional<LatestDocument> latest(PlanGoal goal, List<CellDocument> among) {
        String wanted = by.map(Enum::name).orElseGet(() -> goal.getPeriod().name());
        return among.stream()
                .filter(cell -> cell.indicator().equals(goal.getIndicator()))
                .filter(cell -> !cell.suppressed())
                .filter(cell -> period(cell).span() != Period.Span.R12 || wanted.equals(Period.Span.R12.name()))
                .max(Comparator.comparing((CellDocument cell) ->
                                period(cell).span().name().equals(wanted))
                        .thenComparing(cell -> period(cell).last())
                        .thenComparingInt(cell -> -period(cell).span().months())
                        .thenComparingInt(CellDocument::version))
                .flatMap(this::latest);
    }

    private Optional<LatestDocument> latest(CellDocument cell) {
        return Rate.of(cell)
                .flatMap(rate -> cell.figure()
                        .map(figure -> new LatestDocument(
                                cell.period(),
                                figure.num(),
                                figure.den(),
                                rate.value(),
                                rate.unit(),
                                figures.restatedSince(cell)
                                        .map(Instant::toString)
                                        .orElse(null))));
    }

    /** A figure of a period that ended before the plan began is not judged by it. */
    private @Nullable Boolean reached(PlanGoal goal, LatestDocument figure) {
        Double target = goal.getTarget();
        boolean under = Period.parse(figure.period())
                .map(period -> !period.last().atEndOfMonth().isBefore(validFrom))
                .orElse(false);
        if (target == null || !under || goal.getDirection() == GoalDirection.KEEP) {
            return null;
        }
        return goal.getDirection() == GoalDirection.DOWN ? figure.value() <= target : figure.value() >= target;
    }

    private static Period period(CellDocument cell) {
        return cell.key().period();
    }

    private static NameDocument name(LocalName name) {
        return new NameDocument(name.getSv(), name.getEn());
    }
}
