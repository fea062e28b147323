package se.samordna.workplace.proxy;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.samordna.workplace.Behind;

/** What a request line asks for, judged as it was sent, before anyone has decoded or tidied it. */
sealed interface ApiPath {

    /**
     * A path of one of those behind.
     *
     * @param pathAndQuery what the target is asked, unchanged
     */
    record Known(Behind behind, String pathAndQuery) implements ApiPath {

        URI at(URI target) {
            return URI.create(target.getScheme() + "://" + target.getRawAuthority() + pathAndQuery);
        }
    }

    /** A word that no one answers for. */
    record Unknown() implements ApiPath {}

    /** A path that is not plain: dots, escapes, empty segments, or too long. */
    record Refused() implements ApiPath {}

    // No path of these APIs needs an escape, so none is let through: nothing can be decoded twice.
    Pattern PLAIN = Pattern.compile("/api/([a-z-]{1,40})((?:/(?!\\.{1,2}(?:/|$))[A-Za-z0-9._~-]{1,80}){1,8})");
    Pattern QUERY = Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,;:@/?=-]|%[0-9A-Fa-f]{2}){0,2000}");

    static ApiPath of(String rawPath, @Nullable String rawQuery) {
        Matcher plain = PLAIN.matcher(rawPath);
        if (!plain.matches() || (rawQuery != null && !QUERY.matcher(rawQuery).matches())) {
            return new Refused();
        }
        Optional<Behind> behind = Behind.of(plain.group(1));
        if (behind.isEmpty()) {
            return new Unknown();
        }
        return new Known(behind.get(), rawQuery == null ? rawPath : rawPath + "?" + rawQuery);
    }
}
