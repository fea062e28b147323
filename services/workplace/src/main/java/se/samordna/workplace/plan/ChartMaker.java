package se.samordna.workplace.plan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.springframework.stereotype.Component;
import se.samordna.workplace.page.Moments;
import se.samordna.workplace.page.Texts;
import se.samordna.workplace.query.Unit;
import tools.jackson.databind.json.JsonMapper;

/** Makes charts. */
@Component
final class ChartMaker {
    private final FigureWords words;
    private final Texts texts;
    private final Moments moments;
    private final JsonMapper json;

    ChartMaker(FigureWords words, Texts texts, Moments moments, JsonMapper json) {
        this.words = words;
        this.texts = texts;
        this.moments = moments;
        this.json = json;
    }

    /**
     * What the script in {@code js/plan.js} draws.
     *
     * @param values and counties null where there is none
     * @param told each period in whole words, for whoever points at it
     * @param suppressed which periods are withheld, from everyone or from everyone else
     * @param lang of the numbers
     */
    record Data(
            String lang,
            List<String> labels,
            List<Optional<Double>> values,
            List<Optional<Double>> counties,
            List<String> told,
            List<Boolean> suppressed,
            Optional<Double> target,
            Words words) {}

    /** What stands in the picture. */
    record Words(String target, String suppressed) {}

    /**
     * A chart.
     *
     * @param name whose figures, of what
     * @param row in order, without holes
     */
    Chart of(String name, List<Point> row, Unit unit, OptionalDouble target) {
        boolean exact = row.stream().anyMatch(Point::exact);
        boolean suppressed = row.stream().anyMatch(Point::ofFew);
        String targetText = target.isEmpty() ? "" : texts.of("plan.chart.target", words.value(target, unit));
        Data data = new Data(
                texts.language().getLanguage(),
                row.stream().map(point -> words.shortPeriod(point.period())).toList(),
                row.stream().map(point -> boxed(point.value())).toList(),
                row.stream().map(point -> boxed(point.county())).toList(),
                row.stream().map(point -> told(point, unit)).toList(),
                row.stream().map(Point::ofFew).toList(),
                boxed(target),
                new Words(targetText, texts.of(exact ? "plan.exact.outside.SUPPRESSED" : "plan.suppressed")));
        return new Chart(
                label(name, row, unit, targetText),
                json.writeValueAsString(data),
                Sparkline.of(row, target),
                row.reversed().stream().map(point -> row(point, unit)).toList(),
                target.isPresent(),
                row.stream().anyMatch(point -> point.county().isPresent()),
                suppressed,
                exact);
    }

    private Chart.Row row(Point point, Unit unit) {
        return new Chart.Row(
                words.period(point),
                words.value(point, unit),
                words.counts(point, unit),
                words.why(point).orElse(""),
                words.value(point.county(), unit),
                point.restatedSince().map(moments::day).orElse(""),
                words.outside(point));
    }

    /** From where to where, what is aimed at, and how many periods say nothing. */
    private String label(String name, List<Point> row, Unit unit, String target) {
        List<Point> shown = row.stream().filter(Point::shown).toList();
        long suppressed = row.stream().filter(Point::ofFew).count();
        String few = row.stream().anyMatch(Point::exact) ? "plan.exact.chart" : "plan.chart.suppressed";
        String what = shown.isEmpty()
                ? texts.of("plan.chart.nothing", name)
                : texts.of(
                        "plan.chart.fromTo",
                        name,
                        words.value(shown.getFirst(), unit),
                        words.period(shown.getFirst()),
                        words.value(shown.getLast(), unit),
                        words.period(shown.getLast()));
        return what
                + (target.isEmpty() ? "" : " " + target + ".")
                + (suppressed == 0 ? "" : " " + texts.of(few, String.valueOf(suppressed)));
    }

    private String told(Point point, Unit unit) {
        String figure =
                words.why(point).orElseGet(() -> words.value(point, unit) + " (" + words.counts(point, unit) + ")");
        String county =
                point.county().isEmpty() ? "" : "\n" + texts.of("plan.chart.county", words.value(point.county(), unit));
        String outside = words.outside(point).isEmpty() ? "" : "\n" + words.outside(point);
        return words.period(point) + "\n" + figure + outside + county;
    }

    private static Optional<Double> boxed(OptionalDouble value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(value.getAsDouble());
    }
}
