package se.samordna.streams.yaml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** The text of a YAML file on its way to what it says. No tags and no types of YAML's own: what counts is the text. */
public final class YamlText {

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
        try {
            Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
            if (root == null) {
                fault(1, "the file is empty");
            } else {
                said = Optional.of(reader.apply(root));
            }
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            fault(line, "is no YAML: " + e.getProblem());
        }
        faults.sort((a, b) -> Integer.compare(a.line(), b.line()));
        return said.filter(_ -> faults.isEmpty())
                .<Read<T>>map(Read.Right::new)
                .orElseGet(() -> new Read.Faulty<>(List.copyOf(faults)));
    }

    /** @param line from 1 */
    public void fault(int line, String message) {
        faults.add(new Fault(file, line, message));
    }
}
