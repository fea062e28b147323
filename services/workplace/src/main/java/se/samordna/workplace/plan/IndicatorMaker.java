package se.samordna.workplace.plan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samordna.workplace.page.Texts;
import se.samordna.workplace.plan.IndicatorView.Beside;
import se.samordna.workplace.plan.IndicatorView.KpiView;
import se.samordna.workplace.plan.IndicatorView.VersionView;
import se.samordna.workplace.query.ComparisonAnswer;
import se.samordna.workplace.query.DefinitionList.Definition;
import se.samordna.workplace.query.SeriesAnswer;
import se.samordna.workplace.query.Unit;

/** Puts an indicator into words. */
@Component
final class IndicatorMaker {
    private final FigureWords words;
    private final ChartMaker charts;
    private final Texts texts;

    IndicatorMaker(FigureWords words, ChartMaker charts, Texts texts) {
        this.words = words;
        this.charts = charts;
        this.texts = texts;
    }

    /** @param inPlan what a plan calls what it measures; empty if no plan asked does */
    IndicatorView of(Definition one, Names names, String inPlan, List<VersionView> versions) {
        var language = texts.language();
        return new IndicatorView(
                one.id(),
                names.of(one.id(), inPlan),
                names.link(one.id()),
                // What the plan says of a measure is not known here; that its two numbers make a share is only a guess.
                texts.of(
                        one.meaning().isEmpty() && one.unit() == Unit.PERCENT
                                ? "indicators.unit.measure"
                                : "indicators.unit." + one.unit()),
                one.meaning().map(it -> it.numerator().in(language)).orElse(""),
                one.meaning().map(it -> it.denominator().in(language)).orElse(""),
                one.meaning().map(it -> it.source()).orElse(""),
                String.join(", ", one.areas()),
                one.version(),
                one.kolada().stream()
                        .map(kpi ->
                                new KpiView(kpi.id(), kpi.title(), kpi.differs().in(language)))
                        .toList(),
                versions);
    }

    /** The spans an indicator has figures of, shortest first. */
    static List<Span> spans(SeriesAnswer series) {
        return series.points().stream()
                .flatMap(point -> Period.of(point.cell().period()).stream())
                .map(Period::span)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * A chart of each version that has figures of this span.
     *
     * @param counted from when the municipality is counted
     */
    List<VersionView> versions(SeriesAnswer series, Extent counted, String name, Unit unit, Span span) {
        Extent from = counted.ofFigures(series.indicator());
        List<Long> versions = series.points().stream()
                .map(point -> point.cell().version())
                .distinct()
                .sorted()
                .toList();
        return versions.stream()
                .flatMap(version -> {
                    List<Point> row = Point.row(
                            series.points().stream()
                                    .filter(point -> point.cell().version() == version)
                                    .flatMap(point -> Point.of(point, unit).stream())
                                    .map(point -> point.counted(from))
                                    .toList(),
                            span);
                    return row.isEmpty()
                            ? Stream.empty()
                            : Stream.of(new VersionView(
                                    versions.size() == 1 ? "" : texts.of("indicators.version", String.valueOf(version)),
                                    charts.of(name, row, unit, target(series, row))));
                })
                .toList();
    }

    /** What the plan of the newest period that has one aims at. */
    private static OptionalDouble target(SeriesAnswer series, List<Point> row) {
        String newest = row.getLast().period().code();
        return series.points().stream()
                .filter(point -> point.cell().period().equals(newest))
                .map(SeriesAnswer.Point::target)
                .filter(OptionalDouble::isPresent)
                .findFirst()
                .orElse(OptionalDouble.empty());
    }

    /**
     * @param own the municipality the page is of
     * @param summed how many municipalities its county is the sum of, where that is known
     */
    List<Beside> beside(ComparisonAnswer comparison, Unit unit, Optional<String> own, OptionalLong summed) {
        return Stream.concat(
                        comparison.municipalities().stream().map(row -> beside(row, row.name(), unit, own, "")),
                        comparison.counties().stream()
                                .map(row -> beside(
                                        row, texts.orCode("county.", row.area()), unit, own, summed(row, own, summed))))
                .toList();
    }

    private String summed(ComparisonAnswer.Row county, Optional<String> own, OptionalLong summed) {
        return summed.isPresent()
                        && own.filter(code -> code.startsWith(county.area())).isPresent()
                ? texts.of("indicator.beside.summed", String.valueOf(summed.getAsLong()))
                : "";
    }

    private Beside beside(ComparisonAnswer.Row row, String name, Unit unit, Optional<String> own, String of) {
        Optional<Point> point = Point.of(row.cell(), unit);
        return new Beside(
                name,
                point.map(it -> words.value(it, unit)).orElse(""),
                point.map(it -> words.counts(it, unit)).orElse(""),
                point.flatMap(words::why).orElse(""),
                own.equals(Optional.of(row.area())),
                of);
    }
}
