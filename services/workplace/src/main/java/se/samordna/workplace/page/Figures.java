package se.samordna.workplace.page;

import java.text.NumberFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samordna.workplace.query.Cell;
import se.samordna.workplace.query.PlanAnswer.Goal;

/** Puts figures into words: the rate, and always the counts it was made of. */
@Component
final class Figures {
    /** Of the municipality's children, so told per 1,000 of them (indicators.md). */
    private static final Set<String> PER_THOUSAND = Set.of("I01", "I02", "I21");

    private static final List<String> KINDS = List.of("MONTH", "QUARTER", "YEAR", "ROLLING");

    private final Texts texts;

    Figures(Texts texts) {
        this.texts = texts;
    }

    /**
     * One figure in words.
     *
     * @param rate empty where suppressed
     */
    record FigureRow(String indicator, String name, String period, String rate, String counts, boolean suppressed) {}

    /** The newest figure of each kind of period, of each indicator. */
    List<FigureRow> newest(List<Cell> cells, Function<String, Optional<String>> nameOf) {
        Map<String, Cell> newest = cells.stream()
                .collect(Collectors.toMap(cell -> cell.indicator() + " " + cell.kind(), Function.identity(), later()));
        return newest.values().stream()
                .sorted(Comparator.comparing(Cell::indicator).thenComparingInt(cell -> KINDS.indexOf(cell.kind())))
                .map(cell -> row(cell, nameOf))
                .toList();
    }

    /** The figure a goal is judged by: the newest of its own kind of period, else the newest of any. */
    Optional<Cell> judging(Goal goal, List<Cell> cells) {
        List<Cell> own = cells.stream()
                .filter(cell -> cell.indicator().equals(goal.indicator()))
                .toList();
        return own.stream()
                .filter(cell -> cell.kind().equalsIgnoreCase(goal.period()))
                .reduce(later())
                .or(() -> own.stream().reduce(later()));
    }

    FigureRow row(Cell cell, Function<String, Optional<String>> nameOf) {
        String counts = cell.num().isPresent() && cell.den().isPresent()
                ? texts.of(
                        "plan.counts.of",
                        number((double) cell.num().getAsLong(), 0),
                        number((double) cell.den().getAsLong(), 0))
                : cell.num().isPresent() ? number((double) cell.num().getAsLong(), 0) : "";
        return new FigureRow(
                cell.indicator(), name(cell.indicator(), nameOf), cell.period(), rate(cell), counts, cell.suppressed());
    }

    /** An indicator's name: ours, else what the plan calls it, else its code. */
    String name(String indicator, Function<String, Optional<String>> nameOf) {
        return texts.known("indicator." + indicator)
                .or(() -> nameOf.apply(indicator))
                .orElse(indicator);
    }

    /** Its value in the goal's unit: a share in per cent, or per 1,000. */
    static OptionalDouble value(Cell cell) {
        if (cell.suppressed() || cell.num().isEmpty()) {
            return OptionalDouble.empty();
        }
        if (cell.den().isEmpty()) {
            return OptionalDouble.of((double) cell.num().getAsLong());
        }
        long den = cell.den().getAsLong();
        double unit = PER_THOUSAND.contains(cell.indicator()) ? 1000 : 100;
        return den == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(unit * cell.num().getAsLong() / den);
    }

    String rate(Cell cell) {
        if (cell.median().isPresent()) {
            return texts.of("plan.rate.median", number((double) cell.median().getAsLong(), 0));
        }
        OptionalDouble value = value(cell);
        return value.isEmpty()
                ? ""
                : worded(cell.indicator(), value.getAsDouble(), cell.den().isPresent());
    }

    /** A target or baseline of an indicator. */
    String worded(String indicator, double value, boolean isRate) {
        String number = number(value, isRate ? 1 : 0);
        if (!isRate) {
            return number;
        }
        return texts.of(PER_THOUSAND.contains(indicator) ? "plan.rate.per1000" : "plan.rate.share", number);
    }

    private String number(double value, int digits) {
        Locale language = texts.language();
        NumberFormat form = NumberFormat.getInstance(language);
        form.setMaximumFractionDigits(digits);
        return form.format(value);
    }

    private static BinaryOperator<Cell> later() {
        return BinaryOperator.maxBy(Comparator.comparing(Cell::period));
    }
}
