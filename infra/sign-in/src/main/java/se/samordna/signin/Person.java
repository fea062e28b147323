package se.samordna.signin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.samordna.access.Caller;
import se.samordna.access.Role;

/**
 * Someone made up.
 *
 * @param id the subject of their tokens
 * @param role the word of a {@link Role}
 * @param agency as tokens name it; nobody's if it is left out
 * @param municipality the code of their area
 * @param does what they do, by language
 */
record Person(
        String id, String name, String role, @Nullable String agency, String municipality, Map<String, String> does) {

    /** What their tokens say of them besides the subject. */
    Map<String, Object> claims() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("name", name);
        claims.put("role", role);
        Optional.ofNullable(agency).ifPresent(word -> claims.put("agency", word));
        claims.put("municipality", municipality);
        return claims;
    }

    /** Whether everyone who reads their tokens would know who that is, and that it is a person. */
    boolean makesSense() {
        Map<String, Object> all = new LinkedHashMap<>(claims());
        all.put("sub", id);
        return Caller.of(all).filter(one -> one.role() != Role.SYSTEM).isPresent();
    }
}
