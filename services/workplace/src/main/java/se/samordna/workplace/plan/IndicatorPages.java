package se.samordna.workplace.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import se.samordna.schemas.Kommunkod;
import se.samordna.workplace.page.FreshnessRow;
import se.samordna.workplace.page.PlannedMunicipalities;
import se.samordna.workplace.page.Texts;
import se.samordna.workplace.page.Trouble;
import se.samordna.workplace.plan.IndicatorView.Measures;
import se.samordna.workplace.query.Answer;
import se.samordna.workplace.query.ComparisonAnswer;
import se.samordna.workplace.query.DefinitionList.Definition;
import se.samordna.workplace.query.PlanAnswer;
import se.samordna.workplace.query.PlanAnswer.Goal;
import se.samordna.workplace.query.Queries;
import se.samordna.workplace.query.SeriesAnswer;
import se.samordna.workplace.query.Unit;

/** Makes the pages of indicators. */
@Component
final class IndicatorPages {
    private final Queries queries;
    private final DoorFigures figures;
    private final IndicatorMaker maker;
    private final FigureWords words;
    private final Naming naming;
    private final FreshnessRow.Maker freshness;
    private final Texts texts;
    private final PlanTime time;

    IndicatorPages(
            Queries queries,
            DoorFigures figures,
            IndicatorMaker maker,
            FigureWords words,
            Naming naming,
            FreshnessRow.Maker freshness,
            Texts texts,
            PlanTime time) {
        this.queries = queries;
        this.figures = figures;
        this.maker = maker;
        this.words = words;
        this.naming = naming;
        this.freshness = freshness;
        this.texts = texts;
        this.time = time;
    }

    /** Every indicator. */
    ModelAndView all(Door door) {
        return Trouble.or(queries.definitions(), Trouble.FAILED, list -> {
                    Names names = new Names(texts, list, door, Optional.empty(), Kept.NOTHING);
                    Map<String, String> inPlans = inPlans();
                    return new ModelAndView("plan/indicators")
                            .addObject(
                                    "indicators",
                                    list.definitions().stream()
                                            .map(one ->
                                                    maker.of(one, names, inPlans.getOrDefault(one.id(), ""), List.of()))
                                            .toList());
                })
                .addObject("here", "indicators");
    }

    /** One indicator, of no municipality. */
    ModelAndView alone(Door door, String id) {
        return Trouble.or(queries.definitions(), Trouble.FAILED, list -> {
                    Names names = new Names(texts, list, door, Optional.empty(), Kept.NOTHING);
                    return list.of(id)
                            .map(one -> beside(
                                    page(maker.of(one, names, inPlans().getOrDefault(id, ""), List.of())),
                                    one,
                                    Optional.empty()))
                            .orElseGet(Trouble.NO_PAGE::page);
                })
                .addObject("here", "indicators");
    }

    /** One indicator of a municipality, through time, with the goals of its plan as asked for. */
    ModelAndView of(Door door, String id, Kommunkod place, Kept kept) {
        return Trouble.or(
                        figures.series(door, place.code(), id),
                        Trouble.NO_PAGE,
                        door.refused(),
                        series -> page(door, series, id, place, kept))
                .addObject("here", "indicators")
                .addObject("turn", kept.on(door.other().indicator(id, Optional.of(place.code()))))
                .addObject("place", place);
    }

    private ModelAndView page(Door door, SeriesAnswer series, String id, Kommunkod place, Kept kept) {
        Names names = naming.of(door, Optional.of(place.code()), kept);
        Optional<PlanAnswer> plan = plan(place, "");
        Optional<PlanAnswer> asked = kept.period().isEmpty() ? plan : plan(place, kept.period());
        List<Measures> goals = asked.map(it -> goals(it, id, place, names)).orElse(List.of());
        Extent counted = Extent.of(
                plan.stream().flatMap(it -> it.areas().stream()).flatMap(area -> area.cells().stream()),
                series.freshness());
        Definition definition = series.versions().stream()
                .reduce((_, later) -> later)
                .or(() -> names.definitions().of(id))
                .orElseGet(() -> Definition.unknown(id));
        String inPlan = goals.isEmpty() ? "" : goals.getFirst().text();
        List<Span> spans = IndicatorMaker.spans(series);
        // Led here from a plan by a span that this one has no figures of.
        Span span = kept.by()
                .filter(by -> spans.isEmpty() || spans.contains(by))
                .or(() -> spans.stream().findFirst())
                .orElse(Span.YEAR);
        String title = texts.of("plan.chart.name", names.of(id, inPlan), place.name());
        return beside(
                        page(maker.of(
                                definition,
                                names,
                                inPlan,
                                maker.versions(series, counted, title, definition.unit(), span))),
                        definition,
                        Optional.of(place.code()))
                .addObject("fresh", door.fresh(freshness, series.freshness()))
                .addObject("goals", goals)
                .addObject("then", time.past(kept.period(), series.freshness()))
                .addObject("nowLink", new Kept("", kept.by()).on(door.indicator(id, Optional.of(place.code()))))
                .addObject("csv", door.series(id, place.code(), "series.csv"))
                .addObject("json", door.series(id, place.code(), "series.json"))
                .addObject(
                        "spans",
                        spans.stream()
                                .map(one -> new Link(
                                        texts.of("plan.by." + one.word()),
                                        kept.by(Optional.of(one)).on(door.indicator(id, Optional.of(place.code()))),
                                        one == span))
                                .toList());
    }

    private static ModelAndView page(IndicatorView view) {
        return new ModelAndView("plan/indicator").addObject("indicator", view);
    }

    /** A page without its comparison says so, and is a page. */
    private ModelAndView beside(ModelAndView page, Definition definition, Optional<String> own) {
        Unit unit = definition.unit();
        if (queries.comparison(definition.id(), Optional.empty())
                instanceof Answer.Found<ComparisonAnswer>(ComparisonAnswer found)) {
            page.addObject("comparedPeriod", words.period(found.period()))
                    .addObject("beside", maker.beside(found, unit, own, summed(definition, found, own)))
                    .addObject("notTakingPart", String.valueOf(found.notTakingPart()));
        }
        return page;
    }

    /** Of how many municipalities the own county is the sum: one alone is no county to be compared with. */
    private OptionalLong summed(Definition definition, ComparisonAnswer all, Optional<String> own) {
        Optional<String> county = own.map(code -> code.substring(0, 2))
                .filter(code ->
                        all.counties().stream().anyMatch(row -> row.area().equals(code)));
        return county.isPresent()
                        && queries.comparison(definition.id(), county)
                                instanceof Answer.Found<ComparisonAnswer>(ComparisonAnswer found)
                ? OptionalLong.of(found.municipalities().size() + found.notTakingPart())
                : OptionalLong.empty();
    }

    /** What the plans call what an indicator measures; nothing of a plan that cannot be had. */
    private Map<String, String> inPlans() {
        return PlannedMunicipalities.all().stream()
                .flatMap(place -> plan(place, "").stream())
                .flatMap(plan -> plan.areas().stream())
                .flatMap(area -> area.goals().stream())
                .collect(Collectors.toMap(Goal::indicator, Goal::text, (first, _) -> first));
    }

    private Optional<PlanAnswer> plan(Kommunkod place, String period) {
        return queries.plan(place.code(), period, false) instanceof Answer.Found<PlanAnswer>(PlanAnswer plan)
                ? Optional.of(plan)
                : Optional.empty();
    }

    private List<Measures> goals(PlanAnswer plan, String id, Kommunkod place, Names names) {
        return plan.areas().stream()
                .flatMap(area -> area.goals().stream()
                        .filter(goal -> goal.indicator().equals(id))
                        .map(goal -> new Measures(
                                area.id(),
                                goal.text(),
                                names.kept().on(names.door().area(place.code(), area.id())),
                                words.value(goal.target(), names.unit(goal)))))
                .toList();
    }
}
