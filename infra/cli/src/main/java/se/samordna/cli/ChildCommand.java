package se.samordna.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
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

    @Parameters(
            paramLabel = "CHILD_ID",
            description = "The whole childId, such as 0b540000-0000-4000-8000-000000000001.")
    UUID child = new UUID(0, 0);

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
        String path = "/api/coordination/v1/children/" + child;
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
