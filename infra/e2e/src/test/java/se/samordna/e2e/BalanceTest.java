package se.samordna.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether everything that came is accounted for, and whether alerts were answered in time, with broker and registry. */
@NeedsPlatform
class BalanceTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void what_was_replayed_once_and_again_is_all_accounted_for(Platform platform) {
        platform.run("replay", Story.file().toString());
        platform.run("replay", Story.file().toString());

        CommandLineRun balance = platform.run("balance");
        assertThat(balance.code()).as(balance.toString()).isZero();
        assertThat(balance.out().getLast()).endsWith("all accounted for");

        CommandLineRun day = platform.run("balance", "--day", "2026-02-04", "--json");
        assertThat(day.code()).as(day.toString()).isZero();
        assertThat(day.out()).isNotEmpty().allSatisfy(line -> {
            JsonNode of = JSON.readTree(line);
            assertThat(of.path("day").asString()).isEqualTo("2026-02-04");
            assertThat(of.path("accepted").asInt()).isPositive();
            assertThat(of.path("missing").asInt()).isZero();
        });
        assertThat(String.join("", balance.out()) + String.join("", day.out())).doesNotContain(Story.CHILD);
    }

    @Test
    void its_cells_add_up_and_its_alerts_are_counted_by_rule(Platform platform) {
        platform.run("replay", Story.file().toString());

        await().atMost(SOON).untilAsserted(() -> {
            List<JsonNode> cells = cells(platform);
            assertThat(cells)
                    .filteredOn(cell -> cell.path("indicator").asString().startsWith("I29-"))
                    .isNotEmpty()
                    .allSatisfy(cell -> assertThat(cell.path("num").asLong())
                            .as(cell.toString())
                            .isEqualTo(cell.path("den").asLong()));
            assertThat(cells)
                    .extracting(cell -> cell.path("indicator").asString())
                    .contains("I20-R01", "I20-R02", "I20-R06", "I20-R07", "I20-R09");
        });
    }

    private static List<JsonNode> cells(Platform platform) {
        return platform.run("indicators", "--municipality", "2380", "--exact", "--json").out().stream()
                .map(JSON::readTree)
                .toList();
    }
}
