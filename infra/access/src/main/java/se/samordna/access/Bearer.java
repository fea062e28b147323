package se.samordna.access;

/**
 * A token as it came, to be passed on to whoever must judge it again. It prints as nothing: who has it is who it is of.
 *
 * @param token the JWT in its compact form
 */
public record Bearer(String token) {

    /** The most characters of a token that is looked at; what people and systems carry has some thousand. */
    static final int LONGEST = 8_000;

    private static final String SCHEME = "Bearer ";

    /** The value of the Authorization header that carries it. */
    public String header() {
        return SCHEME + token;
    }

    @Override
    public String toString() {
        return "token";
    }
}
