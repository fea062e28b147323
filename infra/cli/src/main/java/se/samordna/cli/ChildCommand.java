package se.samordna.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One child as coordination knows it now. */
@Command(
        name = "child",
        description = "Show a child: state, timeline, and which sources are silent, as social services see it.",
        mixinStandardHelpOptions = true)
final class ChildCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Parameters(paramLabel = "C", description = "The childId.")
    String child = "";

    @Option(names = "--json", description = "One JSON object.")
    boolean json;

    @Mixin
    Running running = new Running();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        Http http = running.http();
        String path = "/api/coordination/v1/children/" + Http.encode(child.toLowerCase(Locale.ROOT));
        JsonNode state = JSON.readTree(http.body(path));
        JsonNode timeline = JSON.readTree(http.body(path + "/timeline"));
        Map<String, JsonNode> both = new LinkedHashMap<>();
        state.properties().forEach(field -> both.put(field.getKey(), field.getValue()));
        timeline.properties().forEach(field -> both.putIfAbsent(field.getKey(), field.getValue()));
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                json
                        ? JSON.writeValueAsString(both)
                        : JSON.writerWithDefaultPrettyPrinter().writeValueAsString(both));
        out.flush();
        return Samordna.DONE;
    }
}
