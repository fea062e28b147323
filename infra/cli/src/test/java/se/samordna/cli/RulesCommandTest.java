package se.samordna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A running system judges by other numbers than this release's own. */
class RulesCommandTest {

    @TempDir
    Path dir;

    @Test
    void with_an_address_the_rules_are_those_in_force_there_and_without_one_nobody_is_asked() throws IOException {
        Path own = Files.writeString(dir.resolve("rules.yaml"), "R02: {version: 2, alertDay: 9}\n");
        Run theirs = run("rules", "--json", "--rules", own.toString());
        assertThat(theirs.code()).as(theirs.err()).isZero();
        List<String> asked = new ArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            byte[] bytes = theirs.out().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort();

            assertThat(run("rules", "--json", "--url", url)).isEqualTo(theirs);
            assertThat(run("rules", "--json").out()).isNotEqualTo(theirs.out());
            assertThat(run("rules", "--rules", own.toString(), "--url", url).code())
                    .isEqualTo(CommandLine.ExitCode.USAGE);
            assertThat(asked).containsExactly("/api/coordination/v1/rules");
        } finally {
            server.stop(0);
        }
    }

    private record Run(int code, String out, String err) {}

    private static Run run(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Samordna.line()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
        return new Run(code, out.toString(), err.toString());
    }
}
