package se.samordna.indicators.plans;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import se.samordna.indicators.plans.PlanFile.Standing;
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
    private final Optional<Standing> against;
    private final Set<String> areaIds = new HashSet<>();
    /** Measures that show an activity, by line, to be held against the goals once all of these are read. */
    private final Map<Integer, String> measures = new TreeMap<>();

    private final Set<String> followed = new HashSet<>();
    /** Of each indicator the first goal that is to move it up or down, to be held against those after it. */
    private final Map<String, Moved> moved = new HashMap<>();

    private int validFromLine = 1;

    /** A goal that moves its indicator, by its line. */
    private record Moved(GoalDirection direction, int line) {}

    /** @param against what it is held against; empty: it is read by itself */
    PlanReader(YamlText yaml, Optional<Standing> against) {
        this.yaml = yaml;
        this.against = against;
    }

    PlanDefinition read(Node root) {
        return plan(new Fields("the plan", root, yaml::fault, PLAN));
    }

    /** Where the plan says from when it holds; its first line where it does not. */
    int validFromLine() {
        return validFromLine;
    }

    private PlanDefinition plan(Fields fields) {
        var areas = new ArrayList<PlanArea>();
        fields.each("areas", "an area", AREA, area -> areas.add(area(area)));
        if (fields.isEmptyList("areas")) {
            yaml.fault(fields.line("areas"), "areas is empty, a plan has one at least");
        }
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
        validFromLine = fields.line("validFrom");
        against.ifPresent(standing -> order(fields, plan, standing));
        return plan;
    }

    private static boolean isTrue(Fields fields) {
        return fields.text("compared", List.of("true", "false")::contains, "true or false")
                .equals("true");
    }

    /** Its day is held against what there is only where it says one. */
    private void order(Fields fields, PlanDefinition plan, Standing standing) {
        PlanVersions there = standing.published().apply(plan.getMunicipality());
        if (!plan.getValidFrom().equals(Fields.NO_DATE)) {
            there.wrongDay(plan, standing.today())
                    .ifPresent(must ->
                            yaml.fault(validFromLine, "validFrom is " + plan.getValidFrom() + ", must be " + must));
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
        Set<String> names = new HashSet<>();
        fields.each("activities", "an activity", ACTIVITY, activity -> activities.add(activity(activity, names)));
        String id = fields.text("id", read -> read.matches("[A-Z][0-9]{1,2}"), "a letter and a number such as J4");
        if (!id.isEmpty() && !areaIds.add(id)) {
            yaml.fault(fields.line("id"), "id is " + id + ", which the plan has twice");
        }
        return new PlanArea(id, name(fields), goals, activities);
    }

    private PlanGoal goal(Fields fields) {
        String indicator = fields.text("indicator", Evidence::wrongIndicator);
        followed.add(indicator);
        GoalDirection direction = direction(fields);
        contrary(fields, indicator, direction);
        return PlanGoal.newBuilder()
                .setText(fields.text("text"))
                .setIndicator(indicator)
                .setDirection(direction)
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

    /** An indicator that one goal has go up and another down has no figure that reaches both. */
    private void contrary(Fields fields, String indicator, GoalDirection direction) {
        if (indicator.isEmpty() || (direction != GoalDirection.UP && direction != GoalDirection.DOWN)) {
            return;
        }
        int line = fields.line("direction");
        Moved first = moved.computeIfAbsent(indicator, _ -> new Moved(direction, line));
        if (first.direction() != direction) {
            yaml.fault(
                    line,
                    "direction is " + word(direction) + ", and line " + first.line() + " has " + indicator + " go "
                            + word(first.direction()));
        }
    }

    private static String word(GoalDirection direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }

    private @Nullable Double value(Fields fields, String name, String indicator) {
        Optional<Double> value = fields.number(name);
        value.flatMap(number -> Evidence.wrongValue(indicator, number))
                .ifPresent(must ->
                        yaml.fault(fields.line(name), name + " is " + value.orElseThrow() + ", must be " + must));
        return value.orElse(null);
    }

    /** @param names those that its area has so far */
    private PlanActivity activity(Fields fields, Set<String> names) {
        String evidence = fields.text("evidence", Evidence::wrongEvidence);
        if (Evidence.isMeasure(evidence)) {
            measures.put(fields.line("evidence"), evidence);
        }
        LocalName name = name(fields);
        if (!name.getSv().isEmpty() && !names.add(name.getSv())) {
            yaml.fault(fields.line("name"), "name is " + name.getSv() + ", which the area has twice");
        }
        return new PlanActivity(name, fields.choice("status", ActivityStatus.class), evidence);
    }

    private static LocalName name(Fields fields) {
        return fields.fields("name", NAME, name -> new LocalName(name.text("sv"), name.text("en")))
                .orElseGet(() -> new LocalName("", ""));
    }
}
