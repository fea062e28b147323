package se.samordna.workplace.page;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samordna.workplace.query.Event;

/**
 * An event in words.
 *
 * @param tone css name of its agency
 */
public record EventRow(String when, String iso, String agency, String tone, String what, List<String> details) {

    /** Makes them. */
    @Component
    static final class Maker {
        /** A code without a list of its own (contract.md, Event types): readable in small letters. */
        private static final Pattern CODE = Pattern.compile("(?=.*[A-Z])[A-Z0-9_]{1,40}");

        private final Texts texts;
        private final Moments moments;

        Maker(Texts texts, Moments moments) {
            this.texts = texts;
            this.moments = moments;
        }

        EventRow of(Event event) {
            List<String> details = new ArrayList<>(
                    event.facts().entrySet().stream().flatMap(this::detail).toList());
            if (event.corrected()) {
                details.add(texts.of("event.corrected"));
            }
            if (event.held()) {
                details.add(texts.of("event.held"));
            }
            return new EventRow(
                    event.occurredAt().map(moments::at).orElse(""),
                    event.occurredAt().map(Object::toString).orElse(""),
                    texts.orCode("agency.", event.agency()),
                    event.agency().toLowerCase(Locale.ROOT).replace('_', '-'),
                    texts.orCode("event.", event.type()),
                    details);
        }

        /** Only fields we have a word for: ids of the sender's and of the system mean nothing to a reader. */
        private Stream<String> detail(Map.Entry<String, List<String>> fact) {
            return texts.known("field." + fact.getKey()).stream()
                    .map(name -> name + ": "
                            + fact.getValue().stream()
                                    .map(text -> value(fact.getKey(), text))
                                    .collect(Collectors.joining(", ")));
        }

        /** What a code means may hang on its field: HEALTH is who reported, or what an investigation looks into. */
        private String value(String field, String text) {
            return texts.known("code." + field + "." + text)
                    .or(() -> texts.known("code." + text))
                    .or(() -> texts.known("value." + text))
                    .or(() -> day(text))
                    .orElseGet(() -> CODE.matcher(text).matches()
                            ? text.toLowerCase(Locale.ROOT).replace('_', ' ')
                            : text);
        }

        private Optional<String> day(String text) {
            try {
                return Optional.of(moments.day(LocalDate.parse(text)));
            } catch (DateTimeParseException noDay) {
                return Optional.empty();
            }
        }
    }
}
