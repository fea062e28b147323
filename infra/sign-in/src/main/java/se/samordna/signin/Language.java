package se.samordna.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Swedish unless asked for English, by {@code ?lang=en} or by the cookie in which the workplace keeps what was chosen
 * there: cookies know hosts, not ports.
 */
@Component("localeResolver")
final class Language implements LocaleResolver {
    private static final Locale SWEDISH = Locale.of("sv");

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("lang"))
                .or(() -> remembered(request))
                .filter("en"::equals)
                .map(Locale::of)
                .orElse(SWEDISH);
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("a language is chosen by the address");
    }

    private static Optional<String> remembered(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
                .filter(cookie -> cookie.getName().equals("lang"))
                .map(Cookie::getValue)
                .findFirst();
    }
}
