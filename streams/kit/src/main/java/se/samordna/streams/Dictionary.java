package se.samordna.streams;

/** What entries of events refer to instead of saying it each; it lies in the store beside them. */
interface Dictionary {

    /** The saved text of a schema. */
    byte[] schema(long fingerprint);

    /** What {@link Letterheads} has under a number. */
    byte[] letterhead(int number);
}
