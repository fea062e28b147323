package se.samordna.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.samordna.local.StartupProblem;

/** A running system that wants to know who asks. */
class HttpTest {

    private final SystemThatAnswers system = new SystemThatAnswers();

    @AfterEach
    void close() {
        system.close();
    }

    @Test
    void a_token_is_shown_and_none_where_there_is_none() {
        http(Optional.of(" aaa.bbb.ccc\n")).body("/");
        http(Optional.empty()).body("/");
        http(Optional.of(" ")).body("/");

        assertThat(system.shown()).containsExactly("Bearer aaa.bbb.ccc", "nothing", "nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "401, token-missing, wants to know who asks",
        "401, token-expired, SAMORDNA_TOKEN",
        "403, role, is not for whoever asks",
        "403, other-municipality, is not for whoever asks",
    })
    void a_refusal_is_told_in_a_sentence_with_its_code(int told, String code, String words) {
        system.says(told, "{\"detail\":\"Why not.\",\"code\":\"" + code + "\"}");

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
        assertThat(system.shown()).isEmpty();
    }

    private Http http(Optional<String> token) {
        return new Http(system.url() + "/", token);
    }
}
