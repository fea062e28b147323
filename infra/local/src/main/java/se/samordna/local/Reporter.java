package se.samordna.local;

/** Hears, in plain words, what is starting and what is ready. */
@FunctionalInterface
public interface Reporter {
    /** One line for the person at the terminal. */
    void say(String line);
}
