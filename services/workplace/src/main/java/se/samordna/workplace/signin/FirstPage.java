package se.samordna.workplace.signin;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.samordna.access.Caller;
import se.samordna.schemas.Kommunkod;

/** Where one begins after signing in: the page one came for, else the first of these that is one's own. */
@Controller
final class FirstPage {
    static final String START = "/start";

    private static final List<String> BEFORE = List.of("/inbox", "/ledger", "/operator");

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    FirstPage(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @GetMapping(START)
    String start(Caller caller) {
        Optional<String> own = caller.area().municipality().map(Kommunkod::code);
        String page = Stream.of(
                        BEFORE.stream(),
                        own
                                .filter(code -> caller.role().meetsChildren())
                                .map(code -> "/municipalities/" + code)
                                .stream(),
                        own.map(code -> "/municipalities/" + code + "/plan").stream())
                .flatMap(one -> one)
                .filter(one ->
                        PageTable.opens(caller.role(), one) && (isThere(one) || one.startsWith("/municipalities/")))
                .findFirst()
                .orElse("/");
        return "redirect:" + page;
    }

    /** Whether there is a page of that path yet. */
    boolean isThere(String path) {
        return paths().contains(path);
    }

    private Set<String> paths() {
        return mappings.getObject().getHandlerMethods().keySet().stream()
                .flatMap(one -> one.getPatternValues().stream())
                .collect(Collectors.toSet());
    }
}
