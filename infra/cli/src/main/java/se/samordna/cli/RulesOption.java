package se.samordna.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import se.samordna.coordination.settings.RulesFile;
import se.samordna.rules.Rules;
import se.samordna.streams.yaml.Fault;
import se.samordna.streams.yaml.YamlText;

/** A file of the rules' settings, which must be right before anything begins. */
final class RulesOption {
    @Option(
            names = "--rules",
            paramLabel = "FILE",
            converter = FromFile.class,
            description =
                    "Settings of the rules other than the default ones (`infra/samordna rules --yaml` shows all).")
    Optional<Settings> settings = Optional.empty();

    /** What the file says. */
    record Settings(Path file, Rules rules) {}

    Optional<Path> file() {
        return settings.map(Settings::file);
    }

    Rules rules() {
        return settings.map(Settings::rules).orElseGet(Rules::standard);
    }

    /** Reads a file; one with mistakes is a usage error that names them all. */
    static final class FromFile implements ITypeConverter<Settings> {
        @Override
        public Settings convert(String text) {
            Path file = Path.of(text).toAbsolutePath();
            try {
                return switch (RulesFile.read(text, Files.readString(file))) {
                    case YamlText.Read.Right<Rules>(Rules rules) -> new Settings(file, rules);
                    case YamlText.Read.Faulty<Rules>(List<Fault> faults) ->
                        throw new TypeConversionException("the settings are wrong:" + System.lineSeparator()
                                + String.join(
                                        System.lineSeparator(),
                                        faults.stream().map(Fault::toString).toList()));
                };
            } catch (IOException e) {
                throw new TypeConversionException(text + " cannot be read: " + e);
            }
        }
    }
}
