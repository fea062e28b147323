package se.samordna.coordination.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.samordna.rules.Agency;

class AskingTest {

    @Test
    void who_says_nothing_is_the_social_services_for_coordination() {
        assertThat(asking(Map.of())).isEqualTo(new Asking.Of(new Asker(Agency.SOCIAL_SERVICES, "COORDINATION", false)));
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

        assertThat(asking).isEqualTo(new Asking.Of(new Asker(agency, "SUPERVISION", true)));
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

    /** Of a request with these parameters and headers. */
    private static Asking asking(Map<String, String> said) {
        var request = (HttpServletRequest) Proxy.newProxyInstance(
                AskingTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (_, method, arguments) -> switch (method.getName()) {
                    case "getParameter", "getHeader" -> said.get((String) arguments[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        return Asking.of(request);
    }
}
