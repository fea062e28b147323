package se.samordna.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;

/** Where a status is all that is known, whose fault it is and whether to send again. */
class RefusalTest {

    @ParameterizedTest
    @CsvSource({
        "400, unreadable-request",
        "411, unreadable-request",
        "413, unreadable-request",
        "414, unreadable-request",
        "431, unreadable-request",
        "501, unreadable-request",
        "505, unreadable-request",
        "403, refused",
        "404, refused",
        "405, refused",
        "500, not-answered",
        "503, not-answered"
    })
    void a_status_is_told_as_a_problem_of_that_kind(int status, String code) throws Exception {
        var response = new MockHttpServletResponse();

        UnreadRequests.answer(status, response);

        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(response.getContentAsString())
                .contains("\"status\":" + status, "\"code\":\"" + code + "\"")
                .doesNotContain("%");
        assertThat(response.getHeader("WWW-Authenticate")).isNull();
    }
}
