package se.samordna.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void both_languages_say_all_of_it_and_nothing_else() throws IOException {
        assertThat(words("messages_en.properties").stringPropertyNames())
                .isEqualTo(words("messages.properties").stringPropertyNames());
    }

    private static Properties words(String file) throws IOException {
        Properties words = new Properties();
        try (Reader text = new InputStreamReader(
                Objects.requireNonNull(WordsTest.class.getResourceAsStream("/sign-in/" + file)),
                StandardCharsets.UTF_8)) {
            words.load(text);
        }
        return words;
    }
}
