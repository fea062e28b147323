package se.samordna.workplace.page;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.samordna.schemas.Kommunkod;
import se.samordna.workplace.page.Figures.FigureRow;
import se.samordna.workplace.query.Cell;
import se.samordna.workplace.query.CellsAnswer;
import se.samordna.workplace.query.PlanAnswer;
import se.samordna.workplace.query.PlanAnswer.Area;
import se.samordna.workplace.query.PlanAnswer.Goal;
import se.samordna.workplace.query.Queries;

/** A municipality's plan: its areas, goals and activities, and how far the figures say they have come. */
@Controller
final class PlanController {
    /** An area in words. */
    record AreaRow(
            String id, String name, List<GoalRow> goals, List<FigureRow> figures, List<ActivityRow> activities) {}

    /** @param tone css name of whether it is reached; both empty where that cannot be told */
    record GoalRow(
            String text,
            String indicator,
            Optional<FigureRow> figure,
            String target,
            String baseline,
            String direction,
            String period,
            String owner,
            String outcome,
            String tone,
            String county,
            String restated,
            String kolada) {}

    /** @param tone css name of its status */
    record ActivityRow(String name, String status, String tone, String evidence) {}

    /** As indicators.md writes a period; or none. */
    private static final Pattern PERIOD = Pattern.compile("(\\d{4}(-Q[1-4]|-(0[1-9]|1[0-2])(/R12)?)?)?");

    private final Queries queries;
    private final Figures figures;
    private final FreshnessRow.Maker freshness;
    private final Texts texts;
    private final Moments moments;

    PlanController(Queries queries, Figures figures, FreshnessRow.Maker freshness, Texts texts, Moments moments) {
        this.queries = queries;
        this.figures = figures;
        this.freshness = freshness;
        this.texts = texts;
        this.moments = moments;
    }

    /** @param period as it held then; empty: as it holds now */
    @GetMapping("/municipalities/{code}/plan")
    ModelAndView plan(@PathVariable String code, @RequestParam(defaultValue = "") String period) {
        Optional<Kommunkod> place = Kommunkod.of(code);
        if (place.isEmpty()) {
            return Trouble.BAD_MUNICIPALITY.page();
        }
        if (!PERIOD.matcher(period).matches()) {
            return Trouble.BAD_REQUEST.page();
        }
        ModelAndView page = Trouble.or(
                queries.plan(code, period),
                Trouble.FAILED,
                plan -> (plan.areas().isEmpty()
                                ? Trouble.or(queries.figures(code), Trouble.FAILED, this::withoutPlan)
                                : view(plan))
                        .addObject("coming", coming(plan)));
        return page.addObject("here", "plan").addObject("place", place.get()).addObject("period", period);
    }

    private ModelAndView view(PlanAnswer plan) {
        ModelAndView view = new ModelAndView("plan");
        view.addObject("fresh", freshness.of(plan.freshness()));
        view.addObject(
                "planName",
                plan.validFrom()
                        .map(from -> texts.of("plan.name", plan.name(), moments.day(from)))
                        .orElse(plan.name()));
        view.addObject(
                "planUntil",
                plan.validTo()
                        .map(last -> texts.of("plan.until", moments.day(last)))
                        .orElse(""));
        view.addObject("areas", plan.areas().stream().map(this::area).toList());
        return view;
    }

    private List<String> coming(PlanAnswer plan) {
        return plan.coming().stream()
                .map(next -> texts.of("plan.coming", next.name(), moments.day(next.validFrom())))
                .toList();
    }

    /** Most municipalities have no plan here; what is counted of them is shown all the same. */
    private ModelAndView withoutPlan(CellsAnswer counted) {
        ModelAndView view = new ModelAndView("plan");
        view.addObject("fresh", freshness.of(counted.freshness()));
        view.addObject("areas", List.of());
        view.addObject("figures", figures.newest(counted.cells(), indicator -> Optional.empty()));
        return view;
    }

    private AreaRow area(Area area) {
        Map<String, String> goalTexts = new HashMap<>();
        area.goals().forEach(goal -> goalTexts.putIfAbsent(goal.indicator(), goal.text()));
        Function<String, Optional<String>> nameOf = indicator -> Optional.ofNullable(goalTexts.get(indicator));
        return new AreaRow(
                area.id(),
                inLanguage(area.name(), area.id()),
                area.goals().stream()
                        .map(goal -> goal(goal, area.cells(), nameOf))
                        .toList(),
                figures.newest(area.cells(), nameOf),
                area.activities().stream().map(one -> activity(one, nameOf)).toList());
    }

    private GoalRow goal(Goal goal, List<Cell> cells, Function<String, Optional<String>> nameOf) {
        Optional<Cell> cell = figures.judging(goal, cells);
        boolean isRate = !goal.indicator().startsWith("M.")
                || cell.map(one -> one.den().isPresent()).orElse(false);
        Optional<Boolean> met = cell.flatMap(one -> met(goal, Figures.value(one)));
        return new GoalRow(
                goal.text(),
                goal.indicator(),
                cell.map(one -> figures.row(one, nameOf)),
                worded(goal, goal.target(), isRate),
                worded(goal, goal.baseline(), isRate),
                texts.known("plan.goal." + goal.direction().toUpperCase(Locale.ROOT))
                        .orElse(""),
                texts.known("plan.period." + goal.period().toUpperCase(Locale.ROOT))
                        .orElse(""),
                goal.owner(),
                met.map(yes -> texts.of(yes ? "plan.goal.met" : "plan.goal.unmet"))
                        .orElse(""),
                met.map(yes -> yes ? "good" : "level-2").orElse(""),
                goal.county()
                        .map(of -> texts.of(
                                "plan.goal.county", figures.worded(goal.indicator(), of.value(), true), of.period()))
                        .orElse(""),
                goal.restatedSince()
                        .map(since -> texts.of("plan.goal.restated", moments.day(since)))
                        .orElse(""),
                goal.kolada().isEmpty() ? "" : texts.of("plan.goal.kolada", String.join(", ", goal.kolada())));
    }

    private String worded(Goal goal, OptionalDouble value, boolean isRate) {
        return value.isEmpty() ? "" : figures.worded(goal.indicator(), value.getAsDouble(), isRate);
    }

    private static Optional<Boolean> met(Goal goal, OptionalDouble value) {
        if (value.isEmpty() || goal.target().isEmpty()) {
            return Optional.empty();
        }
        double target = goal.target().getAsDouble();
        return switch (goal.direction().toUpperCase(Locale.ROOT)) {
            case "UP" -> Optional.of(value.getAsDouble() >= target);
            case "DOWN" -> Optional.of(value.getAsDouble() <= target);
            default -> Optional.empty();
        };
    }

    private ActivityRow activity(PlanAnswer.Activity one, Function<String, Optional<String>> nameOf) {
        String status = one.status().toUpperCase(Locale.ROOT);
        String tone = switch (status) {
            case "DONE" -> "good";
            case "ONGOING" -> "level-1";
            case "STOPPED" -> "level-2";
            default -> "";
        };
        String evidence = texts.known("event." + one.evidence()).orElseGet(() -> figures.name(one.evidence(), nameOf));
        return new ActivityRow(inLanguage(one.name(), ""), texts.orCode("plan.status.", status), tone, evidence);
    }

    private String inLanguage(Map<String, String> name, String otherwise) {
        String own = name.getOrDefault(texts.language().getLanguage(), "");
        return own.isEmpty() ? otherwise : own;
    }
}
