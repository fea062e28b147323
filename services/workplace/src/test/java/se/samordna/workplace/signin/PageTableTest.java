package se.samordna.workplace.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samordna.access.Role;

/** Which page is for whom, written a second time, as the decision has it. */
class PageTableTest {

    @ParameterizedTest
    @CsvSource({
        "/inbox, COORDINATOR CASE_WORKER CONTACT",
        "/alerts/89c92de3-2f6c-5937-b7c5-9fc228a5372e, COORDINATOR CASE_WORKER CONTACT",
        "/alerts/89c92de3-2f6c-5937-b7c5-9fc228a5372e/close, COORDINATOR CASE_WORKER CONTACT",
        "/children/0b540000-0000-8000-8000-000000000001, COORDINATOR CASE_WORKER CONTACT",
        "/search, COORDINATOR CASE_WORKER",
        "/ledger, DATA_PROTECTION_OFFICER",
        "/access-log, DATA_PROTECTION_OFFICER",
        "/operator, OPERATOR",
        "/rules, COORDINATOR CASE_WORKER CONTACT MANAGER PLAN_OWNER DATA_PROTECTION_OFFICER OPERATOR",
        "/municipalities/2380/plan, COORDINATOR CASE_WORKER CONTACT MANAGER PLAN_OWNER DATA_PROTECTION_OFFICER OPERATOR",
        "/exact/municipalities/2380/plan, COORDINATOR MANAGER PLAN_OWNER",
        "/exact/municipalities/2380/plan/A1, COORDINATOR MANAGER PLAN_OWNER",
        "/exact/municipalities/2380/plan/goals.csv, COORDINATOR MANAGER PLAN_OWNER",
        "/exact/indicators/I05, COORDINATOR MANAGER PLAN_OWNER",
        "/nowhere, ''",
        "/children, COORDINATOR CASE_WORKER CONTACT",
        "/searches, ''",
        "/municipalities/2380/children, ''"
    })
    void a_page_is_opened_by_its_roles_and_nobody_else(String page, String roles) {
        assertThat(openedBy(page)).isEqualTo(rolesOf(roles));
    }

    @Test
    void only_what_is_published_and_the_way_out_is_for_strangers() {
        assertThat(PageTable.rows().stream().filter(PageTable.Row::open).map(PageTable.Row::toString))
                .containsExactlyInAnyOrder("/error", "/public/**", "/signed-out", "/kept-form", "/signing-out");
    }

    @Test
    void no_page_is_a_systems() {
        assertThat(PageTable.rows().stream()
                        .filter(row -> !row.open() && row.roles().contains(Role.SYSTEM)))
                .isEmpty();
    }

    private static Set<Role> openedBy(String page) {
        return Arrays.stream(Role.values())
                .filter(role -> PageTable.opens(role, page))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    private static Set<Role> rolesOf(String words) {
        return Arrays.stream(words.split(" "))
                .filter(word -> !word.isEmpty())
                .map(Role::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
