package se.samordna.indicators.plans;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import se.samordna.measures.ActivityStatus;
import se.samordna.measures.GoalDirection;
import se.samordna.measures.GoalPeriod;
import se.samordna.measures.LocalName;
import se.samordna.measures.PlanActivity;
import se.samordna.measures.PlanArea;
import se.samordna.measures.PlanDefinition;
import se.samordna.measures.PlanGoal;
import se.samordna.schemas.Kommunkod;
import se.samordna.streams.yaml.Fields;
import se.samordna.streams.yaml.YamlText;

/** Reads one plan from the nodes of its file and tells of every mistake in it; what is wrong has something harmless in its place. */
final class PlanReader {

    private static final int MOST_VERSIONS = 9999;
    private static final Set<String> PLAN = Set.of("municipality", "name", "version", "validFrom", "compared", "areas");
    private static final Set<String> AREA = Set.of("id", "name", "goals", "activities");
    private static final Set<String> GOAL =
            Set.of("text", "indicator", "direction", "target", "baseline", "period", "owner");
    private static final Set<String> ACTIVITY = Set.of("name", "status", "evidence");
    private static final Set<String> NAME = Set.of("sv", "en");

    private final YamlText yaml;
    private final Function<String, PlanVersions> published;
    private final Set<String> areaIds = new HashSet<>();
    /** Measures that show an activity, by line, to be held against the goals once all of these are read. */
    private final Map<Integer, String> measures = new TreeMap<>();

    private final Set<String> followed = new HashSet<>();

    PlanReader(YamlText yaml, Function<String, PlanVersions> published) {
        this.yaml = yaml;
        this.published = published;
    }

    PlanDefinition read(Node root) {
        return plan(new Fields("the plan", root, yaml::fault, PLAN));
    }

    private PlanDefinition plan(Fields fields) {
        var areas = new ArrayList<PlanArea>();
        fields.each("areas", "an area", AREA, area -> areas.add(area(area)));
        measures.forEach((line, measure) -> {
            if (!followed.contains(measure)) {
                yaml.fault(line, "evidence is " + measure + ", must be a measure that a goal of the plan names");
            }
        });
        PlanDefinition plan = PlanDefinition.newBuilder()
                .setMunicipality(fields.text(
                        "municipality", code -> Kommunkod.of(code).isPresent(), "a kommunkod such as \"2380\""))
                .setName(fields.text("name"))
                .setVersion(
                        fields.has("version")
                                ? fields.whole("version", 1, MOST_VERSIONS).orElse(PlanVersions.NO_NUMBER)
                                : PlanVersions.NO_NUMBER)
                .setValidFrom(fields.date("validFrom"))
                .setCompared(fields.has("compared") && isTrue(fields))
                .setAreas(areas)
                .build();
        order(fields, plan);
        return plan;
    }

    private static boolean isTrue(Fields fields) {
        return fields.text("compared", List.of("true", "false")::contains, "true or false")
                .equals("true");
    }

    /** Held against what there is only where it says when it holds. */
    private void order(Fields fields, PlanDefinition plan) {
        PlanVersions there = published.apply(plan.getMunicipality());
        if (!plan.getValidFrom().equals(Fields.NO_DATE)) {
            there.wrongDay(plan)
                    .ifPresent(must -> yaml.fault(
                            fields.line("validFrom"), "validFrom is " + plan.getValidFrom() + ", must be " + must));
        }
        there.wrongNumber(plan)
                .ifPresent(must ->
                        yaml.fault(fields.line("version"), "version is " + plan.getVersion() + ", must be " + must));
    }

    private PlanArea area(Fields fields) {
        var goals = new ArrayList<PlanGoal>();
        var activities = new ArrayList<PlanActivity>();
        fields.each("goals", "a goal", GOAL, goal -> goals.add(goal(goal)));
        if (fields.isEmptyList("goals")) {
            yaml.fault(fields.line("goals"), "goals is empty, an area has one at least");
        }
        fields.each("activities", "an activity", ACTIVITY, activity -> activities.add(activity(activity)));
        String id = fields.text("id", read -> read.matches("[A-Z][0-9]{1,2}"), "a letter and a number such as J4");
        if (!id.isEmpty() && !areaIds.add(id)) {
            yaml.fault(fields.line("id"), "id is " + id + ", which the plan has twice");
        }
        return new PlanArea(id, name(fields), goals, activities);
    }

    private PlanGoal goal(Fields fields) {
        String indicator = fields.text("indicator", Evidence::wrongIndicator);
        followed.add(indicator);
        return PlanGoal.newBuilder()
                .setText(fields.text("text"))
                .setIndicator(indicator)
                .setDirection(direction(fields))
                .setTarget(value(fields, "target", indicator))
                .setBaseline(value(fields, "baseline", indicator))
                .setPeriod(fields.choice("period", GoalPeriod.class))
                .setOwner(fields.text("owner"))
                .build();
    }

    private GoalDirection direction(Fields fields) {
        if (fields.has("target") && !fields.has("direction")) {
            yaml.fault(fields.line("target"), "target has no direction, must have one of up, down, keep");
            return GoalDirection.UNKNOWN;
        }
        return fields.choice("direction", GoalDirection.class);
    }

    private @Nullable Double value(Fields fields, String name, String indicator) {
        Optional<Double> value = fields.number(name);
        value.flatMap(number -> Evidence.wrongValue(indicator, number))
                .ifPresent(must ->
                        yaml.fault(fields.line(name), name + " is " + value.orElseThrow() + ", must be " + must));
        return value.orElse(null);
    }

    private PlanActivity activity(Fields fields) {
        String evidence = fields.text("evidence", Evidence::wrongEvidence);
        if (Evidence.isMeasure(evidence)) {
            measures.put(fields.line("evidence"), evidence);
        }
        return new PlanActivity(name(fields), fields.choice("status", ActivityStatus.class), evidence);
    }

    private static LocalName name(Fields fields) {
        return fields.fields("name", NAME, name -> new LocalName(name.text("sv"), name.text("en")))
                .orElseGet(() -> new LocalName("", ""));
    }
}
