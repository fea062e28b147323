package se.samordna.indicators.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How finely the answers that {@link AnswersTest} checks in say when a source was last heard. */
class LastHeardTest {

    private static final List<String> DAYS =
            List.of("2026-04-01T22:00:00Z", "2026-03-11T23:00:00Z", "2026-03-31T22:00:00Z", "never");
    private static final List<String> MONDAYS =
            List.of("2026-03-29T22:00:00Z", "2026-03-08T23:00:00Z", "2026-03-29T22:00:00Z", "never");

    @Test
    void published_answers_say_the_week_the_municipalitys_own_the_day_and_none_anything_else() throws Exception {
        JsonNode answers = JsonMapper.builder().build().readTree(Files.readString(AnswersTest.FILE));

        assertThat(answers.propertyStream()
                        .filter(answer -> !answer.getKey().endsWith("/definitions"))
                        .map(answer -> Map.entry(answer.getKey().contains("exact=true"), lastHeard(answer.getValue())))
                        .distinct())
                .containsExactlyInAnyOrder(Map.entry(true, DAYS), Map.entry(false, MONDAYS));
    }

    private static List<String> lastHeard(JsonNode answer) {
        return answer.path("sources")
                .valueStream()
                .map(source -> source.path("lastEventAt"))
                .map(at -> at.isNull() ? "never" : at.asString())
                .toList();
    }
}
