package se.samordna.signin;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Whom one can sign in as, in the order of their file. */
@Component
final class People {
    private final Map<String, Person> byId;

    People(SignInSettings settings) {
        try (InputStream file = opened(settings.people())) {
            byId = List.of(JsonMapper.shared().readValue(file, Person[].class)).stream()
                    .collect(Collectors.toMap(Person::id, Function.identity(), People::twice, LinkedHashMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException("the file of people cannot be read", e);
        }
        List<String> senseless = byId.values().stream()
                .filter(one -> !one.makesSense())
                .map(Person::id)
                .toList();
        if (!senseless.isEmpty()) {
            throw new IllegalArgumentException("no role, agency or area like that: " + senseless);
        }
    }

    List<Person> all() {
        return List.copyOf(byId.values());
    }

    Optional<Person> of(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    private static InputStream opened(Optional<File> file) throws IOException {
        return file.isPresent()
                ? Files.newInputStream(file.get().toPath())
                : new ClassPathResource("sign-in/people.json").getInputStream();
    }

    private static Person twice(Person one, Person other) {
        throw new IllegalArgumentException("two people of one id: " + other.id());
    }
}
