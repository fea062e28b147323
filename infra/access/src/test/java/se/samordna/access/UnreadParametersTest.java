package se.samordna.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Parameters that cannot be read, whoever finds that out. */
class UnreadParametersTest {

    private static final String NUMBER = "201403122383";

    private final UnreadParameters unread = new UnreadParameters();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void a_query_is_looked_at_before_anybody_answers() throws Exception {
        unread.doFilter(new Unreadable("GET", "/api/x"), response, (_, _) -> {
            throw new AssertionError("nobody is asked");
        });

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentAsString())
                .contains("unreadable-parameters")
                .doesNotContain(NUMBER);
    }

    @Test
    void a_forms_body_is_not_read_before_it_is_known_who_asks() throws Exception {
        var form = new Unreadable("POST", "/search");
        form.setContentType("application/x-www-form-urlencoded; charset=UTF-8");

        unread.doFilter(form, response, (_, _) -> assertThat(form.read).isFalse());

        assertThat(response.getStatus()).isEqualTo(200);
        unread.doFilter(form, response, (FilterChain) (request, _) -> request.getParameterMap());
        assertThat(response.getStatus()).isEqualTo(400);
    }

    @Test
    void what_a_handler_finds_is_answered_before_anyone_takes_it_for_a_mistake_of_ours() throws Exception {
        var request = new Unreadable("POST", "/search");
        request.addHeader("Accept", "text/html,*/*;q=0.8");

        assertThat(unread.resolveException(request, response, null, new InvalidParameterException(NUMBER)))
                .isNotNull();
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentAsString())
                .as("the page is another's to make")
                .isEmpty();
        assertThat(unread.resolveException(request, response, null, new IllegalStateException("another")))
                .isNull();
    }

    /** As the container has it: the exception says name and value. */
    private static final class Unreadable extends MockHttpServletRequest {
        private boolean read;

        Unreadable(String method, String uri) {
            super(method, uri);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            read = true;
            throw new InvalidParameterException("rule=" + NUMBER);
        }
    }
}
