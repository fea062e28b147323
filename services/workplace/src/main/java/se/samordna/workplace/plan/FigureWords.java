package se.samordna.workplace.plan;

import java.text.NumberFormat;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalDouble;
import org.springframework.stereotype.Component;
import se.samordna.workplace.page.Texts;
import se.samordna.workplace.query.Unit;

/** Puts figures into words: what they come to, and always the counts they were made of. */
@Component
final class FigureWords {
    private final Texts texts;

    FigureWords(Texts texts) {
        this.texts = texts;
    }

    /** What a figure, a target or a county comes to: "88,5 %". */
    String value(double value, Unit unit) {
        String number = number(value, unit == Unit.DAYS ? 0 : 1);
        return unit == Unit.DAYS && number.equals("1")
                ? texts.of("plan.rate.DAY")
                : texts.of("plan.rate." + unit, number);
    }

    String value(OptionalDouble value, Unit unit) {
        return value.isEmpty() ? "" : value(value.getAsDouble(), unit);
    }

    /** What a point comes to; with its median beside it where the median is not all it tells. */
    String value(Point point, Unit unit) {
        if (!point.shown()) {
            return "";
        }
        String value = value(point.value().orElseThrow(), unit);
        return unit != Unit.DAYS && point.median().isPresent()
                ? withMedian(value, point.median().getAsLong())
                : value;
    }

    private String withMedian(String value, long days) {
        return days == 1
                ? texts.of("plan.rate.withMedian.day", value)
                : texts.of("plan.rate.withMedian", value, number((double) days, 0));
    }

    /** "131 av 148", "85 på 6", or of how many a median was taken. */
    String counts(Point point, Unit unit) {
        if (point.num().isEmpty() || point.den().isEmpty()) {
            return "";
        }
        String den = number((double) point.den().getAsLong(), 0);
        String num = number((double) point.num().getAsLong(), 0);
        return switch (unit) {
            case DAYS -> texts.of("plan.counts.median", den);
            case RATIO -> texts.of("plan.counts.ratio", num, den);
            case PERCENT, PER_1000 -> texts.of("plan.counts.of", num, den);
        };
    }

    /** "mars 2026", "kvartal 1 2026", "2025". */
    String period(Period period) {
        return switch (period.span()) {
            case YEAR -> period.code();
            case QUARTER ->
                texts.of(
                        "plan.when.quarter",
                        String.valueOf(period.quarter()),
                        String.valueOf(period.last().getYear()));
            case MONTH -> month(period, "LLLL yyyy");
            case ROLLING -> texts.of("plan.when.rolling", month(period, "LLLL yyyy"));
        };
    }

    /**
     * The same of a point; with the month it is counted from, where that is not the period's own first, and that it runs if
     * it does.
     */
    String period(Point point) {
        String whole = period(point.period());
        String counted = point.since()
                .map(from -> texts.of("plan.when.since", whole, month(from, "LLL yyyy")))
                .orElse(whole);
        return point.running() ? texts.of("plan.when.running", counted) : counted;
    }

    /** The same of a period as the API writes it; one that cannot be read stands as it is. */
    String period(String code) {
        return Period.of(code).map(this::period).orElse(code);
    }

    /** What there is room for under a chart. */
    String shortPeriod(Period period) {
        return switch (period.span()) {
            case YEAR, QUARTER -> period.code();
            case MONTH, ROLLING -> month(period, "LLL yy");
        };
    }

    /** Why there is no number, or nothing where there is one. */
    Optional<String> why(Point point) {
        return switch (point.state()) {
            case SHOWN -> Optional.empty();
            case SUPPRESSED -> Optional.of(texts.of("plan.suppressed"));
            case NOT_PRINTED ->
                Optional.of(texts.of(
                        point.exact() || point.period().span() == Span.MONTH
                                ? "plan.notPrinted.month"
                                : "plan.notPrinted"));
        };
    }

    /** What anyone else is shown in place of an exact figure, where that is not the same; else empty. */
    String outside(Point point) {
        return point.shown()
                ? point.outside()
                        .flatMap(outside -> texts.known("plan.exact.outside." + outside))
                        .orElse("")
                : "";
    }

    String number(double value, int digits) {
        NumberFormat form = NumberFormat.getInstance(texts.language());
        form.setMaximumFractionDigits(digits);
        return form.format(value);
    }

    private String month(Period period, String pattern) {
        return month(period.last(), pattern);
    }

    private String month(YearMonth month, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, texts.language()).format(month);
    }
}
