package se.samordna.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Maps and lists as YAML: blocks for maps and lists, JSON (which is YAML too) on one line for a {@link JsonNode}. */
final class Yaml {

    private static final Pattern PLAIN_KEY = Pattern.compile("[$A-Za-z][$A-Za-z0-9._-]*");

    private final StringBuilder out = new StringBuilder();

    private Yaml() {}

    static String of(Map<String, ?> document) {
        Yaml yaml = new Yaml();
        yaml.map(document, "");
        return yaml.out.toString();
    }

    private void map(Map<String, ?> map, String indent) {
        map.forEach((key, value) -> {
            out.append(indent).append(key(key)).append(':');
            value(value, indent);
        });
    }

    private void value(Object value, String indent) {
        switch (value) {
            case Map<?, ?> map
            when !map.isEmpty() -> {
                out.append('\n');
                map(strings(map), indent + "  ");
            }
            case List<?> list
            when !list.isEmpty() -> {
                out.append('\n');
                list.forEach(item ->
                        out.append(indent).append("  - ").append(scalar(item)).append('\n'));
            }
            default -> out.append(' ').append(scalar(value)).append('\n');
        }
    }

    private static String scalar(Object value) {
        return switch (value) {
            case JsonNode json -> json.toString();
            case Number number -> number.toString();
            case Map<?, ?> map -> flow(strings(map));
            case List<?> list -> "[]";
            default -> TextNode.valueOf(value.toString()).toString();
        };
    }

    private static String flow(Map<String, ?> map) {
        StringBuilder flow = new StringBuilder("{");
        map.forEach((key, value) -> flow.append(flow.length() > 1 ? ", " : "")
                .append(key(key))
                .append(": ")
                .append(scalar(value)));
        return flow.append('}').toString();
    }

    private static String key(String key) {
        return PLAIN_KEY.matcher(key).matches() ? key : TextNode.valueOf(key).toString();
    }

    @SuppressWarnings("unchecked") // only string-keyed maps are built here
    private static Map<String, ?> strings(Map<?, ?> map) {
        return (Map<String, ?>) map;
    }
}
