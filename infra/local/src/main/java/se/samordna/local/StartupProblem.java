package se.samordna.local;

/** Something on this machine keeps the platform from starting; the message is for the person at the terminal. */
public final class StartupProblem extends RuntimeException {
    public StartupProblem(String message) {
        super(message);
    }

    public StartupProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
