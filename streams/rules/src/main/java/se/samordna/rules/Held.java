package se.samordna.rules;

/**
 * A held event: the copy with the least receivedAt.
 *
 * @param disputed whether another copy, received at the same instant, differs; then none counts until an earlier comes
 */
public record Held(Event copy, boolean disputed) {}
