package se.samordna.workplace.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** A municipality's plan with its figures. No areas: it has none. */
public record PlanAnswer(Freshness freshness, String name, Optional<LocalDate> validFrom, List<Area> areas) {

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
     */
    public record Goal(
            String text,
            String indicator,
            OptionalDouble target,
            OptionalDouble baseline,
            String direction,
            String period,
            String owner) {}

    /**
     * An activity of an area.
     *
     * @param evidence the event type, indicator or measure that shows it
     */
    public record Activity(Map<String, String> name, String status, String evidence) {}

    static PlanAnswer of(Shape answer) {
        // The plan's name and first day may stand in the answer itself or in a "plan" of their own.
        Shape plan = answer.has("plan") && answer.node().path("plan").isObject() ? answer.in("plan") : answer;
        Shape areas = answer.has("areas") ? answer : plan;
        return new PlanAnswer(
                Freshness.of(answer),
                plan.text("name").or(() -> answer.text("plan")).orElse(""),
                plan.date("validFrom"),
                areas.list("areas").stream().map(PlanAnswer::area).toList());
    }

    private static Area area(Shape one) {
        List<Cell> cells = Stream.concat(
                        one.list("cells").stream(),
                        one.list("indicators").stream().flatMap(indicator -> indicator.list("cells").stream()))
                .map(Cell::of)
                .toList();
        return new Area(
                one.textOrEmpty("id"),
                Alert.inLanguages(one, "name"),
                one.list("goals").stream().map(PlanAnswer::goal).toList(),
                one.list("activities").stream().map(PlanAnswer::activity).toList(),
                cells);
    }

    private static Goal goal(Shape one) {
        return new Goal(
                one.textOrEmpty("text"),
                one.textOrEmpty("indicator"),
                one.decimal("target"),
                one.decimal("baseline"),
                one.textOrEmpty("direction"),
                one.textOrEmpty("period"),
                one.textOrEmpty("owner"));
    }

    private static Activity activity(Shape one) {
        return new Activity(Alert.inLanguages(one, "name"), one.textOrEmpty("status"), one.textOrEmpty("evidence"));
    }
}
