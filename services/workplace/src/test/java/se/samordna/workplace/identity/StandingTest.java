package se.samordna.workplace.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samordna.access.Area;
import se.samordna.access.Caller;
import se.samordna.access.Role;
import se.samordna.events.Agency;
import se.samordna.schemas.Agencies;
import se.samordna.workplace.query.ChildAnswer;
import se.samordna.workplace.query.Event;
import se.samordna.workplace.query.Freshness;

/** Alva, told of by five authorities; the social services see an event of the school in Östersund and one of the police. */
class StandingTest {
    private static final List<Event> EVENTS = List.of(
            event("AttendanceReported", "SCHOOL", "2380", Map.of()),
            event("PoliceIncident", "POLICE", "2380", Map.of()),
            event("InvestigationOpened", "SOCIAL_SERVICES", "2380", Map.of("investigationId", "i1")));

    @ParameterizedTest
    @CsvSource({
        // The social services: what their own authority told, and those of whom they see an event.
        "COORDINATOR, SOCIAL_SERVICES, 2380, SOCIAL_SERVICES/2380 SCHOOL/2380 POLICE/2380",
        "CASE_WORKER, SOCIAL_SERVICES, 2380, SOCIAL_SERVICES/2380 SCHOOL/2380 POLICE/2380",
        // Another municipality's social services, to whom coordination shows the child, too.
        "COORDINATOR, SOCIAL_SERVICES, 1265, SCHOOL/2380 POLICE/2380",
        // All others: their own authority's, never another's, whatever events there are.
        "CONTACT, SCHOOL, 2380, SCHOOL/2380",
        "CONTACT, SCHOOL, 1265, SCHOOL/1265",
        "CONTACT, SCHOOL, 1490, ''",
        "CONTACT, REGION, 23, REGION/2380",
        "CONTACT, REGION, 12, ''",
        "CONTACT, POLICE, 00, POLICE/2380"
    })
    void shows_what_their_own_authority_told_and_no_authority_that_they_do_not_see(
            Role role, Agency agency, String area, String seen) {
        Standing standing = standing(role, agency, area, EVENTS);
        Set<String> sees = new TreeSet<>();
        for (Agency one : Agencies.ALL) {
            for (String municipality : List.of("2380", "1265")) {
                boolean told = municipality.equals("2380") || one == Agency.SCHOOL;
                if (told && standing.sees(one, municipality)) {
                    sees.add(one + "/" + municipality);
                }
            }
        }

        assertThat(sees).isEqualTo(words(seen));
    }

    private static Set<String> words(String text) {
        return new TreeSet<>(
                Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList());
    }

    @Test
    void a_protected_child_is_for_those_of_the_social_services_with_an_open_case_alone() {
        List<String> may = new ArrayList<>();
        for (Role role : Role.values()) {
            for (Agency agency : Agencies.ALL) {
                for (String area : List.of("2380", "23", "1265")) {
                    if (standing(role, agency, area, EVENTS).mayMeetTheProtected()) {
                        may.add(role + " " + agency + " " + area);
                    }
                }
            }
        }

        assertThat(may)
                .containsExactly(
                        "COORDINATOR SOCIAL_SERVICES 2380",
                        "COORDINATOR SOCIAL_SERVICES 23",
                        "CASE_WORKER SOCIAL_SERVICES 2380",
                        "CASE_WORKER SOCIAL_SERVICES 23");
    }

    @Test
    void a_case_is_open_from_its_opening_to_its_own_closing() {
        Area here = new Area("2380");
        Event opened = event("SupportStarted", "SOCIAL_SERVICES", "2380", Map.of("supportId", "s1"));
        Event others = event("SupportEnded", "SOCIAL_SERVICES", "2380", Map.of("supportId", "s2"));
        Event closed = event("SupportEnded", "SOCIAL_SERVICES", "2380", Map.of("supportId", "s1"));
        Event elsewhere = event("PlacementStarted", "SOCIAL_SERVICES", "1265", Map.of("placementId", "p1"));

        assertThat(OpenCase.in(List.of(), here)).isFalse();
        assertThat(OpenCase.in(List.of(opened, others), here)).isTrue();
        assertThat(OpenCase.in(List.of(opened, closed), here)).isFalse();
        assertThat(OpenCase.in(List.of(elsewhere), here)).isFalse();
        assertThat(OpenCase.in(List.of(closed, opened), here)).isTrue();
    }

    private static Standing standing(Role role, Agency agency, String area, List<Event> events) {
        Caller caller = new Caller("someone", "", role, Optional.of(agency), new Area(area));
        ChildAnswer child = new ChildAnswer(
                new Freshness(Optional.empty(), false, List.of()), "", "2380", "NONE", List.of(), List.of(), Map.of());
        return new Standing(caller, child, events);
    }

    private static Event event(String type, String agency, String municipality, Map<String, String> facts) {
        Map<String, List<String>> all = new HashMap<>(Map.of("municipality", List.of(municipality)));
        facts.forEach((field, value) -> all.put(field, List.of(value)));
        return new Event(
                "6f0c0000-0000-4000-8000-000000000001", type, agency, Optional.of(Instant.EPOCH), all, false, false);
    }
}
