package se.samordna.streams.yaml;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Finds the quote that someone forgot to close. Its text goes on until the next quote of its kind, which was meant to open
 * another, and only what comes after that is found wrong, many lines further down.
 */
final class Quotes {

    private Optional<Quoted> last = Optional.empty();

    /** The lines of a quoted text of more than one. */
    private record Quoted(int opened, int closed) {}

    /** @param line where it was opened */
    record Open(int line, String message) {}

    /** Takes what was read, in the order of the file. */
    void see(Event event) {
        if (event instanceof ScalarEvent scalar
                && (scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED
                        || scalar.getScalarStyle() == ScalarStyle.SINGLE_QUOTED)) {
            Quoted quoted = new Quoted(line(scalar.getStartMark()), line(scalar.getEndMark()));
            if (quoted.opened() < quoted.closed()) {
                last = Optional.of(quoted);
            }
        }
    }

    /** The quote that makes the file no YAML; none where something else does. */
    Optional<Open> openBefore(MarkedYAMLException e) {
        boolean unending = "while scanning a quoted scalar".equals(e.getContext());
        int line = line(unending ? e.getContextMark() : e.getProblemMark());
        return last.filter(quoted -> quoted.closed() == line)
                .map(quoted -> new Open(
                        quoted.opened(),
                        "is no YAML: the quote opened here ends on line " + quoted.closed()
                                + ", before what cannot be read: close it where its text ends"))
                .or(() -> unending
                        ? Optional.of(new Open(line, "is no YAML: the quote opened here is not closed"))
                        : Optional.empty());
    }

    /** From 1; the first where it is not known. */
    static int line(@Nullable Mark mark) {
        return mark == null ? 1 : mark.getLine() + 1;
    }
}
