package se.samordna.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One flat JSON object of texts, numbers, flags and lists of texts; no text in it needs an escape. */
record JsonLine(Map<String, List<String>> fields) {

    private static final Pattern FIELD =
            Pattern.compile("\"(\\w+)\"\\s*:\\s*(\"[^\"\\\\]*\"|\\[[^\\]]*\\]|true|false|-?\\d+)");
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

    static JsonLine parse(String line) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        Matcher field = FIELD.matcher(line);
        while (field.find()) {
            fields.put(field.group(1), values(field.group(2)));
        }
        return new JsonLine(fields);
    }

    static String write(Map<String, Object> fields) {
        return fields.entrySet().stream()
                .map(f -> "\"" + f.getKey() + "\":" + write(f.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    String text(String field) {
        return maybe(field).orElseThrow(() -> new IllegalArgumentException("no " + field));
    }

    Optional<String> maybe(String field) {
        return texts(field).stream().findFirst();
    }

    List<String> texts(String field) {
        return fields.getOrDefault(field, List.of());
    }

    private static List<String> values(String json) {
        if (!json.startsWith("\"") && !json.startsWith("[")) {
            return List.of(json);
        }
        List<String> values = new ArrayList<>();
        Matcher text = TEXT.matcher(json);
        while (text.find()) {
            values.add(text.group(1));
        }
        return values;
    }

    private static String write(Object value) {
        return switch (value) {
            case Boolean b -> b.toString();
            case Integer n -> n.toString();
            case List<?> list -> list.stream().map(JsonLine::write).collect(Collectors.joining(",", "[", "]"));
            default -> "\"" + value + "\"";
        };
    }
}
