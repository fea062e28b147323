package se.samordna.indicators.plans;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import se.samordna.measures.PlanActivity;
import se.samordna.measures.PlanArea;
import se.samordna.measures.PlanDefinition;
import se.samordna.measures.PlanGoal;

/** What one version of a plan changes: areas by their id, goals by their indicator, activities by their Swedish name. */
public final class PlanDiff {

    /** What a change is a change of. */
    public enum What {
        PLAN,
        AREA,
        GOAL,
        ACTIVITY
    }

    /**
     * A part of a plan.
     *
     * @param area the area it is or lies in; empty of the plan itself
     * @param id a goal's indicator, an activity's name; empty of others
     */
    public record Part(What what, String area, String id) {}

    /** What became of a part. */
    public sealed interface Change {
        Part part();

        record Added(Part part, Map<String, String> fields) implements Change {}

        record Removed(Part part) implements Change {}

        /** @param before and after what the field says; empty where it says nothing */
        record Changed(Part part, String field, String before, String after) implements Change {}
    }

    private PlanDiff() {}

    /**
     * The changes, in the order of the new plan, then what it has no more.
     *
     * @param before none where there was no plan
     */
    public static List<Change> between(Optional<PlanDefinition> before, PlanDefinition after) {
        var was = before.map(PlanDiff::parts).orElseGet(LinkedHashMap::new);
        var is = parts(after);
        var changes = new ArrayList<Change>();
        is.forEach((part, fields) -> {
            Map<String, String> old = was.get(part);
            if (old == null) {
                changes.add(new Change.Added(part, fields));
            } else {
                fields.forEach((field, value) -> {
                    String had = old.getOrDefault(field, "");
                    if (!had.equals(value)) {
                        changes.add(new Change.Changed(part, field, had, value));
                    }
                });
            }
        });
        was.keySet().stream()
                .filter(part -> !is.containsKey(part))
                .forEach(part -> changes.add(new Change.Removed(part)));
        return changes;
    }

    private static SequencedMap<Part, Map<String, String>> parts(PlanDefinition plan) {
        var parts = new LinkedHashMap<Part, Map<String, String>>();
        parts.put(
                new Part(What.PLAN, "", ""),
                fields("name", plan.getName(), "compared", Boolean.toString(plan.getCompared())));
        for (PlanArea area : plan.getAreas()) {
            parts.put(
                    new Part(What.AREA, area.getId(), ""),
                    fields("sv", area.getName().getSv(), "en", area.getName().getEn()));
            for (PlanGoal goal : area.getGoals()) {
                putNew(parts, What.GOAL, area.getId(), goal.getIndicator(), goal(goal));
            }
            for (PlanActivity activity : area.getActivities()) {
                putNew(parts, What.ACTIVITY, area.getId(), activity.getName().getSv(), activity(activity));
            }
        }
        return parts;
    }

    /** Two goals of an area may have one indicator: the second is told from the first by a number. */
    private static void putNew(
            Map<Part, Map<String, String>> parts, What what, String area, String id, Map<String, String> fields) {
        Part part = new Part(what, area, id);
        for (int number = 2; parts.containsKey(part); number++) {
            part = new Part(what, area, id + " (" + number + ")");
        }
        parts.put(part, fields);
    }

    private static Map<String, String> goal(PlanGoal goal) {
        return fields(
                "text", goal.getText(),
                "direction", goal.getDirection().name(),
                "target", text(goal.getTarget()),
                "baseline", text(goal.getBaseline()),
                "period", goal.getPeriod().name(),
                "owner", goal.getOwner());
    }

    private static Map<String, String> activity(PlanActivity activity) {
        return fields(
                "en", activity.getName().getEn(),
                "status", activity.getStatus().name(),
                "evidence", activity.getEvidence());
    }

    private static Map<String, String> fields(String... namesAndValues) {
        var fields = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    private static String text(@Nullable Double value) {
        return value == null ? "" : value.toString();
    }
}
