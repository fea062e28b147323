package se.samordna.rules;

/** What became of an event that came. */
public sealed interface Outcome {

    /** It is held. */
    record Stored() implements Outcome {}

    /** It says what is held already. */
    record Duplicate() implements Outcome {}

    /** It differs from what is held under its id and goes to the DLQ, whichever copy then counts. */
    record Conflict() implements Outcome {}

    /** Attendance, or a repair of it, received too late to take part (TOO_LATE_FOR_ALERTS in the balance). */
    record TooLate() implements Outcome {}

    /** A line of an attendance day that may be forgotten by now: it changes nothing. */
    record Forgotten() implements Outcome {}

    Outcome STORED = new Stored();
    Outcome DUPLICATE = new Duplicate();
    Outcome CONFLICT = new Conflict();
    Outcome TOO_LATE = new TooLate();
    Outcome FORGOTTEN = new Forgotten();
}
