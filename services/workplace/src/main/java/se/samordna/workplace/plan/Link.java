package se.samordna.workplace.plan;

/**
 * A way on.
 *
 * @param here whether it leads to where one is
 */
record Link(String text, String to, boolean here) {}
