package se.samordna.kit.web;

import java.util.ArrayList;
import java.util.List;
import se.samordna.kit.intake.EventReader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** A request's body, cut into its events without yet reading them. */
sealed interface Posted {

    /** One event. */
    record One(byte[] bytes) implements Posted {}

    /** An array: where each element begins and how long it is. */
    record Many(byte[] bytes, List<Slice> slices) implements Posted {}

    /** An array of more events than one request has room for. */
    record TooMany() implements Posted {}

    /** No JSON, or an array without events. */
    record Malformed() implements Posted {}

    /** A part of the body, in bytes. */
    record Slice(int offset, int length) {}

    /** The most events of one request: each costs an answer more than it costs to send. */
    int MOST_EVENTS = 10_000;

    JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(17)
                    .maxNameLength(EventReader.MAX_EVENT_BYTES)
                    .build())
            .build();

    static Posted cut(byte[] body) {
        return beginsAsArray(body) ? cutArray(body) : new One(body);
    }

    private static boolean beginsAsArray(byte[] body) {
        for (byte b : body) {
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b == '[';
            }
        }
        return false;
    }

    private static Posted cutArray(byte[] body) {
        List<Slice> slices = new ArrayList<>();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
            json.nextToken();
            JsonToken token = json.nextToken();
            while (token != JsonToken.END_ARRAY) {
                if (slices.size() == MOST_EVENTS) {
                    return new TooMany();
                }
                int start = (int) json.currentTokenLocation().getByteOffset();
                json.skipChildren();
                // A scalar's end is not known until it is read; such an element is no event anyway.
                int end = token == JsonToken.START_OBJECT
                        ? (int) json.currentLocation().getByteOffset()
                        : start;
                if (start < 0 || end < start) {
                    return new Malformed();
                }
                slices.add(new Slice(start, end - start));
                token = json.nextToken();
            }
            boolean whole = json.nextToken() == null && !slices.isEmpty();
            return whole ? new Many(body, slices) : new Malformed();
        } catch (JacksonException e) {
            // Jackson's message quotes what was sent.
            return new Malformed();
        }
    }
}
