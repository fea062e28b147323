package se.samordna.workplace.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * A municipality's plan with its figures. No areas: it has none.
 *
 * @param validFrom the first local day it holds
 * @param validTo the last, if another version is to follow
 * @param coming versions that do not hold yet, the next first
 */
public record PlanAnswer(
        Freshness freshness,
        String name,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validTo,
        List<Coming> coming,
        List<Area> areas) {

    /** A version that does not hold yet. */
    public record Coming(String name, LocalDate validFrom) {}

    /**
     * An area of the plan.
     *
     * @param name by language
     */
    public record Area(
            String id, Map<String, String> name, List<Goal> goals, List<Activity> activities, List<Cell> cells) {}

    /**
     * A goal of an area.
     *
     * @param direction UP, DOWN or KEEP
     * @param period MONTH, QUARTER or YEAR
     * @param latest the newest figure that can be seen
     * @param county what the county comes to
     * @param kolada ids of national figures it can be read beside
     */
    public record Goal(
            String text,
            String indicator,
            OptionalDouble target,
            OptionalDouble baseline,
            String direction,
            String period,
            String owner,
            Optional<Latest> latest,
            Optional<Latest> county,
            List<String> kolada) {}

    /**
     * A figure that can be seen.
     *
     * @param num of how many it was made, and {@code den}
     * @param restatedSince since when it is what it is, if it was first published as another
     */
    public record Latest(
            String period,
            OptionalLong num,
            OptionalLong den,
            double value,
            Unit unit,
            Optional<Instant> restatedSince) {
        static Optional<Latest> of(Shape figure) {
            OptionalDouble value = figure.decimal("value");
            return value.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Latest(
                            figure.textOrEmpty("period"),
                            figure.number("num"),
                            figure.number("den"),
                            value.getAsDouble(),
                            Unit.of(figure.textOrEmpty("unit")),
                            figure.instant("restatedSince")));
        }
    }

    /**
     * An activity of an area.
     *
     * @param evidence the event type, indicator or measure that shows it
     */
    public record Activity(Map<String, String> name, String status, String evidence) {}

    /** These exact figures, each with what is published in its place. */
    public PlanAnswer beside(PlanAnswer published) {
        UnaryOperator<Cell> beside = Cell.beside(published.areas.stream().flatMap(area -> area.cells().stream()));
        return new PlanAnswer(
                freshness,
                name,
                validFrom,
                validTo,
                coming,
                areas.stream()
                        .map(area -> new Area(
                                area.id(),
                                area.name(),
                                area.goals(),
                                area.activities(),
                                area.cells().stream().map(beside).toList()))
                        .toList());
    }

    static PlanAnswer of(Shape answer) {
        return new PlanAnswer(
                Freshness.of(answer),
                answer.textOrEmpty("name"),
                answer.date("validFrom"),
                answer.date("validTo"),
                answer.list("coming").stream()
                        .flatMap(one ->
                                one.date("validFrom").stream().map(from -> new Coming(one.textOrEmpty("name"), from)))
                        .toList(),
                answer.list("areas").stream().map(PlanAnswer::area).toList());
    }

    private static Area area(Shape one) {
        return new Area(
                one.textOrEmpty("id"),
                Alert.inLanguages(one, "name"),
                one.list("goals").stream().map(PlanAnswer::goal).toList(),
                one.list("activities").stream().map(PlanAnswer::activity).toList(),
                one.list("cells").stream().map(Cell::of).toList());
    }

    private static Goal goal(Shape one) {
        return new Goal(
                one.textOrEmpty("text"),
                one.textOrEmpty("indicator"),
                one.decimal("target"),
                one.decimal("baseline"),
                one.textOrEmpty("direction"),
                one.textOrEmpty("period"),
                one.textOrEmpty("owner"),
                Latest.of(one.in("latest")),
                Latest.of(one.in("county")),
                one.list("kolada").stream()
                        .flatMap(kpi -> kpi.text("kpi").stream())
                        .toList());
    }

    private static Activity activity(Shape one) {
        return new Activity(Alert.inLanguages(one, "name"), one.textOrEmpty("status"), one.textOrEmpty("evidence"));
    }
}
