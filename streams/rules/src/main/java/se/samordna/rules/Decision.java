package se.samordna.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What follows from a child's facts at an instant.
 *
 * @param told what has been told once the effects are carried out; the same instance if nothing of it changed
 * @param wakeUp the least later instant at which anything may change without a new event
 */
public record Decision(List<Effect> effects, Told told, Optional<Instant> wakeUp) {}
