package se.samordna.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Other settings on what the running system has in its log; it goes on as it was. */
@NeedsPlatform
class WhatIfTest {

    @TempDir
    Path dir;

    @Test
    void the_settings_in_force_differ_from_themselves_in_nothing(Platform platform) throws Exception {
        platform.run("replay", Story.file().toString());

        CommandLineRun same = whatIf(platform, "{}");

        assertThat(same.code()).as(same.toString()).isZero();
        assertThat(same.out()).contains("no differences");
    }

    @Test
    void a_higher_threshold_moves_the_run_and_tells_nobody(Platform platform) throws Exception {
        platform.run("replay", Story.file().toString());
        var told = platform.run("alerts", "--json").out();

        CommandLineRun other = whatIf(platform, "absence: {version: 2, highPercent: 20}", "--json");

        assertThat(other.code()).as(other.toString()).isZero();
        JsonNode report = JsonMapper.builder().build().readTree(other.out().getFirst());
        JsonNode r09 = StreamSupport.stream(report.path("rules").spliterator(), false)
                .filter(rule -> rule.path("rule").asString().equals("R09"))
                .findFirst()
                .orElseThrow();
        assertThat(r09.path("gained").asInt()).as(report.toString()).isPositive();
        assertThat(r09.path("lost").asInt()).isPositive();
        assertThat(other.out().getFirst()).doesNotContain(Story.CHILD);
        assertThat(platform.run("alerts", "--json").out()).isEqualTo(told);
    }

    @Test
    void a_version_that_is_in_force_with_other_numbers_is_a_usage_error(Platform platform) throws Exception {
        CommandLineRun same = whatIf(platform, "R09: {actDays: 10}");

        assertThat(same.code()).isEqualTo(2);
        assertThat(same.err()).contains("rules.yaml:1: R09.actDays is 10 and was 14");
    }

    private CommandLineRun whatIf(Platform platform, String rules, String... more) throws Exception {
        Path file = Files.writeString(dir.resolve("rules.yaml"), rules);
        var arguments = new ArrayList<>(List.of("what-if", file.toString(), "--from", "2026-01-01"));
        arguments.addAll(List.of(more));
        return platform.run(arguments.toArray(String[]::new));
    }
}
