package se.samordna.cli;

import java.util.List;
import se.samordna.coordination.settings.RulesFile;
import se.samordna.local.StartupProblem;
import se.samordna.rules.Rules;
import se.samordna.streams.yaml.Fault;
import se.samordna.streams.yaml.YamlText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The settings that the running system says it judges by. */
final class InForce {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private InForce() {}

    /** @throws StartupProblem if it does not answer, or has other rules than this release */
    static Rules of(Http http) {
        JsonNode document = JSON.readTree(http.body("/api/coordination/v1/rules"));
        ObjectNode settings = JSON.createObjectNode();
        ObjectNode absence = settings.putObject("absence");
        absence.set("version", document.path("absence").path("version"));
        document.path("absence")
                .path("numbers")
                .forEach(number -> absence.set(number.path("name").asString(), number.path("value")));
        document.path("rules").forEach(rule -> settings.set(rule.path("id").asString(), rule.path("settings")));
        // JSON is YAML: what comes is held to what a file is held to.
        return switch (RulesFile.read("the rules in force", settings.toString())) {
            case YamlText.Read.Right<Rules>(Rules rules) -> rules;
            case YamlText.Read.Faulty<Rules>(List<Fault> faults) ->
                throw new StartupProblem("The running system has other rules than this release: " + faults);
        };
    }
}
