package se.samordna.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.samordna.access.Role;
import se.samordna.events.ConcernReportReceived;
import se.samordna.schemas.Topics;
import tools.jackson.databind.JsonNode;

/**
 * The two places, where one report came cut short too, and their data protection officers: Östersund's, Strömsund's and the
 * county's.
 */
final class Overseen extends TwoPlaces {

    static final String LEDGER = "/api/coordination/v1/ledger";
    static final String ACCESS_LOG = "/api/coordination/v1/access-log";
    static final String OPERATION = "/api/coordination/v1/operation";
    static final String LONG_AGO = "from=2026-01-01&";
    static final String NO_CHILD = "00000000-0000-0000-0000-000000000000";

    Overseen() throws Exception {
        super("oversight");
    }

    @Override
    void begin() {
        tell(List.of());
        ConcernReportReceived report = report(91, LIVES_THERE, STROMSUND);
        byte[] whole = instances.bytes(Topics.SOCIAL_SERVICES_EVENTS, report);
        instances.send(Topics.SOCIAL_SERVICES_EVENTS, report, Arrays.copyOf(whole, whole.length - 3));
        start();
        for (int instance = 0; instance < 2; instance++) {
            int each = instance;
            await().atMost(TwoInstances.SOON).untilAsserted(() -> {
                assertThat(recipients(rows(each, LEDGER + "?" + LONG_AGO + "size=200", here())))
                        .containsExactly("police", "region", "school", "social-services");
                assertThat(rows(each, LEDGER + "?" + LONG_AGO, there())).isNotEmpty();
            });
        }
    }

    /** Östersund's token. */
    String here() {
        return officer(OSTERSUND);
    }

    /** Strömsund's. */
    String there() {
        return officer(STROMSUND);
    }

    String county() {
        return officer(COUNTY);
    }

    String officer(String area) {
        return token(Role.DATA_PROTECTION_OFFICER, Optional.empty(), area);
    }

    List<JsonNode> rows(int instance, String path, String token) throws IOException, InterruptedException {
        List<JsonNode> all = new ArrayList<>();
        json(instance, path, token).path("rows").forEach(all::add);
        return all;
    }

    static Set<String> recipients(List<JsonNode> rows) {
        Set<String> all = new TreeSet<>();
        rows.forEach(row -> all.add(row.path("recipient").asString()));
        return all;
    }
}
