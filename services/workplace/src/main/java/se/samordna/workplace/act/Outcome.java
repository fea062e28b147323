package se.samordna.workplace.act;

import java.util.List;
import java.util.UUID;

/** What came of sending acts. */
public sealed interface Outcome {

    /** They are in Kafka, these or the same ones of an earlier sending of the form. */
    record Taken(List<UUID> eventIds) implements Outcome {}

    /** Not known to be there; the same form may be sent again. */
    record Away() implements Outcome {}

    /** Not taken, and sending it again would not help. */
    record Refused() implements Outcome {}
}
