package se.samordna.coordination.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids among the parameters of a question. */
final class Ids {

    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Ids() {}

    /**
     * The id; empty where none is given.
     *
     * @param wrong is told the name if what is given is none
     */
    static Optional<UUID> given(HttpServletRequest request, String name, List<String> wrong) {
        String text = Paging.given(request, name);
        boolean is = FORM.matcher(text).matches();
        Narrowed.wrongIf(!text.isEmpty() && !is, name, wrong);
        return is ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
