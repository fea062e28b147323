package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A workplace that a proxy on its machine shows to others, under a name and a scheme of their own. */
class FromElsewhereTest {
    private static final String NAME = "samordna.example";

    @Test
    void others_reach_pages_by_that_name_with_secure_cookies_and_no_api() throws Exception {
        String[] signIn = SignInHere.settings();
        try (var behind = new FakeBehind();
                var workplace = new Workplace(
                        behind.address(),
                        signIn[0],
                        signIn[1],
                        "samordna.hosts=localhost,127.0.0.1," + NAME,
                        "samordna.sign-in.address=https://" + NAME)) {
            behind.says("/api/schools/v1/events", "{}");

            assertThat(get(workplace.port, "/search", NAME))
                    .startsWith("HTTP/1.1 302")
                    .containsPattern("(?i)set-cookie: samordna=[^\r]*; Secure; HttpOnly; SameSite=Lax")
                    .contains("\r\nLocation: /oauth2/authorization/samordna\r\n");
            assertThat(get(workplace.port, "/oauth2/authorization/samordna", NAME))
                    .contains("redirect_uri=https://" + NAME + "/login/oauth2/code/samordna");
            assertThat(get(workplace.port, "/signed-out", NAME)).startsWith("HTTP/1.1 200");
            for (String closed : new String[] {"/api/schools/v1/events", "/actuator/health", "/actuator"}) {
                assertThat(get(workplace.port, closed, NAME))
                        .startsWith("HTTP/1.1 403")
                        .contains("not-this-machine");
            }
            assertThat(behind.asked).isEmpty();
            assertThat(get(workplace.port, "/signed-out", "other.example")).contains("strange-host");
            assertThat(get(workplace.port, "/api/schools/v1/events", "localhost"))
                    .startsWith("HTTP/1.1 200");
        }
    }

    private static String get(int port, String path, String host) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                            .formatted(path, host)
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
