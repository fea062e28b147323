package se.samordna.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.samordna.local.StartupProblem;

/** A running system that wants to know who asks. */
class HttpTest {

    private final List<String> shown = new ArrayList<>();
    private HttpServer server;
    private volatile int status = 200;
    private volatile String body = "{}";

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            shown.add(String.join(",", exchange.getRequestHeaders().getOrDefault("Authorization", List.of("nothing"))));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void a_token_is_shown_and_none_where_there_is_none() {
        http(Optional.of(" aaa.bbb.ccc\n")).body("/");
        http(Optional.empty()).body("/");
        http(Optional.of(" ")).body("/");

        assertThat(shown).containsExactly("Bearer aaa.bbb.ccc", "nothing", "nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "401, token-missing, wants to know who asks",
        "401, token-expired, SAMORDNA_TOKEN",
        "403, role, is not for whoever asks",
        "403, other-municipality, is not for whoever asks",
    })
    void a_refusal_is_told_in_a_sentence_with_its_code(int told, String code, String words) {
        status = told;
        body = "{\"detail\":\"Why not.\",\"code\":\"" + code + "\"}";

        assertThatThrownBy(() -> http(Optional.of("aaa.bbb.ccc")).body("/"))
                .isInstanceOf(StartupProblem.class)
                .hasMessageContaining(words)
                .hasMessageContaining("Why not. (" + code + ")")
                .hasMessageNotContaining("aaa.bbb.ccc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aaa\r\nX-Purpose: OTHER", "aaa bbb", "å"})
    void what_cannot_be_a_token_is_not_sent(String token) {
        assertThatThrownBy(() -> http(Optional.of(token)).body("/"))
                .isInstanceOf(StartupProblem.class)
                .hasMessageNotContaining(token);
        assertThat(shown).isEmpty();
    }

    private Http http(Optional<String> token) {
        return new Http("http://127.0.0.1:" + server.getAddress().getPort() + "/", token);
    }
}
