package se.samordna.streams.yaml;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.StreamReader;

/** The text of a YAML file on its way to what it says. No tags and no types of YAML's own: what counts is the text. */
public final class YamlText {

    /** The most a file has: 3 MiB. */
    public static final int MOST_BYTES = 3 * 1024 * 1024;

    private static final int DEEPEST = 50;
    private static final int TAB_STOP = 8;
    private static final Pattern NO_CHARACTER = Pattern.compile("\\\\U[89A-Fa-f]");

    private final String file;
    private final List<Fault> faults = new ArrayList<>();

    /** @param file its name, as faults name it */
    public YamlText(String file) {
        this.file = file;
    }

    /** What a file turned out to be. */
    public sealed interface Read<T> {
        record Right<T>(T said) implements Read<T> {}

        /**
         * It has mistakes.
         *
         * @param faults every one, by line
         */
        record Faulty<T>(List<Fault> faults) implements Read<T> {}
    }

    /** Reads the bytes of a file, which are UTF-8, by a reader that tells {@link #fault} of what is wrong. */
    public <T> Read<T> read(byte[] bytes, Function<Node, T> reader) {
        if (bytes.length > MOST_BYTES) {
            return tooLong();
        }
        CharBuffer text = CharBuffer.allocate(bytes.length);
        ByteBuffer from = ByteBuffer.wrap(bytes);
        if (StandardCharsets.UTF_8.newDecoder().decode(from, text, true).isError()) {
            String before = new String(bytes, 0, from.position(), StandardCharsets.UTF_8);
            fault((int) (before + ".").lines().count(), "is not UTF-8 from here on: save it as UTF-8");
            return read(Optional.empty());
        }
        return read(text.flip().toString(), reader);
    }

    /** Reads the text by a reader that tells {@link #fault} of what is wrong. */
    public <T> Read<T> read(String text, Function<Node, T> reader) {
        return text.length() > MOST_BYTES
                ? tooLong()
                : read(composed(cleaned(text)).map(reader));
    }

    private static int firstLine(String text, Pattern what) {
        Matcher found = what.matcher(text);
        return found.find()
                ? (int) (text.substring(0, found.start()) + ".").lines().count()
                : 1;
    }

    private <T> Read<T> tooLong() {
        fault(1, "is longer than 3 MiB, the most that is read");
        return read(Optional.empty());
    }

    private <T> Read<T> read(Optional<T> said) {
        // What an alias repeats is found wrong as often as it is repeated.
        var all = faults.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Fault::line))
                .toList();
        return said.filter(_ -> all.isEmpty()).<Read<T>>map(Read.Right::new).orElseGet(() -> new Read.Faulty<>(all));
    }

    private Optional<Node> composed(String text) {
        Quotes quotes = new Quotes();
        try {
            if (!isFitToCompose(text, quotes)) {
                return Optional.empty();
            }
            Optional<Node> root = Optional.ofNullable(yaml().compose(new StringReader(text)));
            if (root.isEmpty()) {
                fault(1, "the file is empty");
            }
            return root;
        } catch (MarkedYAMLException e) {
            faults.add(quotes.openBefore(e)
                    .map(open -> new Fault(file, open.line(), open.message()))
                    .orElseGet(
                            () -> new Fault(file, Quotes.line(e.getProblemMark()), "is no YAML: " + e.getProblem())));
        } catch (YAMLException e) {
            fault(1, "is no YAML: " + e.getMessage());
        } catch (NumberFormatException e) {
            // of an escape such as \UFFFFFFFF, which SnakeYAML reads as a whole number
            fault(firstLine(text, NO_CHARACTER), "is no YAML: there is no such character as this \\U");
        }
        return Optional.empty();
    }

    private static Yaml yaml() {
        return new Yaml(new SafeConstructor(new LoaderOptions()));
    }

    /**
     * YAML knows no tab before a line's first character, and no character that cannot be printed. These are told, and read as
     * spaces and as nothing, so that the rest is read too.
     */
    private String cleaned(String text) {
        var lines = text.lines().toList();
        var clean = new ArrayList<String>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            String line = printable(i + 1, lines.get(i));
            String indent =
                    line.substring(0, line.length() - line.stripLeading().length());
            if (indent.contains("\t")) {
                fault(i + 1, "has a tab in its indentation, where only spaces may be");
            }
            clean.add(spaces(indent) + line.substring(indent.length()));
        }
        return String.join("\n", clean);
    }

    private String printable(int line, String text) {
        if (text.codePoints().allMatch(StreamReader::isPrintable)) {
            return text;
        }
        var printable = new StringBuilder();
        text.codePoints().forEach(each -> {
            if (StreamReader.isPrintable(each)) {
                printable.appendCodePoint(each);
            } else {
                fault(line, "has the character U+%04X, which cannot be printed: take it out".formatted(each));
            }
        });
        return printable.toString();
    }

    private static String spaces(String indent) {
        int width = 0;
        for (int i = 0; i < indent.length(); i++) {
            width = indent.charAt(i) == '\t' ? (width / TAB_STOP + 1) * TAB_STOP : width + 1;
        }
        return " ".repeat(width);
    }

    /**
     * Tells of anchors, as whoever reads the file is to see what it says where it says it, and of what lies too deep.
     *
     * @param quotes are shown every event
     */
    private boolean isFitToCompose(String text, Quotes quotes) {
        int depth = 0;
        for (Event event : yaml().parse(new StringReader(text))) {
            quotes.see(event);
            int line = Quotes.line(event.getStartMark());
            if (event instanceof NodeEvent node && node.getAnchor() != null) {
                String what = node instanceof AliasEvent ? "the alias *" : "the anchor &";
                fault(line, "has " + what + node.getAnchor() + ": write it out");
            }
            if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
                fault(line, "is nested more than " + DEEPEST + " deep, the most that is read");
                return false;
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
        }
        return true;
    }

    /** @param line from 1 */
    public void fault(int line, String message) {
        faults.add(new Fault(file, line, message));
    }
}
