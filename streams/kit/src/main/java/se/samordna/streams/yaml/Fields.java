package se.samordna.streams.yaml;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The fields of one mapping of a file that people write. What is missing, misspelt or of the wrong form is told as a fault, and
 * something harmless given in its place, so that one reading finds every mistake.
 */
public final class Fields {

    /** Takes a mistake at a line, from 1. */
    @FunctionalInterface
    public interface Faults {
        void at(int line, String message);
    }

    /** What stands for a date that is missing or wrong, which has been told: one that nobody can write. */
    public static final LocalDate NO_DATE = LocalDate.MAX;

    /** As YAML writes one: not 20d nor 0x1p3, which Java takes for numbers too. */
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final String what;
    private final int line;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Faults faults;

    public Fields(String what, Node node, Faults faults, Set<String> allowed) {
        this.what = what;
        this.line = line(node);
        this.faults = faults;
        if (!(node instanceof MappingNode mapping)) {
            faults.at(
                    line,
                    what + " must be a mapping with "
                            + String.join(", ", allowed.stream().sorted().toList()));
            return;
        }
        for (var field : mapping.getValue()) {
            String name = field.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
            if (!allowed.contains(name)) {
                faults.at(line(field.getKeyNode()), what + " has no field " + name);
            } else if (nodes.put(name, field.getValueNode()) != null) {
                faults.at(line(field.getKeyNode()), what + " has " + name + " twice");
            }
        }
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    public int line() {
        return line;
    }

    public int line(String name) {
        return Optional.ofNullable(nodes.get(name)).map(Fields::line).orElse(line);
    }

    /** A text that is not blank. */
    public String text(String name) {
        return scalar(name).orElse("");
    }

    /** A text of a certain form. */
    public String text(String name, Predicate<String> form, String must) {
        return text(name, value -> form.test(value) ? Optional.empty() : Optional.of(must));
    }

    /** A text in which nothing is found that it must be instead. */
    public String text(String name, Function<String, Optional<String>> must) {
        return scalar(name)
                .filter(value -> {
                    Optional<String> wrong = must.apply(value);
                    wrong.ifPresent(form -> faults.at(line(name), name + " is " + value + ", must be " + form));
                    return wrong.isEmpty();
                })
                .orElse("");
    }

    /** A day of a year of four digits. */
    public LocalDate date(String name) {
        return scalar(name)
                .map(value -> {
                    try {
                        if (DATE.matcher(value).matches()) {
                            return LocalDate.parse(value);
                        }
                    } catch (DateTimeParseException e) {
                        // said below, as of one of another form
                    }
                    faults.at(line(name), name + " is " + value + ", must be a date such as 2026-01-31");
                    return NO_DATE;
                })
                .orElse(NO_DATE);
    }

    public Optional<Double> number(String name) {
        if (!nodes.containsKey(name)) {
            return Optional.empty();
        }
        return scalar(name).flatMap(value -> {
            Optional<Double> number = Optional.of(value)
                    .filter(NUMBER.asMatchPredicate())
                    .map(Double::valueOf)
                    .filter(Double::isFinite);
            if (number.isEmpty()) {
                faults.at(line(name), name + " is " + value + ", must be a number");
            }
            return number;
        });
    }

    /** Whether it is written. */
    public boolean has(String name) {
        return nodes.containsKey(name);
    }

    public boolean isEmptyList(String name) {
        return nodes.get(name) instanceof SequenceNode list && list.getValue().isEmpty();
    }

    /** The names written, in the order of the file. */
    public Set<String> names() {
        return Collections.unmodifiableSet(nodes.keySet());
    }

    /** A whole number from {@code least} to {@code most}. */
    public Optional<Integer> whole(String name, int least, int most) {
        return scalar(name).flatMap(value -> {
            try {
                int number = Integer.parseInt(value);
                if (number >= least && number <= most) {
                    return Optional.of(number);
                }
            } catch (NumberFormatException e) {
                // said below, as of one out of range
            }
            faults.at(
                    line(name),
                    what + "." + name + " is " + value + ", must be a whole number from " + least + " to " + most);
            return Optional.empty();
        });
    }

    /** A time of day, in hours and minutes. */
    public Optional<LocalTime> time(String name) {
        return scalar(name).flatMap(value -> {
            try {
                return Optional.of(LocalTime.parse(value));
            } catch (DateTimeParseException e) {
                faults.at(line(name), what + "." + name + " is " + value + ", must be a time such as 15:00");
                return Optional.empty();
            }
        });
    }

    /** One of an enum's symbols in lower case; the first of them is never written. */
    public <E extends Enum<E>> E choice(String name, Class<E> of) {
        E[] symbols = of.getEnumConstants();
        Optional<String> written = scalar(name);
        for (E symbol : symbols) {
            if (symbol != symbols[0] && written.filter(lower(symbol)::equals).isPresent()) {
                return symbol;
            }
        }
        written.ifPresent(value -> faults.at(
                line(name),
                name + " is " + value + ", must be one of "
                        + String.join(
                                ", ",
                                Stream.of(symbols).skip(1).map(Fields::lower).toList())));
        return symbols[0];
    }

    /** Reads a mapping within this one; nothing is read where it is missing. */
    public <T> Optional<T> fields(String name, Set<String> allowed, Function<Fields, T> reader) {
        Node node = nodes.get(name);
        if (node == null) {
            faults.at(line, what + " lacks " + name);
            return Optional.empty();
        }
        return Optional.of(reader.apply(new Fields(name, node, faults, allowed)));
    }

    public void each(String name, String one, Set<String> allowed, Consumer<Fields> reader) {
        Node node = nodes.get(name);
        if (node == null) {
            faults.at(line, what + " lacks " + name);
        } else if (node instanceof SequenceNode list) {
            list.getValue().forEach(item -> reader.accept(new Fields(one, item, faults, allowed)));
        } else {
            faults.at(line(node), name + " must be a list");
        }
    }

    private Optional<String> scalar(String name) {
        Node node = nodes.get(name);
        if (node == null) {
            faults.at(line, what + " lacks " + name);
            return Optional.empty();
        }
        if (!(node instanceof ScalarNode scalar)) {
            faults.at(line(node), name + " must be a single value");
            return Optional.empty();
        }
        if (scalar.getValue().isBlank()) {
            faults.at(line(node), name + " is empty");
            return Optional.empty();
        }
        return Optional.of(scalar.getValue());
    }

    private static String lower(Enum<?> symbol) {
        return symbol.name().toLowerCase(Locale.ROOT);
    }
}
