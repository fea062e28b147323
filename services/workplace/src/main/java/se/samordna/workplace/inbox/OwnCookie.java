package se.samordna.workplace.inbox;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import se.samordna.access.Caller;
import se.samordna.kit.privacy.HiddenPersonnummer;
import se.samordna.workplace.page.Moments;

/**
 * {@link Own} in a cookie of its person (ADR 0028). Nothing in it is trusted more than an address that someone typed:
 * each value is read as one, and what is none of ours is as if it were not there.
 */
@Component
final class OwnCookie {
    private static final Duration KEPT = Duration.ofDays(400);
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST = 3_500;

    /** What this person's browser brings. */
    Own read(HttpServletRequest request, Caller caller) {
        Cookie[] cookies = request.getCookies();
        return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
                .filter(cookie -> cookie.getName().equals(name(caller)))
                .findFirst()
                .flatMap(cookie -> text(cookie.getValue()))
                .map(OwnCookie::own)
                .orElse(Own.NOTHING);
    }

    void write(Own own, Caller caller, HttpServletRequest request, HttpServletResponse response) {
        String text = Stream.concat(
                        Stream.of(
                                instant(own.before()),
                                instant(own.seen()),
                                own.looked().toString()),
                        own.views().stream()
                                .map(view -> encoded(view.name()) + "?"
                                        + view.filters().query()))
                .collect(Collectors.joining("\n"));
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        response.addHeader(
                "Set-Cookie",
                ResponseCookie.from(name(caller), value)
                        .path("/inbox")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(KEPT)
                        .build()
                        .toString());
    }

    /** A view under a name that may be kept: short, and no one's number. */
    static Optional<Own.View> view(String name, Filters filters) {
        String plain = name.strip();
        boolean fits = !plain.isEmpty()
                && plain.length() <= LONGEST_NAME
                && plain.codePoints().noneMatch(Character::isISOControl);
        return fits && !HiddenPersonnummer.isIn(plain)
                ? Optional.of(new Own.View(plain, filters.at(1)))
                : Optional.empty();
    }

    /** Two people at one browser do not see each other's. */
    private static String name(Caller caller) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(caller.subject().getBytes(StandardCharsets.UTF_8));
            return "samordna-inbox-" + HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Optional<String> text(String value) {
        try {
            return value.length() > LONGEST
                    ? Optional.empty()
                    : Optional.of(new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static Own own(String text) {
        List<String> lines = text.lines().toList();
        return lines.size() < 3
                ? Own.NOTHING
                : new Own(
                        Moments.instant(lines.get(0)),
                        Moments.instant(lines.get(1)),
                        Moments.instant(lines.get(2)).orElse(Instant.EPOCH),
                        lines.stream()
                                .skip(3)
                                .flatMap(line -> view(line).stream())
                                .toList());
    }

    private static Optional<Own.View> view(String line) {
        int at = line.indexOf('?');
        return at < 1
                ? Optional.empty()
                : Filters.ofQuery(line.substring(at + 1))
                        .flatMap(filters -> view(decoded(line.substring(0, at)), filters));
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            return "";
        }
    }

    private static String instant(Optional<Instant> at) {
        return at.map(Instant::toString).orElse("-");
    }
}
