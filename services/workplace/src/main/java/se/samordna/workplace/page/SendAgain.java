package se.samordna.workplace.page;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where a form cannot be taken just now: says so, keeps what was filled in and offers to send it again. It is the same form
 * still, so that sent twice it is one act.
 */
public final class SendAgain {
    private static final int AWAY_FOR = 5;
    private static final int MOST_FIELDS = 200;
    private static final Set<String> NOT_KEPT = Set.of("_csrf");

    private SendAgain() {}

    /** A field as it was filled in. */
    public record Field(String name, String value) {}

    /** @param where a path of ours that takes the form */
    public static ModelAndView page(String where, MultiValueMap<String, String> form) {
        List<Field> fields = form.entrySet().stream()
                .filter(one -> !NOT_KEPT.contains(one.getKey()))
                .flatMap(one -> one.getValue().stream().map(value -> new Field(one.getKey(), value)))
                .limit(MOST_FIELDS)
                .collect(Collectors.toList());
        return new ModelAndView("send-again", HttpStatus.SERVICE_UNAVAILABLE)
                .addObject("where", where)
                .addObject("fields", fields)
                .addObject("retryAfter", AWAY_FOR);
    }
}
