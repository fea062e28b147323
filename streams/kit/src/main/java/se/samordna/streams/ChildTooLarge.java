package se.samordna.streams;

/**
 * What is kept of a child no longer fits into a record of the changelog: thousands of alerts on one child, as a sender
 * that repeats itself under new ids brings about. The event goes to the dead letters, and the rest of the county goes on.
 */
public final class ChildTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
