package se.samordna.workplace.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;
import org.thymeleaf.context.LazyContextVariable;
import se.samordna.workplace.WorkplaceApp;

/**
 * What every page's frame needs: its language, and the way to the same page in the other one. Pages live in several
 * packages, and beside them what only forwards: what costs anything is worked out when a page asks for it.
 */
@ControllerAdvice(basePackageClasses = WorkplaceApp.class)
final class Frame {
    private static final Pattern OURS = Pattern.compile(
            "(?:status|rule|level|due|new|page|weeks|months|live|q|by|municipality|county)=(?:[A-Za-z0-9,._~+-]|%[0-9A-Fa-f]{2}){0,200}"
                    + "|period=[0-9]{4}(?:-Q[1-4]|-[0-9]{2}(?:(?:/|%2F)R12)?)?"
                    + "|(?:recipient|ground|role|what|result|officers)=[A-Za-z_-]{1,40}|cursor=[0-9a-z.-]{1,300}"
                    + "|(?:from|to|asOf)=[0-9-]{10}|(?:child|alert)=[0-9a-fA-F-]{36}");

    private final Texts texts;

    Frame(Texts texts) {
        this.texts = texts;
    }

    @ModelAttribute("lang")
    String language() {
        return texts.language().getLanguage();
    }

    @ModelAttribute("otherLanguage")
    String otherLanguage() {
        return other().getLanguage();
    }

    @ModelAttribute("otherLanguageLink")
    LazyContextVariable<String> otherLanguageLink(HttpServletRequest request) {
        return new LazyContextVariable<>() {
            @Override
            protected String loadValue() {
                return linkFrom(request);
            }
        };
    }

    private String linkFrom(HttpServletRequest request) {
        // After a failure the container asks for the page of faults; the link leads back to what was asked for.
        Object asked = request.getAttribute("jakarta.servlet.error.request_uri");
        String path = asked == null ? request.getRequestURI() : asked.toString();
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        return UriComponentsBuilder.fromPath(path)
                .query(kept(query))
                .queryParam("lang", other().getLanguage())
                .build()
                .toUriString();
    }

    /** Only what our own pages put there: what someone else wrote into an address is not carried on. */
    private static String kept(String query) {
        return Stream.of(query.split("&", -1))
                .filter(part -> OURS.matcher(part).matches())
                .collect(Collectors.joining("&"));
    }

    private Locale other() {
        return texts.language().equals(Language.SWEDISH) ? Language.ENGLISH : Language.SWEDISH;
    }
}
