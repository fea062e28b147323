package se.samordna.coordination.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.samordna.schemas.UuidText;

/** Ids among the parameters of a question. */
final class Ids {

    private Ids() {}

    /**
     * The id; empty where none is given.
     *
     * @param wrong is told the name if what is given is none
     */
    static Optional<UUID> given(HttpServletRequest request, String name, List<String> wrong) {
        String text = Paging.given(request, name);
        Optional<UUID> id = UuidText.read(text);
        Narrowed.wrongIf(!text.isEmpty() && id.isEmpty(), name, wrong);
        return id;
    }
}
