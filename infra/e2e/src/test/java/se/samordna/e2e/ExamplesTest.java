package se.samordna.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What README sends is taken as it stands there. */
@NeedsPlatform
class ExamplesTest {
    private static final Path README = Path.of("../../README.md");
    /** A curl to the local port, with what it sends in apostrophes, over several lines. */
    private static final Pattern CURL =
            Pattern.compile("^curl [^\\n]* http://127\\.0\\.0\\.1:8080(/\\S+) -d '([^']+)'", Pattern.MULTILINE);
    /** A block of JSON lines. */
    private static final Pattern LINES = Pattern.compile("^```jsonl\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

    @TempDir
    Path dir;

    @Test
    void every_curl_is_accepted_an_event_who_the_child_is_and_a_figure(Platform platform) throws IOException {
        List<MatchResult> curls =
                CURL.matcher(Files.readString(README)).results().toList();

        assertThat(curls)
                .extracting(curl -> curl.group(1))
                .containsExactly(
                        "/api/social-services/v1/events",
                        "/api/social-services/v1/identities",
                        "/api/indicators/v1/measurements");
        assertThat(curls).allSatisfy(curl -> {
            Http.Answer answer = platform.http().post(curl.group(1), curl.group(2));
            assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        });
    }

    @Test
    void every_line_to_replay_is_published_and_without_its_receipt_refused(Platform platform) throws IOException {
        List<String> lines = LINES.matcher(Files.readString(README))
                .results()
                .flatMap(block -> block.group(1).lines())
                .toList();
        assertThat(lines)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(JsonMapper.shared()
                                .readTree(line)
                                .path("receivedAt")
                                .isMissingNode())
                        .isFalse());

        CommandLineRun replay = platform.run(
                "replay", Files.write(dir.resolve("events.jsonl"), lines).toString());
        CommandLineRun without = platform.run(
                "replay",
                Files.writeString(
                                dir.resolve("without.jsonl"),
                                lines.getFirst().replaceFirst("\"receivedAt\": ?\"[^\"]+\", ?", ""))
                        .toString());

        assertThat(replay.code()).as(replay.toString()).isZero();
        assertThat(replay.out()).containsExactly(lines.size() + " published, 0 refused");
        assertThat(without.code()).isEqualTo(1);
        assertThat(without.out().getFirst()).endsWith("without.jsonl:1 receivedAt missing");
    }
}
