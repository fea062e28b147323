package se.samordna.rules;

import java.time.Instant;

/** From {@code at} on the alert's level is at least {@code level} (1 notice, 2 urgent, 3 worst). */
public record Step(Instant at, int level) {}
