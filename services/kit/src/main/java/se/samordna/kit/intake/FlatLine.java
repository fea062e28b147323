package se.samordna.kit.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import se.samordna.kit.privacy.HiddenPersonnummer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * One flat JSON object, its values by slot: every field name that any event knows has a number, so that a line is read
 * in one pass wherever its type stands in it.
 */
final class FlatLine {

    private static final int DEEPEST = 16;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNameLength(EventReader.MAX_EVENT_BYTES)
                    .build())
            .build();
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,39}");
    private static final String UNSPEAKABLE = "?";

    private final Object[] values;
    private final int[] present;
    private int count;
    private final List<String> unknown = new ArrayList<>(0);

    private FlatLine(int slots) {
        this.values = new Object[slots];
        this.present = new int[slots];
        Arrays.fill(values, Raw.ABSENT);
    }

    /** Reads the object; what is wrong with the JSON itself goes to the faults. */
    static FlatLine read(byte[] bytes, int offset, int length, Map<String, Integer> slots, Faults faults) {
        FlatLine line = new FlatLine(slots.size());
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes, offset, length)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                faults.add(Fault.WHOLE, FaultCode.MALFORMED_JSON);
                return line;
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                line.field(json, slots, faults);
            }
            if (json.nextToken() != null) {
                faults.add(Fault.WHOLE, FaultCode.MALFORMED_JSON);
            }
        } catch (JacksonException e) {
            // Expected of a sender's text; Jackson's message quotes it, so nothing of it is kept.
            faults.add(Fault.WHOLE, FaultCode.MALFORMED_JSON);
        }
        return line;
    }

    private void field(JsonParser json, Map<String, Integer> slots, Faults faults) {
        String name = json.currentName();
        Integer slot = slots.get(name);
        JsonToken token = json.nextToken();
        if (slot == null) {
            json.skipChildren();
            unknown.add(speakable(name));
        } else if (values[slot] == Raw.ABSENT) {
            values[slot] = value(json, token);
            present[count++] = slot;
        } else {
            json.skipChildren();
            faults.add(name, FaultCode.DUPLICATE_FIELD);
        }
    }

    private static Object value(JsonParser json, JsonToken token) {
        return token == JsonToken.START_ARRAY ? list(json) : scalar(json, token);
    }

    private static Object list(JsonParser json) {
        List<Object> items = new ArrayList<>();
        JsonToken token = json.nextToken();
        while (token != JsonToken.END_ARRAY) {
            items.add(scalar(json, token));
            token = json.nextToken();
        }
        return items;
    }

    private static Object scalar(JsonParser json, JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> json.getString();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> Raw.NULL;
            case VALUE_NUMBER_FLOAT -> Raw.FRACTION;
            case VALUE_NUMBER_INT ->
                json.getNumberType() == JsonParser.NumberType.BIG_INTEGER ? Raw.HUGE : (Object) json.getLongValue();
            default -> {
                json.skipChildren();
                yield Raw.NESTED;
            }
        };
    }

    /** A sender may have put anything in the place of a name. */
    static String speakable(String name) {
        return NAME.matcher(name).matches() && !HiddenPersonnummer.isIn(name) ? name : UNSPEAKABLE;
    }

    /** The value in a slot, or {@link Raw#ABSENT}. */
    Object at(int slot) {
        return values[slot];
    }

    /** Faults for the fields that the type does not know. */
    void refuseOthers(boolean[] allowed, Slots slots, Faults faults) {
        for (int i = 0; i < count; i++) {
            if (!allowed[present[i]]) {
                faults.add(slots.name(present[i]), FaultCode.UNKNOWN_FIELD);
            }
        }
        for (String name : unknown) {
            faults.add(name, FaultCode.UNKNOWN_FIELD);
        }
    }
}
