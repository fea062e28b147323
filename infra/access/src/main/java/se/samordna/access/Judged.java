package se.samordna.access;

/** What a token turned out to be. */
public sealed interface Judged {

    /** Good, and of someone. */
    record Good(Caller caller) implements Judged {}

    /** Not to be believed: forged, of another issuer, for someone else, not yet valid, or of nobody. */
    record Invalid() implements Judged {}

    /** It was good once. */
    record Expired() implements Judged {}

    /** Nobody can tell: the issuer's keys are not to be had. */
    record KeysAway() implements Judged {}
}
