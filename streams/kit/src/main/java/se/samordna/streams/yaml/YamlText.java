package se.samordna.streams.yaml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.nodes.Node;

/** The text of a YAML file on its way to what it says. No tags and no types of YAML's own: what counts is the text. */
public final class YamlText {

    private static final int TAB_STOP = 8;

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

    /** Reads the text by a reader that tells {@link #fault} of what is wrong. */
    public <T> Read<T> read(String text, Function<Node, T> reader) {
        Optional<T> said = Optional.empty();
        String spaced = withoutTabs(text);
        refuseAnchors(spaced);
        try {
            Node root = yaml().compose(new StringReader(spaced));
            if (root == null) {
                fault(1, "the file is empty");
            } else {
                said = Optional.of(reader.apply(root));
            }
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            fault(line, "is no YAML: " + e.getProblem());
        }
        // What an alias repeats is found wrong as often as it is repeated.
        var all = faults.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Fault::line))
                .toList();
        return said.filter(_ -> all.isEmpty()).<Read<T>>map(Read.Right::new).orElseGet(() -> new Read.Faulty<>(all));
    }

    private static Yaml yaml() {
        return new Yaml(new SafeConstructor(new LoaderOptions()));
    }

    /** YAML knows no tab before a line's first character. It is told and read as spaces, so that the rest is read too. */
    private String withoutTabs(String text) {
        var lines = text.lines().toList();
        var spaced = new ArrayList<String>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String indent =
                    line.substring(0, line.length() - line.stripLeading().length());
            if (indent.contains("\t")) {
                fault(i + 1, "has a tab in its indentation, where only spaces may be");
            }
            spaced.add(spaces(indent) + line.substring(indent.length()));
        }
        return String.join("\n", spaced);
    }

    private static String spaces(String indent) {
        int width = 0;
        for (int i = 0; i < indent.length(); i++) {
            width = indent.charAt(i) == '\t' ? (width / TAB_STOP + 1) * TAB_STOP : width + 1;
        }
        return " ".repeat(width);
    }

    /** Whoever reads the file is to see what it says where it says it. */
    private void refuseAnchors(String text) {
        try {
            for (Event event : yaml().parse(new StringReader(text))) {
                if (event instanceof NodeEvent node && node.getAnchor() != null) {
                    String what = node instanceof AliasEvent ? "the alias *" : "the anchor &";
                    fault(node.getStartMark().getLine() + 1, "has " + what + node.getAnchor() + ": write it out");
                }
            }
        } catch (MarkedYAMLException e) {
            return; // said where the text is read
        }
    }

    /** @param line from 1 */
    public void fault(int line, String message) {
        faults.add(new Fault(file, line, message));
    }
}
