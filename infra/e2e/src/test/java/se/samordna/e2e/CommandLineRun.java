package se.samordna.e2e;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import se.samordna.cli.Samordna;

/**
 * What {@code infra/samordna …} did, run in this VM.
 *
 * @param code 0 done, 1 refused or found wrong, 2 usage
 */
record CommandLineRun(int code, List<String> out, String err) {

    static CommandLineRun of(List<String> arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Samordna.line()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
        return new CommandLineRun(code, out.toString().lines().toList(), err.toString());
    }
}
