package se.samordna.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.samordna.rules.Body;
import se.samordna.schemas.EventType;
import se.samordna.schemas.EventTypes;

/** Every type of the catalogue has its body, and every body its type. */
class BodiesTest {

    static Stream<EventType> types() {
        return EventTypes.all().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_type_becomes_the_body_of_the_same_name(EventType type) {
        Body body = Bodies.all().of(Sample.of(type)).orElseThrow();

        assertThat(body.getClass().getSimpleName()).isEqualTo(type.name());
    }

    @Test
    void no_body_is_without_a_type_and_nothing_else() {
        Set<String> bodies = new HashSet<>();
        List<Class<?>> kinds = new ArrayList<>(List.of(Body.class));
        while (!kinds.isEmpty()) {
            Class<?> kind = kinds.removeLast();
            if (kind.isSealed()) {
                kinds.addAll(List.of(kind.getPermittedSubclasses()));
            } else {
                bodies.add(kind.getSimpleName());
            }
        }

        assertThat(bodies)
                .containsExactlyInAnyOrderElementsOf(
                        types().map(EventType::name).toList());
    }
}
