package se.samordna.workplace.query;

import java.util.List;
import java.util.OptionalDouble;

/**
 * One indicator in one period, municipality beside municipality: of those whose plan says that they take part.
 *
 * @param counties the sums of all their municipalities
 * @param notTakingPart how many municipalities have a figure and do not take part
 */
public record ComparisonAnswer(
        Freshness freshness, String period, List<Row> municipalities, List<Row> counties, long notTakingPart) {

    /** @param area a kommunkod, or a county of two digits */
    public record Row(String area, String name, Cell cell, OptionalDouble value) {}

    static ComparisonAnswer of(Shape answer) {
        return new ComparisonAnswer(
                Freshness.of(answer),
                answer.textOrEmpty("period"),
                rows(answer, "municipalities"),
                rows(answer, "counties"),
                answer.number("notTakingPart").orElse(0));
    }

    private static List<Row> rows(Shape answer, String field) {
        String indicator = answer.textOrEmpty("indicator");
        String period = answer.textOrEmpty("period");
        return answer.list(field).stream()
                .map(one -> new Row(
                        one.textOrEmpty("area"),
                        one.textOrEmpty("name"),
                        Cell.of(one, indicator, period),
                        one.decimal("value")))
                .toList();
    }
}
