package se.samordna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class TypedTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        explain nonsense                     | 'nonsense' is no id
        explain 1-1-1-1-1                    | '1-1-1-1-1' is no id
        child 4711                           | (CHILD_ID): '4711' is no id such as
        child f3a72893                       | 'f3a72893' is the beginning of an id
        explain f3a72893                     | 'f3a72893' is the beginning of an id
        rules --url localhost:8080           | 'localhost:8080' is no address
        alerts --child 4711                  | '4711' is no id
        generate --until tomorrow            | 'tomorrow' is no day
        balance --day 2026-13-01             | '2026-13-01' is no day
        indicators --url localhost:8080      | 'localhost:8080' is no address
        indicators --url http://             | 'http://' is no address
        indicators --url ftp://127.0.0.1     | 'ftp://127.0.0.1' is no address
        indicators --registry nowhere        | 'nowhere' is no address
        """)
    void what_cannot_be_read_is_a_usage_error_in_plain_words(String line, String why) {
        StringWriter err = new StringWriter();
        CommandLine command = Samordna.line().setErr(new PrintWriter(err));

        int code = command.execute(line.split(" "));

        assertThat(code).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains(why).doesNotContain("java.");
    }
}
