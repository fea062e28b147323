package se.samordna.rules;

import java.time.Instant;
import java.util.UUID;

/** What one recipient is told of one alert. */
public sealed interface Telling permits Alert, Notice {

    UUID alertId();

    UUID childId();

    Status status();

    Instant dueAt();
}
