package se.samordna.workplace.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;

/** Swedish unless asked for English by {@code ?lang=en}, which is then remembered in a cookie. */
@Component("localeResolver")
final class Language implements LocaleResolver, HandlerInterceptor {
    static final Locale SWEDISH = Locale.of("sv");
    static final Locale ENGLISH = Locale.ENGLISH;
    private static final String COOKIE = "lang";
    // Read from the query alone: asking for a parameter would read the body of a form or an event.
    private static final Pattern ASKED = Pattern.compile("(?:^|&)lang=(sv|en)(?:&|$)");

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return asked(request).or(() -> remembered(request)).orElse(SWEDISH);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        asked(request)
                .ifPresent(language -> response.addHeader(
                        "Set-Cookie",
                        ResponseCookie.from(COOKIE, language.getLanguage())
                                .path("/")
                                .httpOnly(true)
                                .sameSite("Lax")
                                .maxAge(Duration.ofDays(365))
                                .build()
                                .toString()));
        return true;
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("a language is chosen by the address");
    }

    private static Optional<Locale> asked(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null) {
            return Optional.empty();
        }
        Matcher asked = ASKED.matcher(query);
        return asked.find() ? known(asked.group(1)) : Optional.empty();
    }

    private static Optional<Locale> remembered(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        Stream<Cookie> all = cookies == null ? Stream.empty() : Arrays.stream(cookies);
        return all.filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .flatMap(value -> known(value).stream())
                .findFirst();
    }

    private static Optional<Locale> known(String language) {
        return Stream.of(SWEDISH, ENGLISH)
                .filter(one -> one.getLanguage().equals(language))
                .findFirst();
    }
}
