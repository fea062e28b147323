package se.samordna.coordination.web;

import java.util.Optional;
import se.samordna.access.Role;

/** What one kind of look-up shows. */
interface Showing {

    /** Whose work it is to see it. */
    default boolean isFor(Role role) {
        return role.meetsChildren();
    }

    /** The answer made of a child; empty if there is nothing in it that the asker may see. */
    Optional<Object> of(Desk.Found found);

    /** The answer where the store holds nothing of the child. */
    default Optional<Object> ofUnknown(Asker asker) {
        return Optional.empty();
    }

    /** Whether nothing found means that there is nothing. */
    default boolean certain() {
        return true;
    }
}
