package se.samordna.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.samordna.events.Agency;
import se.samordna.schemas.Kommunkod;

class CallerTest {

    private static final Map<String, Object> KARIN = Map.of(
            "sub",
            "4711",
            "name",
            "Karin Exempel",
            "role",
            "coordinator",
            "agency",
            "SOCIAL_SERVICES",
            "municipality",
            "2380");

    @Test
    void a_coordinator_of_ostersund_is_read_from_her_claims_and_nothing_else() {
        assertThat(Caller.of(KARIN))
                .contains(new Caller(
                        "4711",
                        "Karin Exempel",
                        Role.COORDINATOR,
                        Optional.of(Agency.SOCIAL_SERVICES),
                        new Area("2380")));
    }

    @ParameterizedTest
    @CsvSource({
        "sub,''",
        "sub,201203042384",
        "sub,20120304-2384",
        "sub,urn:se:120304-2384",
        "sub,1203042384",
        "sub,Karin Exempel",
        "role,boss",
        "role,COORDINATOR",
        "agency,UNKNOWN",
        "agency,social-services",
        "municipality,2399",
        "municipality,''",
        "municipality,238"
    })
    void a_claim_that_says_what_cannot_be_makes_nobody(String claim, String value) {
        assertThat(Caller.of(but(claim, value))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"sub", "role", "municipality", "agency"})
    void a_claim_left_out_makes_nobody_of_one_who_meets_children(String claim) {
        Map<String, Object> less = new HashMap<>(KARIN);
        less.remove(claim);
        assertThat(Caller.of(less)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4711", "5a3e0000-0000-4000-8000-000000000001", "auth0|5f7c8ec7c33c6c004bbafe82"})
    void an_id_that_tells_nothing_of_its_owner_is_taken(String subject) {
        assertThat(Caller.of(but("sub", subject))).map(Caller::subject).contains(subject);
    }

    @Test
    void a_claim_that_is_no_text_makes_nobody() {
        assertThat(Caller.of(but("municipality", 2380))).isEmpty();
    }

    @Test
    void an_operator_is_of_no_agency_and_of_the_whole_country() {
        Optional<Caller> operator = Caller.of(Map.of("sub", "1", "role", "operator", "municipality", "00"));

        assertThat(operator).map(Caller::agency).contains(Optional.empty());
        assertThat(operator).map(Caller::area).contains(Area.ALL);
    }

    @ParameterizedTest
    @EnumSource
    void a_role_is_found_by_its_word(Role role) {
        assertThat(Role.of(role.word())).contains(role);
    }

    @Test
    void a_county_covers_its_own_municipalities_alone() {
        Area jamtland = new Area("23");

        assertThat(jamtland.municipalities())
                .hasSize(8)
                .extracting(Kommunkod::county)
                .containsOnly("23");
        assertThat(jamtland.covers("2380")).isTrue();
        assertThat(jamtland.covers("1490")).isFalse();
        assertThat(jamtland.covers("23")).isFalse();
        assertThat(jamtland.county()).contains("23");
        assertThat(jamtland.covers(new Area("2380"))).isTrue();
        assertThat(jamtland.covers(jamtland)).isTrue();
        assertThat(jamtland.covers(new Area("12"))).isFalse();
        assertThat(jamtland.covers(Area.ALL)).isFalse();
        assertThat(jamtland.municipality()).isEmpty();
    }

    @Test
    void a_municipality_covers_itself_alone() {
        assertThat(new Area("2380").municipalities())
                .extracting(Kommunkod::code)
                .containsExactly("2380");
        assertThat(new Area("2380").covers(new Area("23"))).isFalse();
        assertThat(new Area("2380").county()).isEmpty();
        assertThat(Area.ALL.municipalities()).hasSize(290);
        assertThat(Area.ALL.covers(new Area("23"))).isTrue();
        assertThat(Area.ALL.county()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "plan-owner, , 2380, true",
        "plan-owner, SCHOOL, 2380, true",
        "manager, SOCIAL_SERVICES, 2380, true",
        "coordinator, SOCIAL_SERVICES, 2380, true",
        "manager, REGION, 2380, false",
        "coordinator, POLICE, 2380, false",
        "plan-owner, , 2313, false",
        "plan-owner, , 23, false",
        "plan-owner, , 00, false",
        "case-worker, SOCIAL_SERVICES, 2380, false",
        "contact, SCHOOL, 2380, false",
        "data-protection-officer, , 2380, false",
        "operator, , 2380, false",
        "system, SOCIAL_SERVICES, 2380, false"
    })
    void exact_figures_are_for_three_roles_of_the_municipality_itself(
            String role, @Nullable String agency, String area, boolean shown) {
        Map<String, Object> claims = new HashMap<>(Map.of("sub", "4711", "role", role, "municipality", area));
        Optional.ofNullable(agency).ifPresent(one -> claims.put("agency", one));

        assertThat(Caller.of(claims).orElseThrow().seesExactFiguresOf("2380")).isEqualTo(shown);
    }

    private static Map<String, Object> but(String claim, Object value) {
        Map<String, Object> other = new HashMap<>(KARIN);
        other.put(claim, value);
        return other;
    }
}
