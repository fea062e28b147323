package se.samordna.coordination.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import se.samordna.rules.Rules;
import se.samordna.streams.yaml.Fault;
import se.samordna.streams.yaml.YamlText;

/** Which settings the app runs by. */
public final class RulesInForce {

    private RulesInForce() {}

    /**
     * Those of the file, or the default ones.
     *
     * @throws RulesFaulty if the file has mistakes or cannot be read
     */
    public static Rules of(Optional<Path> file) {
        return file.map(RulesInForce::read).orElseGet(Rules::standard);
    }

    private static Rules read(Path file) {
        try {
            return switch (RulesFile.read(file)) {
                case YamlText.Read.Right<Rules>(Rules rules) -> rules;
                case YamlText.Read.Faulty<Rules>(List<Fault> faults) -> throw new RulesFaulty(faults);
            };
        } catch (IOException e) {
            throw new RulesFaulty(List.of(new Fault(file.toString(), 1, "cannot be read: " + e)));
        }
    }
}
