package se.samordna.indicators.plans;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import se.samordna.measures.ActivityStatus;
import se.samordna.measures.GoalDirection;
import se.samordna.measures.GoalPeriod;
import se.samordna.measures.LocalName;
import se.samordna.measures.PlanActivity;
import se.samordna.measures.PlanArea;
import se.samordna.measures.PlanDefinition;
import se.samordna.measures.PlanGoal;
import se.samordna.schemas.EventTypes;
import se.samordna.schemas.Kommunkod;
import se.samordna.streams.yaml.Fault;
import se.samordna.streams.yaml.Fields;
import se.samordna.streams.yaml.YamlText;

/**
 * Reads a plan file.
 *
 * <pre>
 * municipality: "1265"            kommunkod
 * name: …
 * validFrom: 2017-01-01           the first local day it holds
 * areas:
 *   - id: J4
 *     name: {sv: …, en: …}
 *     goals:
 *       - {text: …, indicator: I08, direction: up|down|keep, target: 20, baseline: 10, period: month|quarter|year, owner: …}
 *     activities:
 *       - {name: {sv: …, en: …}, status: planned|ongoing|done|stopped, evidence: an event type, indicator or measure}
 * </pre>
 *
 * target and baseline may be left out, nothing else.
 */
public final class PlanFile {

    /** The plans that come with Samordna. */
    public static final List<String> BUILT_IN = List.of("ostersund", "sjobo", "boras");

    private static final Set<String> PLAN = Set.of("municipality", "name", "validFrom", "areas");
    private static final Set<String> AREA = Set.of("id", "name", "goals", "activities");
    private static final Set<String> GOAL =
            Set.of("text", "indicator", "direction", "target", "baseline", "period", "owner");
    private static final Set<String> ACTIVITY = Set.of("name", "status", "evidence");
    private static final Set<String> NAME = Set.of("sv", "en");

    private final YamlText yaml;

    private PlanFile(String file) {
        yaml = new YamlText(file);
    }

    /** What a plan file turned out to be. */
    public sealed interface Read {
        record Plan(PlanDefinition plan) implements Read {}

        /**
         * It has mistakes.
         *
         * @param faults every one, by line
         */
        record Faulty(List<Fault> faults) implements Read {}
    }

    /**
     * Reads the text of a plan file.
     *
     * @param file its name, as faults name it
     */
    public static Read read(String file, String text) {
        return new PlanFile(file).read(text);
    }

    /** One of {@link #BUILT_IN}. */
    public static Read builtIn(String name) {
        String path = "/plans/" + name + ".yaml";
        try (InputStream in = Objects.requireNonNull(PlanFile.class.getResourceAsStream(path), path)) {
            return read(name + ".yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(path + " in our own jar", e);
        }
    }

    private Read read(String text) {
        return switch (yaml.read(text, root -> plan(new Fields("the plan", root, yaml::fault, PLAN)))) {
            case YamlText.Read.Right<PlanDefinition>(PlanDefinition plan) -> new Read.Plan(plan);
            case YamlText.Read.Faulty<PlanDefinition>(List<Fault> faults) -> new Read.Faulty(faults);
        };
    }

    private PlanDefinition plan(Fields fields) {
        var areas = new ArrayList<PlanArea>();
        var ids = new HashSet<String>();
        fields.each("areas", "an area", AREA, area -> {
            PlanArea read = area(area);
            if (!read.getId().isEmpty() && !ids.add(read.getId())) {
                yaml.fault(area.line("id"), "the plan has area " + read.getId() + " twice");
            }
            areas.add(read);
        });
        return new PlanDefinition(
                fields.text("municipality", code -> Kommunkod.of(code).isPresent(), "a kommunkod such as \"2380\""),
                fields.text("name"),
                fields.date("validFrom"),
                areas);
    }

    private PlanArea area(Fields fields) {
        var goals = new ArrayList<PlanGoal>();
        var activities = new ArrayList<PlanActivity>();
        fields.each("goals", "a goal", GOAL, goal -> goals.add(goal(goal)));
        fields.each("activities", "an activity", ACTIVITY, activity -> activities.add(activity(activity)));
        return new PlanArea(
                fields.text("id", id -> id.matches("[A-Z][0-9]{1,2}"), "a letter and a number such as J4"),
                name(fields),
                goals,
                activities);
    }

    private PlanGoal goal(Fields fields) {
        return PlanGoal.newBuilder()
                .setText(fields.text("text"))
                .setIndicator(fields.text(
                        "indicator", Evidence::isIndicator, "an indicator such as I05 or M.youth-centre-visits"))
                .setDirection(fields.choice("direction", GoalDirection.class))
                .setTarget(fields.number("target").orElse(null))
                .setBaseline(fields.number("baseline").orElse(null))
                .setPeriod(fields.choice("period", GoalPeriod.class))
                .setOwner(fields.text("owner"))
                .build();
    }

    private PlanActivity activity(Fields fields) {
        return new PlanActivity(
                name(fields),
                fields.choice("status", ActivityStatus.class),
                fields.text("evidence", Evidence::is, "an event type, an indicator or a measure"));
    }

    private static LocalName name(Fields fields) {
        return fields.fields("name", NAME, name -> new LocalName(name.text("sv"), name.text("en")))
                .orElseGet(() -> new LocalName("", ""));
    }

    /** What can show that something happened. */
    private static final class Evidence {

        private static final String INDICATOR = "I(0[1-9]|[12][0-9]|30)(-[A-Z0-9_]{1,40})?|M\\.[a-z0-9-]{1,60}";

        static boolean isIndicator(String id) {
            return id.matches(INDICATOR);
        }

        static boolean is(String evidence) {
            return isIndicator(evidence) || EventTypes.named(evidence).isPresent();
        }
    }
}
