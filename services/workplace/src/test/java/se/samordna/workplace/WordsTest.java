package se.samordna.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samordna.schemas.EventType;
import se.samordna.schemas.EventTypes;
import se.samordna.schemas.FieldKind;

/** That a page has a word for whatever an event can say. */
class WordsTest {
    private static final String SWEDISH = "messages.properties";
    private static final String ENGLISH = "messages_en.properties";
    private static final Set<FieldKind> CLOSED = Set.of(FieldKind.ENUM, FieldKind.ENUMS);

    @ParameterizedTest
    @ValueSource(strings = {SWEDISH, ENGLISH})
    void every_type_and_every_code_of_a_closed_list_has_a_word(String file) throws IOException {
        Properties words = words(file);

        assertThat(EventTypes.all()).extracting(type -> "event." + type.name()).isSubsetOf(words.stringPropertyNames());
        assertThat(EventTypes.all().stream().flatMap(WordsTest::codes))
                .hasSizeGreaterThan(50)
                .allSatisfy(code -> assertThat(words.stringPropertyNames())
                        .containsAnyOf(
                                "code." + code.field() + "." + code.symbol(),
                                "code." + code.symbol(),
                                "reason." + code.symbol()));
    }

    @Test
    void both_languages_say_all_of_it_and_nothing_else() throws IOException {
        assertThat(words(ENGLISH).stringPropertyNames())
                .isEqualTo(words(SWEDISH).stringPropertyNames());
    }

    private record Code(String field, String symbol) {}

    private static Stream<Code> codes(EventType type) {
        return type.bodyFields().stream()
                .filter(field -> FieldKind.of(field).filter(CLOSED::contains).isPresent())
                .flatMap(field -> symbols(FieldKind.present(field)).stream()
                        .filter(symbol -> !symbol.equals("UNKNOWN"))
                        .map(symbol -> new Code(field.name(), symbol)));
    }

    private static List<String> symbols(Schema type) {
        return type.getType() == Schema.Type.ARRAY ? symbols(type.getElementType()) : type.getEnumSymbols();
    }

    private static Properties words(String file) throws IOException {
        Properties words = new Properties();
        try (Reader text = new InputStreamReader(
                Objects.requireNonNull(WordsTest.class.getResourceAsStream("/workplace/" + file)),
                StandardCharsets.UTF_8)) {
            words.load(text);
        }
        return words;
    }
}
