package se.samordna.workplace.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import se.samordna.schemas.UuidText;
import tools.jackson.databind.JsonNode;

/** A JSON value read field by field; what is missing or of another kind is empty. */
public record Shape(JsonNode node) {
    /** The text of a scalar field; not of an object or array. */
    public Optional<String> text(String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() ? Optional.of(value.asString()) : Optional.empty();
    }

    /** The text of a field, or an empty one. */
    public String textOrEmpty(String field) {
        return text(field).orElse("");
    }

    /** An id that is a UUID; it becomes part of addresses, so anything else is not taken for one. */
    public Optional<String> uuid(String field) {
        return text(field).filter(UuidText::is);
    }

    /** Those of an array that are UUIDs. */
    public List<String> uuids(String field) {
        return list(field).stream()
                .filter(one -> one.node().isString())
                .map(one -> one.node().asString())
                .filter(UuidText::is)
                .toList();
    }

    /** An instant, ISO-8601. */
    public Optional<Instant> instant(String field) {
        return text(field).flatMap(text -> parsed(text, Instant::parse));
    }

    /** A local day, ISO-8601. */
    public Optional<LocalDate> date(String field) {
        return text(field).flatMap(Shape::day);
    }

    static Optional<LocalDate> day(String text) {
        return parsed(text, LocalDate::parse);
    }

    /** A whole number. */
    public OptionalLong number(String field) {
        JsonNode value = node.path(field);
        return value.isIntegralNumber() && value.canConvertToLong()
                ? OptionalLong.of(value.asLong())
                : OptionalLong.empty();
    }

    /** A number of any kind. */
    public OptionalDouble decimal(String field) {
        JsonNode value = node.path(field);
        return value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty();
    }

    /** Whether a field is there and true. */
    public boolean flag(String field) {
        return node.path(field).isBoolean() && node.path(field).asBoolean();
    }

    /** A field as a shape of its own, empty inside if it is no object. */
    public Shape in(String field) {
        return new Shape(node.path(field));
    }

    /** Whether there is such a field with something in it. */
    public boolean has(String field) {
        return !node.path(field).isMissingNode() && !node.path(field).isNull();
    }

    /** The items of an array; none if it is no array. */
    public List<Shape> list(String field) {
        return items(node.path(field));
    }

    /** This value's own items. */
    public List<Shape> items() {
        return items(node);
    }

    /** Every scalar field, and every array of scalars, as texts. */
    public Map<String, List<String>> scalars() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        node.properties().forEach(field -> {
            List<String> texts = textsOf(field.getValue());
            if (!texts.isEmpty()) {
                all.put(field.getKey(), texts);
            }
        });
        return all;
    }

    private static List<String> textsOf(JsonNode value) {
        List<String> texts = new ArrayList<>();
        for (JsonNode one : value.isArray() ? value : List.of(value)) {
            if (one.isValueNode() && !one.isNull() && !one.isMissingNode()) {
                texts.add(one.asString());
            }
        }
        return texts;
    }

    private static List<Shape> items(JsonNode array) {
        List<Shape> all = new ArrayList<>();
        if (array.isArray()) {
            array.forEach(item -> all.add(new Shape(item)));
        }
        return all;
    }

    private static <T> Optional<T> parsed(String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }
}
