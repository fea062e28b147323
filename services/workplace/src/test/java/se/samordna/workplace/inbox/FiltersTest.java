package se.samordna.workplace.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samordna.access.Area;
import se.samordna.events.Agency;

/** What an address says of a list, and how the query API is asked for it. */
class FiltersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "municipality=2380",
                "county=23",
                "county=23&status=SNOOZED&page=2",
                "municipality=2380&status=SNOOZED",
                "county=23&rule=R15",
                "county=23&status=UNANSWERED&kind=notice",
                "municipality=2380&status=OPEN&rule=R02&level=3&due=7&new=1&page=4"
            })
    void an_address_comes_back_as_it_was(String query) {
        assertThat(Filters.ofQuery(query).orElseThrow().query()).isEqualTo(query);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "municipality=238",
                "municipality=23",
                "county=2380",
                "county=99",
                "county=00",
                "county=12&municipality=2380",
                "status=LOST",
                "rule=R99",
                "kind=all",
                "level=4",
                "due=8",
                "page=0",
                "page=x",
                "page=9999999",
                "municipality=%3Cscript%3E"
            })
    void what_is_none_of_our_values_is_no_filter(String query) {
        assertThat(Filters.ofQuery(query)).isEmpty();
    }

    @Test
    void an_agency_chooses_among_the_rules_that_tell_it_something_in_full() {
        assertThat(Filters.rulesOf(Agency.SCHOOL)).containsExactly("R09");
        assertThat(Filters.rulesOf(Agency.REGION)).containsExactly("R15", "R19", "R20");
        assertThat(Filters.rulesOf(Agency.POLICE)).isEmpty();
        assertThat(Filters.rulesOf(Agency.SOCIAL_SERVICES)).hasSize(22).doesNotContain("R09", "R15", "R19", "R20");
    }

    @Test
    void a_municipality_narrows_the_county_it_lies_in() {
        Filters narrowed =
                Filters.ofQuery("county=23&municipality=2380&status=OPEN").orElseThrow();

        assertThat(narrowed.query()).isEqualTo("municipality=2380&status=OPEN");
        assertThat(Filters.ofQuery("county=23&municipality=").orElseThrow().query())
                .isEqualTo("county=23");
        assertThat(narrowed.in(new Area("23")).address()).isEqualTo("/inbox?county=23&status=OPEN");
        assertThat(narrowed.in(new Area("23")).municipality()).isEmpty();
    }

    @Test
    void nothing_else_of_an_address_is_carried_on() {
        assertThat(Filters.ofQuery("status=OPEN&next=//evil.example&x=1")
                        .orElseThrow()
                        .address())
                .isEqualTo("/inbox?status=OPEN");
    }

    @Test
    void the_api_is_asked_in_its_own_words() {
        Instant since = Instant.parse("2026-06-21T00:00:00Z");
        assertThat(asked("", Optional.empty()))
                .isEqualTo(Map.of("status", "OPEN,ACKNOWLEDGED", "snoozed", "hidden", "page", "1"));
        assertThat(asked("status=ALL&new=1", Optional.of(since)))
                .isEqualTo(Map.of("since", since.toString(), "changed", "only", "page", "1"));
        assertThat(asked("status=ALL&new=1", Optional.empty()))
                .as("new to one who was never here")
                .isEqualTo(Map.of("page", "1"));
        assertThat(asked("status=SNOOZED&due=0&level=2", Optional.empty()))
                .isEqualTo(Map.of(
                        "status", "OPEN,ACKNOWLEDGED", "snoozed", "only", "dueWithin", "0", "level", "2", "page", "1"));
    }

    @Test
    void what_is_answered_is_chosen_by_contact_people_and_asked_for_beside_the_status() {
        assertThat(asked("status=UNANSWERED", Optional.empty()))
                .isEqualTo(Map.of("status", "OPEN", "snoozed", "hidden", "answered", "hidden", "page", "1"));
        assertThat(asked("status=ANSWERED", Optional.empty())).isEqualTo(Map.of("answered", "only", "page", "1"));
        assertThat(Filters.ofQuery("status=OPEN").orElseThrow().statuses(true))
                .startsWith("LIVE", "UNANSWERED", "ANSWERED")
                .endsWith("OPEN")
                .doesNotContain("ACKNOWLEDGED");
        assertThat(Filters.ofQuery("").orElseThrow().statuses(false)).isEqualTo(Filters.STATUSES);
    }

    @Test
    void what_one_is_asked_is_no_list_of_a_rule_of_ones_own() {
        assertThat(asked("kind=notice", Optional.empty())).containsEntry("kind", "notice");
        assertThat(Filters.ofQuery("county=23&kind=full&rule=R15&page=2")
                        .orElseThrow()
                        .ofKind("notice")
                        .address())
                .isEqualTo("/inbox?county=23&kind=notice");
        assertThat(Filters.kindsOf(Optional.of(Agency.REGION))).containsExactly("", "notice", "full");
        assertThat(Filters.kindsOf(Optional.of(Agency.POLICE)))
                .as("told notices alone")
                .isEmpty();
    }

    private static Map<String, String> asked(String query, Optional<Instant> since) {
        return Filters.ofQuery(query).orElseThrow().asked(since).entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
