package se.samordna.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.samordna.cli.Samordna;

/** What the documents tell a reader to type is there. */
class CommandsTest {
    private static final Path ROOT = Path.of("../..");
    /** A command at the start of a line of a code block, or in back ticks. */
    private static final Pattern COMMAND =
            Pattern.compile("(?:^|`)(infra/[a-z0-9/-]+|\\./mvnw)((?: [^`#|&;\\n]*)?)", Pattern.MULTILINE);

    static Stream<String> documented() {
        return Stream.of("README.md", "CONTRIBUTING.md")
                .map(ROOT::resolve)
                .filter(Files::exists)
                .flatMap(file ->
                        COMMAND.matcher(String.join("\n", Story.lines(file))).results())
                .map(found -> (found.group(1) + found.group(2)).strip())
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("documented")
    void a_documented_command_exists_and_knows_its_options(String command) {
        List<String> words = Arrays.asList(command.split(" +"));
        Path program = ROOT.resolve(words.getFirst());

        assertThat(program)
                .satisfiesAnyOf(
                        p -> assertThat(p).isExecutable(), p -> assertThat(p).isDirectory());
        if (words.getFirst().equals("infra/samordna")
                && words.size() > 1
                && !words.get(1).startsWith("-")) {
            var help = CommandLineRun.of(List.of(words.get(1), "--help"));
            assertThat(help.code()).as(help.err()).isZero();
            Matcher options = Pattern.compile("--[a-z-]+").matcher(command);
            assertThat(options.results().map(o -> o.group()))
                    .allSatisfy(option -> assertThat(help.out())
                            .anySatisfy(line -> assertThat(line).contains(option)));
        }
    }

    static Stream<String> commands() {
        return Samordna.line().getSubcommands().entrySet().stream().map(Map.Entry::getKey);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_has_help(String command) {
        var help = CommandLineRun.of(List.of(command, "--help"));

        assertThat(help.code()).as(help.err()).isZero();
        assertThat(help.out()).isNotEmpty();
    }

    @Test
    void an_unknown_command_is_a_usage_error() {
        assertThat(CommandLineRun.of(List.of("fly")).code()).isEqualTo(2);
        assertThat(CommandLineRun.of(List.of("fly", "--help")).code()).isEqualTo(2);
        assertThat(CommandLineRun.of(List.of("dlq", "fly", "--help")).code()).isEqualTo(2);
    }
}
