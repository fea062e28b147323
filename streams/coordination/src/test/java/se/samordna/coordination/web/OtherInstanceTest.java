package se.samordna.coordination.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.samordna.access.Area;
import se.samordna.access.Bearer;
import se.samordna.access.Caller;
import se.samordna.access.Presence;
import se.samordna.access.Role;
import se.samordna.rules.Agency;

/** A question passed on to the instance that has the child. */
class OtherInstanceTest {

    private static final Presence.SignedIn KARIN = new Presence.SignedIn(
            new Caller(
                    "k1",
                    "Karin Exempel",
                    Role.COORDINATOR,
                    Optional.of(se.samordna.events.Agency.SOCIAL_SERVICES),
                    new Area("2380")),
            new Bearer("aaa.bbb.ccc"));

    private final List<Headers> asked = new ArrayList<>();
    private final OtherInstance other = new OtherInstance();
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestHeaders());
            exchange.sendResponseHeaders(403, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        other.close();
        server.stop(0);
    }

    @Test
    void carries_the_askers_own_token_and_no_word_of_ours_on_who_it_is() {
        int status = passed(new Asker(Agency.SOCIAL_SERVICES, Optional.of(KARIN), "SUPERVISION", false));

        assertThat(status).isEqualTo(403);
        assertThat(asked).singleElement().satisfies(headers -> {
            assertThat(headers.get("Authorization")).containsExactly("Bearer aaa.bbb.ccc");
            assertThat(headers.get("X-Purpose")).containsExactly("SUPERVISION");
            assertThat(headers.get("X-Samordna-Forwarded")).containsExactly("1");
            assertThat(headers.values().toString()).doesNotContain("k1").doesNotContain("Karin");
        });
    }

    @Test
    void of_this_machine_there_is_no_token_to_carry() {
        passed(new Asker(Agency.SCHOOL, Optional.empty(), "COORDINATION", false));

        assertThat(asked)
                .singleElement()
                .satisfies(headers ->
                        assertThat(headers.containsKey("Authorization")).isFalse());
    }

    private int passed(Asker asker) {
        var question = (HttpServletRequest) Proxy.newProxyInstance(
                OtherInstanceTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (_, method, _) -> switch (method.getName()) {
                    case "getRequestURI" -> "/api/coordination/v1/children/1";
                    case "getQueryString" -> "as=school";
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        return other.pass(
                        question,
                        asker,
                        new HostInfo("127.0.0.1", server.getAddress().getPort()))
                .getStatusCode()
                .value();
    }
}
