package se.samordna.rules;

/**
 * What an event says, one record per event type of the contract, grouped by who owns the type. Ids are the sender's
 * strings, codes {@code [A-Z0-9_]{1,40}}, dates local to Europe/Stockholm.
 */
public sealed interface Body permits SharedFact, SocialFact, SchoolFact, RegionFact, PoliceFact, Action {

    /** The event type's name in the contract, as {@code ConcernReportReceived}. */
    default String type() {
        return getClass().getSimpleName();
    }
}
