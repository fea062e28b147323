package se.samordna.coordination.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.samordna.access.Area;
import se.samordna.access.Bearer;
import se.samordna.access.Caller;
import se.samordna.access.Presence;
import se.samordna.access.Role;
import se.samordna.rules.Agency;

class AskingTest {

    @Test
    void who_says_nothing_is_the_social_services_for_coordination() {
        assertThat(asking(Map.of()))
                .isEqualTo(new Asking.Of(new Asker(Agency.SOCIAL_SERVICES, Optional.empty(), "COORDINATION", false)));
    }

    @ParameterizedTest
    @CsvSource({
        "social-services, SOCIAL_SERVICES, true",
        "school, SCHOOL, false",
        "region, REGION, false",
        "police, POLICE, false",
    })
    void an_agency_is_known_by_its_word_and_one_alone_may_know_who_is_unknown(String as, Agency agency, boolean may) {
        Asking asking = asking(Map.of("as", as, "X-Purpose", "SUPERVISION", "X-Samordna-Forwarded", "1"));

        assertThat(asking).isEqualTo(new Asking.Of(new Asker(agency, Optional.empty(), "SUPERVISION", true)));
        assertThat(((Asking.Of) asking).asker().mayKnowWhoIsUnknown()).isEqualTo(may);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tax-office", "SCHOOL", "unknown", "social_services", "school "})
    void any_other_word_is_nobodys(String as) {
        assertThat(asking(Map.of("as", as))).isEqualTo(new Asking.OfNobody("COORDINATION"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "to look", "201403122383", "A-B", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void a_purpose_is_a_code_whoever_asks(String purpose) {
        assertThat(asking(Map.of("X-Purpose", purpose))).isEqualTo(new Asking.Unreadable());
        assertThat(asking(Map.of("X-Purpose", purpose, "as", "tax-office"))).isEqualTo(new Asking.Unreadable());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"COORDINATOR", "CASE_WORKER", "CONTACT"})
    void with_a_token_one_is_of_its_agency_and_asks_as_no_other(Role role) {
        Presence.SignedIn erik = known(role, Optional.of(se.samordna.events.Agency.SCHOOL));

        assertThat(asking(erik, Map.of()))
                .isEqualTo(new Asking.Of(new Asker(Agency.SCHOOL, Optional.of(erik), "COORDINATION", false)));
        assertThat(asking(erik, Map.of("as", "school"))).isEqualTo(asking(erik, Map.of()));
        assertThat(asking(erik, Map.of("as", "social-services")))
                .isEqualTo(new Asking.OfAnotherAgency(erik.caller(), "COORDINATION"));
        assertThat(asking(erik, Map.of("as", "tax-office")))
                .isEqualTo(new Asking.OfAnotherAgency(erik.caller(), "COORDINATION"));
        assertThat(asking(erik, Map.of("X-Purpose", "to look"))).isEqualTo(new Asking.Unreadable());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"COORDINATOR", "CASE_WORKER", "CONTACT"})
    void whose_work_it_is_not_asks_in_vain_whatever_they_call_themselves(Role role) {
        Presence.SignedIn one = known(role, Optional.of(se.samordna.events.Agency.SCHOOL));
        Presence.SignedIn free = known(role, Optional.empty());

        for (Map<String, String> said :
                List.of(Map.<String, String>of(), Map.of("as", "school"), Map.of("as", "police"))) {
            assertThat(asking(one, said)).isEqualTo(new Asking.OfAnotherRole(one.caller(), "COORDINATION"));
            assertThat(asking(free, said)).isEqualTo(new Asking.OfAnotherRole(free.caller(), "COORDINATION"));
        }
    }

    private static Presence.SignedIn known(Role role, Optional<se.samordna.events.Agency> agency) {
        return new Presence.SignedIn(new Caller("e1", "Erik Exempel", role, agency, new Area("2380")), new Bearer("x"));
    }

    private static Asking asking(Map<String, String> said) {
        return asking(new Presence.Local(), said);
    }

    /** Of a request of theirs with these parameters and headers. */
    private static Asking asking(Presence who, Map<String, String> said) {
        var request = (HttpServletRequest) Proxy.newProxyInstance(
                AskingTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (_, method, arguments) -> switch (method.getName()) {
                    case "getParameter", "getHeader" -> said.get((String) arguments[0]);
                    case "getAttribute" -> who;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        return Asking.of(request, Role::meetsChildren);
    }
}
