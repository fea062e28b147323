package se.samordna.workplace.query;

import java.util.Optional;

/** With what a question is asked: whose it is. */
public interface Credentials {

    /** The access token of whoever looks at the page; empty for a page that anyone may see. */
    Optional<String> token();

    /** The agency as which it is asked, in the word of the query APIs' {@code as=}; empty for the social services. */
    Optional<String> as();
}
