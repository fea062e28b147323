package se.samordna.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.samordna.indicators.plans.PlanDiff;
import se.samordna.indicators.plans.PlanDiff.Change;
import se.samordna.indicators.plans.PlanDiff.Part;
import se.samordna.indicators.plans.PlanVersions.Taken;
import se.samordna.measures.PlanDefinition;
import tools.jackson.databind.json.JsonMapper;

/** What a plan file changes, in words and as JSON lines. */
final class PlanChanges {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PlanChanges() {}

    static Stream<String> words(PlanFiles.Planned planned) {
        PlanDefinition plan = planned.plan();
        String whose = plan.getMunicipality() + " " + plan.getName() + ": ";
        return switch (planned.taken()) {
            case Taken.Same(PlanDefinition there) ->
                Stream.of(whose + "version " + there.getVersion() + " from " + there.getValidFrom()
                        + " is there already");
            case Taken.Refused(PlanDefinition inForce) ->
                Stream.concat(
                        Stream.of(whose + "would change version " + inForce.getVersion() + ", in force since "
                                + inForce.getValidFrom()),
                        changes(Optional.of(inForce), plan).map(PlanChanges::words));
            case Taken.New(
                    PlanDefinition version,
                    Optional<PlanDefinition> before,
                    List<PlanDefinition> replaced,
                    var _) ->
                Stream.of(
                                Stream.of(whose + "version " + version.getVersion() + " from " + version.getValidFrom()
                                        + before.map(PlanChanges::after).orElse(", the first")),
                                replaced.stream().map(PlanChanges::inPlaceOf),
                                changes(before, version).map(PlanChanges::words))
                        .flatMap(lines -> lines);
        };
    }

    /** The versions it replaces and the changes, one object a line; none of a plan that is there already. */
    static Stream<String> json(PlanFiles.Planned planned) {
        return switch (planned.taken()) {
            case Taken.Same _ -> Stream.empty();
            case Taken.Refused(PlanDefinition inForce) ->
                changes(Optional.of(inForce), planned.plan()).map(change -> json(inForce, change));
            case Taken.New(
                    PlanDefinition version,
                    Optional<PlanDefinition> before,
                    List<PlanDefinition> replaced,
                    var _) ->
                Stream.concat(
                        replaced.stream().map(each -> json(version, each)),
                        changes(before, version).map(change -> json(version, change)));
        };
    }

    private static String inPlaceOf(PlanDefinition replaced) {
        return "  ! in place of version " + replaced.getVersion() + " from " + replaced.getValidFrom()
                + ", which never takes effect";
    }

    private static String after(PlanDefinition before) {
        return ", after version " + before.getVersion() + " from " + before.getValidFrom();
    }

    private static Stream<Change> changes(Optional<PlanDefinition> before, PlanDefinition after) {
        return PlanDiff.between(before, after).stream();
    }

    private static String words(Change change) {
        String part = String.join(
                " ",
                Stream.of(
                                change.part().area(),
                                lower(change.part()),
                                change.part().id())
                        .filter(word -> !word.isEmpty())
                        .toList());
        return switch (change) {
            case Change.Added(var _, Map<String, String> fields) ->
                "  + " + part + ": "
                        + String.join(
                                ", ",
                                fields.entrySet().stream()
                                        .filter(field -> !field.getValue().isEmpty())
                                        .map(field -> field.getKey() + " " + field.getValue())
                                        .toList());
            case Change.Removed _ -> "  - " + part;
            case Change.Changed(var _, String field, String before, String now) ->
                "  ~ " + part + ": " + field + " " + orNone(before) + " -> " + orNone(now);
        };
    }

    private static String json(PlanDefinition version, PlanDefinition replaced) {
        Map<String, Object> line = line(version);
        line.put("change", "REPLACED");
        line.put("what", "VERSION");
        line.put("area", "");
        line.put("id", Integer.toString(replaced.getVersion()));
        line.put("field", "validFrom");
        line.put("before", replaced.getValidFrom().toString());
        line.put("after", version.getValidFrom().toString());
        return JSON.writeValueAsString(line);
    }

    private static Map<String, Object> line(PlanDefinition version) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("municipality", version.getMunicipality());
        line.put("version", version.getVersion());
        line.put("validFrom", version.getValidFrom().toString());
        return line;
    }

    private static String json(PlanDefinition version, Change change) {
        Map<String, Object> line = line(version);
        line.put("change", change.getClass().getSimpleName().toUpperCase(Locale.ROOT));
        line.put("what", change.part().what().name());
        line.put("area", change.part().area());
        line.put("id", change.part().id());
        switch (change) {
            case Change.Added(var _, Map<String, String> fields) -> line.put("fields", fields);
            case Change.Removed _ -> {}
            case Change.Changed(var _, String field, String before, String after) -> {
                line.put("field", field);
                line.put("before", before);
                line.put("after", after);
            }
        }
        return JSON.writeValueAsString(line);
    }

    private static String lower(Part part) {
        return part.what().name().toLowerCase(Locale.ROOT);
    }

    private static String orNone(String value) {
        return value.isEmpty() ? "none" : value;
    }

    /** How many of what a plan has. */
    static String size(PlanDefinition plan) {
        List<Integer> sizes = List.of(
                plan.getAreas().size(),
                plan.getAreas().stream()
                        .mapToInt(area -> area.getGoals().size())
                        .sum(),
                plan.getAreas().stream()
                        .mapToInt(area -> area.getActivities().size())
                        .sum());
        return "%d areas, %d goals, %d activities".formatted(sizes.get(0), sizes.get(1), sizes.get(2));
    }
}
