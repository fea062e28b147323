package se.samordna.cli.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a proof says against what the log gives now.
 *
 * @param differences in words with both values; none: the proof holds
 */
public record Verdict(List<String> differences) {

    public Verdict {
        differences = List.copyOf(differences);
    }

    public boolean holds() {
        return differences.isEmpty();
    }

    /** Compares the whole of it; of the alert all but the revision, byte for byte. */
    static Verdict of(Bundle file, Bundle again) {
        List<String> all = new ArrayList<>();
        differ(all, "rule", file.rule().id(), again.rule().id());
        differ(all, "rule version", file.rule().version(), again.rule().version());
        fields(all, "settings.", file.rule().settings(), again.rule().settings());
        fields(all, "absence.", file.rule().absence(), again.rule().absence());
        differ(all, "disclosure policy", file.rule().policy(), again.rule().policy());
        differ(all, "namespace of alert ids", file.namespace(), again.namespace());
        differ(all, "asOf", file.asOf(), again.asOf());
        records(all, file, again);
        alert(all, file.alert(), again.alert());
        if (!file.conditions().equals(again.conditions())) {
            differ(all, "conditions", texts(file.conditions()), texts(again.conditions()));
        }
        return new Verdict(all);
    }

    private static void alert(List<String> all, JsonNode told, JsonNode again) {
        JsonNode one = compared(told);
        JsonNode other = compared(again);
        fields(all, "alert.", one, other);
        if (one.equals(other) && !one.toString().equals(other.toString())) {
            all.add("alert: its fields stand in another order");
        }
    }

    private static JsonNode compared(JsonNode line) {
        return line instanceof ObjectNode object ? object.deepCopy().without(Prover.REVISION) : line;
    }

    private static void records(List<String> all, Bundle file, Bundle again) {
        Map<String, Bundle.At> named = byPlace(file);
        Map<String, Bundle.At> there = byPlace(again);
        if (named.size() != file.records().size()) {
            all.add("records: one is named twice");
        }
        Map<String, Bundle.At> both = new TreeMap<>(named);
        both.putAll(there);
        both.keySet().forEach(place -> {
            Bundle.At one = named.get(place);
            Bundle.At other = there.get(place);
            if (one == null) {
                all.add("record " + place + ": in the log, not in the file");
            } else if (other == null) {
                all.add("record " + place + ": in the file; the log has none there that the rule reads of this child");
            } else {
                differ(all, "record " + place + " sha256", one.sha256(), other.sha256());
                differ(all, "record " + place + " schema", one.schema(), other.schema());
                differ(all, "record " + place + " eventId", one.eventId(), other.eventId());
            }
        });
    }

    private static Map<String, Bundle.At> byPlace(Bundle bundle) {
        return bundle.records().stream()
                .collect(Collectors.toMap(Bundle.At::place, Function.identity(), (one, other) -> one));
    }

    private static void fields(List<String> all, String of, JsonNode file, JsonNode again) {
        Map<String, JsonNode> both = new TreeMap<>();
        file.properties().forEach(field -> both.put(field.getKey(), field.getValue()));
        again.properties().forEach(field -> both.put(field.getKey(), field.getValue()));
        both.keySet().forEach(name -> differ(all, of + name, file.path(name), again.path(name)));
        if (both.isEmpty() && !file.equals(again)) {
            differ(all, of, file, again);
        }
    }

    private static String texts(List<Bundle.Value> conditions) {
        return conditions.stream()
                .map(c -> (c.met() ? "+" : "-") + c.code() + " " + c.value())
                .collect(Collectors.joining("; "));
    }

    private static void differ(List<String> all, String what, Object file, Object again) {
        if (!Objects.equals(file, again)) {
            all.add(what + ": " + file + " in the file, " + again + " by the log and the rules in force");
        }
    }
}
