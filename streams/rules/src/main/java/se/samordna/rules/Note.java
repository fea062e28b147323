package se.samordna.rules;

import java.time.Instant;

/**
 * What one alert lets be told to a recipient that the rule names {@linkplain Tells#byAlert by alert}: from {@code from}
 * on a notice with this code, until a later note to the same recipient.
 */
public record Note(Agency to, String code, Instant from) {}
