package se.samordna.workplace.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One event of a child, as the asker may see it.
 *
 * @param facts the fields of its body, codes and ids as texts
 * @param held whether it may not yet be joined with other agencies' events
 * @param corrected whether its content is that of a correction
 */
public record Event(
        String eventId,
        String type,
        String agency,
        Optional<Instant> occurredAt,
        Map<String, List<String>> facts,
        boolean held,
        boolean corrected) {

    /** The only text of a field, or an empty one. */
    public String fact(String field) {
        List<String> texts = facts.getOrDefault(field, List.of());
        return texts.isEmpty() ? "" : texts.getFirst();
    }

    /** A field that is a local day. */
    public Optional<LocalDate> day(String field) {
        return Shape.day(fact(field));
    }

    static Event of(Shape one) {
        Map<String, List<String>> facts = one.scalars();
        if (one.has("body")) {
            facts.putAll(one.in("body").scalars());
        }
        return new Event(
                one.textOrEmpty("eventId"),
                one.textOrEmpty("type"),
                one.textOrEmpty("agency"),
                one.instant("occurredAt"),
                facts,
                one.in("gate").textOrEmpty("status").equals("HELD"),
                one.flag("corrected"));
    }
}
