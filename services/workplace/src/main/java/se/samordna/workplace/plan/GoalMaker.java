package se.samordna.workplace.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samordna.workplace.page.Moments;
import se.samordna.workplace.page.Texts;
import se.samordna.workplace.plan.GoalView.Shown;
import se.samordna.workplace.plan.GoalView.TrendView;
import se.samordna.workplace.query.PlanAnswer;
import se.samordna.workplace.query.Unit;

/** Puts a goal beside its figures. */
@Component
final class GoalMaker {
    /** Where a goal's own span has no figures, those that are told most often. */
    private static final List<Span> OTHERWISE = List.of(Span.MONTH, Span.QUARTER, Span.YEAR, Span.ROLLING);

    private final FigureWords words;
    private final ChartMaker charts;
    private final Texts texts;
    private final Moments moments;

    GoalMaker(FigureWords words, ChartMaker charts, Texts texts, Moments moments) {
        this.words = words;
        this.charts = charts;
        this.texts = texts;
        this.moments = moments;
    }

    /**
     * A goal's figures.
     *
     * @param unit of the indicator
     * @param wanted the span they are wanted by
     * @param row of that span, or of another where it has none
     */
    private record Figures(Unit unit, Span wanted, List<Point> row) {
        Optional<Point> newestShown() {
            return row.stream().filter(Point::shown).reduce((_, later) -> later);
        }

        Optional<Point> newest() {
            return row.isEmpty() ? Optional.empty() : Optional.of(row.getLast());
        }

        /** Whether a period is as long as these are: a year beside a month tells nothing. */
        boolean isAlike(String period) {
            Span own = newest().map(point -> point.period().span()).orElse(wanted);
            return Period.of(period).filter(other -> other.span() == own).isPresent();
        }
    }

    /**
     * @param counted from when the municipality is counted
     * @param asked by which span; none: as the goal is followed up
     */
    GoalView of(
            PlanAnswer.Goal goal,
            PlanAnswer.Area area,
            Optional<LocalDate> validFrom,
            Extent counted,
            Names names,
            Optional<Span> asked) {
        Figures figures = figures(goal, area, counted, names.unit(goal), asked);
        Optional<Point> shown = figures.newestShown();
        Optional<Boolean> met = shown.flatMap(point -> met(goal, point, validFrom));
        boolean soFar = shown.map(Point::running).orElse(false);
        Unit unit = figures.unit();
        String name = names.of(goal.indicator(), goal.text());
        return new GoalView(
                goal.text(),
                goal.indicator(),
                name,
                names.link(goal.indicator()),
                shown.or(figures::newest)
                        .map(point -> new Shown(
                                words.period(point),
                                words.value(point, unit),
                                words.counts(point, unit),
                                point.suppressed(),
                                words.outside(point))),
                notes(figures),
                words.value(goal.target(), unit),
                words.value(goal.baseline(), unit),
                texts.known("plan.goal." + goal.direction().toUpperCase(Locale.ROOT))
                        .orElse(""),
                texts.known("plan.period." + goal.period().toUpperCase(Locale.ROOT))
                        .orElse(""),
                goal.owner(),
                met.map(yes -> texts.of((yes ? "plan.goal.met" : "plan.goal.unmet") + (soFar ? ".sofar" : "")))
                        .orElse(""),
                met.map(yes -> yes ? "good" : "level-2").orElse(""),
                soFar,
                goal.county()
                        .filter(of -> figures.isAlike(of.period()) && !isAlone(of, goal, area))
                        .map(of -> texts.of(
                                "plan.goal.county", words.value(of.value(), of.unit()), words.period(of.period())))
                        .orElse(""),
                goal.county()
                        .filter(of -> !figures.isAlike(of.period()) || isAlone(of, goal, area))
                        .map(of -> isAlone(of, goal, area)
                                ? texts.of("plan.goal.county.alone", words.period(of.period()))
                                : texts.of("plan.goal.county.otherwise", words.period(of.period())))
                        .orElse(""),
                goal.latest()
                        .filter(latest -> shown.map(
                                        point -> point.period().code().equals(latest.period()))
                                .orElse(false))
                        .flatMap(PlanAnswer.Latest::restatedSince)
                        .map(since -> texts.of("plan.goal.restated", moments.day(since)))
                        .orElse(""),
                goal.kolada().isEmpty() ? "" : texts.of("plan.goal.kolada", String.join(", ", goal.kolada())),
                Trend.of(figures.row(), goal.direction().toUpperCase(Locale.ROOT))
                        .map(trend -> trend(trend, unit, soFar)),
                charts.of(name, figures.row(), unit, goal.target()));
    }

    /**
     * Whether the county's figure is made of the municipality's own alone: the sum of one is nothing to be compared with.
     * All counts of the others beside it are then none.
     */
    private static boolean isAlone(PlanAnswer.Latest county, PlanAnswer.Goal goal, PlanAnswer.Area area) {
        return county.den().isPresent()
                && area.cells().stream()
                        .filter(cell -> cell.indicator().equals(goal.indicator()))
                        .filter(cell -> cell.period().equals(county.period()))
                        .anyMatch(cell ->
                                cell.num().equals(county.num()) && cell.den().equals(county.den()));
    }

    private static Figures figures(
            PlanAnswer.Goal goal, PlanAnswer.Area area, Extent counted, Unit unit, Optional<Span> asked) {
        List<Point> all = area.cells().stream()
                .filter(cell -> cell.indicator().equals(goal.indicator()))
                .flatMap(cell -> Point.of(cell, unit).stream())
                .map(point -> point.counted(counted.ofFigures(goal.indicator())))
                .toList();
        long version = all.stream().mapToLong(Point::version).max().orElse(1);
        List<Point> newest =
                all.stream().filter(point -> point.version() == version).toList();
        Span wanted = asked.or(() -> Span.of(goal.period())).orElse(Span.YEAR);
        return Stream.concat(Stream.of(wanted), OTHERWISE.stream())
                .map(span -> new Figures(unit, wanted, Point.row(newest, span)))
                .filter(figures -> !figures.row().isEmpty())
                .findFirst()
                .orElseGet(() -> new Figures(unit, wanted, List.of()));
    }

    private List<String> notes(Figures figures) {
        List<String> notes = new ArrayList<>();
        figures.newest()
                .filter(point -> point.suppressed() && figures.newestShown().isPresent())
                .ifPresent(point -> notes.add(texts.of("plan.goal.newestSuppressed", words.period(point.period()))));
        figures.newest()
                .map(point -> point.period().span())
                .filter(span -> span != figures.wanted())
                .ifPresent(span -> notes.add(texts.of(
                        figures.row().getLast().exact() ? "plan.exact.otherwise" : "plan.goal.otherwise",
                        texts.of("plan.by." + span.word()),
                        texts.of("plan.by." + figures.wanted().word()))));
        return notes;
    }

    /** @param soFar whether the figure beside it is of a later period, which runs on */
    private TrendView trend(Trend trend, Unit unit, boolean soFar) {
        String tone = trend.towards().map(yes -> yes ? "good" : "level-2").orElse("");
        String way = texts.of("plan.trend." + trend.way())
                + trend.towards()
                        .map(yes -> ", " + texts.of(yes ? "plan.trend.towards" : "plan.trend.away"))
                        .orElse("");
        return new TrendView(
                trend.way().sign(),
                way,
                soFar
                        ? texts.of(
                                "plan.trend.between",
                                words.value(trend.from().value(), unit),
                                words.period(trend.from()),
                                words.value(trend.to().value(), unit),
                                words.period(trend.to()))
                        : texts.of(
                                "plan.trend.since",
                                words.value(trend.from().value(), unit),
                                words.period(trend.from())),
                tone);
    }

    /** A figure of a period that ended before the plan began is not judged by it. */
    private static Optional<Boolean> met(PlanAnswer.Goal goal, Point point, Optional<LocalDate> validFrom) {
        OptionalDouble target = goal.target();
        boolean under =
                validFrom.map(from -> !point.period().lastDay().isBefore(from)).orElse(true);
        if (target.isEmpty() || !under) {
            return Optional.empty();
        }
        double value = point.value().orElseThrow();
        return switch (goal.direction().toUpperCase(Locale.ROOT)) {
            case "UP" -> Optional.of(value >= target.getAsDouble());
            case "DOWN" -> Optional.of(value <= target.getAsDouble());
            default -> Optional.empty();
        };
    }
}
