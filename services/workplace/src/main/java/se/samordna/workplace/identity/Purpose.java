package se.samordna.workplace.identity;

import java.util.Arrays;
import java.util.Optional;

/** What someone needs to know a child's name for; a code of the access log, chosen and never typed. */
public enum Purpose {
    /** To find the case in the agency's own system. */
    FIND_CASE,
    /** To reach the child or those who care for it. */
    CONTACT_FAMILY,
    /** To prepare a meeting about it. */
    PREPARE_MEETING,
    /** To protect it now. */
    PROTECT_CHILD;

    /** The purpose of that code, if there is one. */
    public static Optional<Purpose> of(String code) {
        return Arrays.stream(values()).filter(one -> one.name().equals(code)).findFirst();
    }
}
