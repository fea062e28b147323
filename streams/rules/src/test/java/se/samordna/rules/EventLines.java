package se.samordna.rules;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Events as the contract's JSON lines, header and body flat: a regression file can also be replayed by hand. */
final class EventLines {

    private static final Map<String, Class<?>> TYPES = Stream.of(
                    SharedFact.class,
                    SocialFact.class,
                    SchoolFact.class,
                    RegionFact.class,
                    PoliceFact.class,
                    Action.class)
            .flatMap(owner -> Stream.of(owner.getDeclaredClasses()))
            .filter(Class::isRecord)
            .collect(Collectors.toMap(Class::getSimpleName, type -> type));

    private EventLines() {}

    static Map<String, Object> fields(Event e) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", e.body().type());
        fields.put("eventId", e.eventId());
        fields.put("childId", e.childId());
        fields.put("municipality", e.municipality());
        fields.put("agency", e.agency());
        fields.put("source", e.source());
        fields.put("occurredAt", e.occurredAt());
        fields.put("receivedAt", e.receivedAt());
        fields.put("ground", e.ground());
        e.consentId().ifPresent(id -> fields.put("consentId", id));
        if (e.protectedIdentity() != ProtectedIdentity.NONE) {
            fields.put("protectedIdentity", e.protectedIdentity());
        }
        e.corrects().ifPresent(id -> fields.put("corrects", id));
        for (RecordComponent part : e.body().getClass().getRecordComponents()) {
            plain(value(part, e.body())).ifPresent(v -> fields.put(part.getName(), v)); // a consent's own id stands
        }
        return fields;
    }

    static Event event(JsonLine line) {
        return new Event(
                UUID.fromString(line.text("eventId")),
                UUID.fromString(line.text("childId")),
                line.text("municipality"),
                Agency.valueOf(line.text("agency")),
                line.text("source"),
                Instant.parse(line.text("occurredAt")),
                Instant.parse(line.text("receivedAt")),
                Ground.valueOf(line.text("ground")),
                line.maybe("consentId"),
                line.maybe("protectedIdentity").map(ProtectedIdentity::valueOf).orElse(ProtectedIdentity.NONE),
                line.maybe("corrects").map(UUID::fromString),
                body(line));
    }

    private static Body body(JsonLine line) {
        Class<?> type =
                Optional.<Class<?>>ofNullable(TYPES.get(line.text("type"))).orElseThrow();
        Object[] parts = Stream.of(type.getRecordComponents())
                .map(part -> read(part.getGenericType(), line, part.getName()))
                .toArray();
        try {
            var made = type.getDeclaredConstructors()[0];
            made.setAccessible(true);
            return (Body) made.newInstance(parts);
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object read(Type type, JsonLine line, String field) {
        if (type instanceof ParameterizedType of && of.getRawType() == Optional.class) {
            return line.maybe(field).map(text -> read(of.getActualTypeArguments()[0], text));
        } else if (type instanceof ParameterizedType of) {
            return line.texts(field).stream()
                    .map(text -> read(of.getActualTypeArguments()[0], text))
                    .toList();
        } else if (type == OptionalInt.class) {
            return line.maybe(field).map(Integer::parseInt).map(OptionalInt::of).orElse(OptionalInt.empty());
        }
        return read(type, line.text(field));
    }

    private static Object read(Type type, String text) {
        if (type == String.class) {
            return text;
        } else if (type == boolean.class || type == Boolean.class) {
            return Boolean.valueOf(text);
        } else if (type == int.class) {
            return Integer.valueOf(text);
        } else if (type == UUID.class) {
            return UUID.fromString(text);
        } else if (type == LocalDate.class) {
            return LocalDate.parse(text);
        }
        return Stream.of(((Class<?>) type).getEnumConstants())
                .filter(code -> code.toString().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Object> plain(Object value) {
        return switch (value) {
            case Optional<?> maybe -> maybe.map(Object.class::cast);
            case OptionalInt maybe -> maybe.isPresent() ? Optional.of(maybe.getAsInt()) : Optional.empty();
            default -> Optional.of(value);
        };
    }

    private static Object value(RecordComponent part, Body body) {
        try {
            part.getAccessor().setAccessible(true);
            return part.getAccessor().invoke(body);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
