package se.samordna.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samordna.coordination.Overseen.LEDGER;
import static se.samordna.coordination.Overseen.LONG_AGO;
import static se.samordna.coordination.TwoPlaces.LIVES_HERE;
import static se.samordna.coordination.TwoPlaces.LIVES_THERE;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What the ledger tells of who was told what: whose rows an officer sees, which of them, by page and as a file. */
@ExtendWith(PlacesResolver.class)
class LedgerTest {

    private final Overseen overseen;

    LedgerTest(Overseen overseen) {
        this.overseen = overseen;
    }

    @Test
    void each_officer_sees_what_was_told_of_the_alerts_of_their_own_municipality() throws Exception {
        List<JsonNode> all = overseen.rows(0, LEDGER + "?" + LONG_AGO + "size=200", overseen.county());

        assertThat(children(overseen.rows(0, LEDGER + "?" + LONG_AGO + "size=200", overseen.here())))
                .containsExactly(LIVES_HERE);
        assertThat(children(overseen.rows(0, LEDGER + "?" + LONG_AGO + "size=200", overseen.there())))
                .containsExactly(LIVES_THERE);
        assertThat(children(all)).containsExactly(LIVES_HERE, LIVES_THERE);
        assertThat(overseen.rows(0, LEDGER + "?" + LONG_AGO, overseen.officer("1490")))
                .isEmpty();
        assertThat(overseen.rows(1, LEDGER + "?" + LONG_AGO + "size=200", overseen.county()))
                .isEqualTo(all);
        assertThat(all).extracting(LedgerTest::at).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(all).allSatisfy(row -> {
            assertThat(row.path("rule").asString()).matches("R\\d\\d");
            assertThat(row.path("fields")).isNotEmpty();
        });
    }

    @Test
    void each_filter_leaves_what_fits_and_nothing_else() throws Exception {
        List<JsonNode> all = overseen.rows(0, LEDGER + "?" + LONG_AGO + "size=200", overseen.county());
        String alert = all.getFirst().path("alertId").asString();
        String rule = all.getLast().path("rule").asString();

        for (String filter : List.of(
                "recipient=police",
                "recipient=social-services",
                "ground=OWN",
                "rule=" + rule,
                "alert=" + alert,
                "child=" + LIVES_THERE)) {
            String[] one = filter.split("=", -1);
            String field = one[0].equals("alert") || one[0].equals("child") ? one[0] + "Id" : one[0];
            List<JsonNode> fitting = all.stream()
                    .filter(row -> row.path(field).asString().equals(one[1]))
                    .toList();
            assertThat(fitting).as(filter).isNotEmpty().hasSizeLessThan(all.size());
            assertThat(overseen.rows(0, LEDGER + "?" + LONG_AGO + "size=200&" + filter, overseen.county()))
                    .as(filter)
                    .isEqualTo(fitting);
        }
        String day = at(all.getLast()).toString().substring(0, 10);
        assertThat(overseen.rows(0, LEDGER + "?size=200&from=" + day + "&to=" + day, overseen.county()))
                .contains(all.getLast())
                .hasSizeLessThan(all.size());
        assertThat(overseen.rows(0, LEDGER + "?from=2025-01-01&to=2025-12-31", overseen.county()))
                .isEmpty();
    }

    @Test
    void page_by_page_one_reads_all_of_it_once_on_whichever_instance() throws Exception {
        List<JsonNode> paged = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        do {
            JsonNode page = overseen.json(pages++ % 2, LEDGER + "?" + LONG_AGO + "size=3" + cursor, overseen.county());
            page.path("rows").forEach(paged::add);
            cursor = page.path("next").isString()
                    ? "&cursor=" + page.path("next").asString()
                    : "";
        } while (!cursor.isEmpty());

        assertThat(paged).isEqualTo(overseen.rows(0, LEDGER + "?" + LONG_AGO + "size=200", overseen.county()));
        assertThat(pages).isGreaterThan(2);
    }

    @Test
    void a_file_has_the_rows_of_all_pages() throws Exception {
        HttpResponse<String> file = overseen.get(0, LEDGER + "?" + LONG_AGO + "format=csv", overseen.here());
        List<String> lines = file.body().lines().toList();
        List<JsonNode> rows = overseen.rows(0, LEDGER + "?" + LONG_AGO + "size=200", overseen.here());

        assertThat(file.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(file.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(lines.getFirst())
                .isEqualTo("at,childId,alertId,rule,municipality,recipient,revision,status,ground,reason,"
                        + "supersededBy,fields,policy");
        assertThat(lines.subList(1, lines.size()))
                .extracting(line -> line.split(",", -1)[2])
                .isEqualTo(
                        rows.stream().map(row -> row.path("alertId").asString()).toList());
    }

    @Test
    void a_file_that_ends_for_its_length_says_so_and_a_whole_one_does_not() throws Exception {
        int all = overseen.rows(0, LEDGER + "?" + LONG_AGO + "size=200", overseen.here())
                .size();

        List<String> cut = lines(LEDGER + "?" + LONG_AGO + "format=csv&size=2");
        List<String> whole = lines(LEDGER + "?" + LONG_AGO + "format=csv");

        assertThat(cut).hasSize(4);
        assertThat(cut.getLast()).startsWith("\"INCOMPLETE: there may be more");
        assertThat(whole).hasSize(all + 1);
        assertThat(whole.getLast()).doesNotContain("INCOMPLETE");
    }

    private List<String> lines(String path) throws Exception {
        return overseen.get(0, path, overseen.here()).body().lines().toList();
    }

    private static Instant at(JsonNode row) {
        return Instant.parse(row.path("at").asString());
    }

    private static Set<String> children(List<JsonNode> rows) {
        Set<String> all = new TreeSet<>();
        rows.forEach(row -> all.add(row.path("childId").asString()));
        return all;
    }
}
