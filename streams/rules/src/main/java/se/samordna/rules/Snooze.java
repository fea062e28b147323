package se.samordna.rules;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The snooze of an alert that counts: the last one. It hides the alert in the inbox and changes nothing told.
 *
 * @param until the last local day it hides
 * @param level the alert's at the snooze; a worse one breaks it
 */
public record Snooze(LocalDate until, int level) {

    /** Whether the inbox hides an alert of this level. */
    public boolean hides(int levelNow, Instant now) {
        return now.isBefore(Calendar.end(until)) && levelNow <= level;
    }
}
