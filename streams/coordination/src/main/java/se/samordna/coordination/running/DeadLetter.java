package se.samordna.coordination.running;

import java.util.UUID;
import se.samordna.rules.Agency;
import se.samordna.streams.DeadReason;

/**
 * An event that no app could use, as its sender may be told of it.
 *
 * @param sender who owns the topic it came on; of an action, whose coordinator it names
 * @param municipality as it says itself; whose of the senders' it was
 * @param type the record type's name, known here or not
 */
public record DeadLetter(
        UUID childId, UUID eventId, Agency sender, String municipality, String type, DeadReason reason) {}
