package se.samordna.streams;

import se.samordna.rules.Agency;

/**
 * How many of an agency's events were taken in one place of the books: each event once, by the least instant it was
 * received at.
 *
 * @param before how many when it was last told
 * @param total how many now
 */
public record Receipt(Place place, long before, long total) {

    /**
     * What is counted together.
     *
     * @param municipality of the event's header; empty: of all, by day
     * @param period a local month, {@code 2026-03}, of a municipality; a local day, {@code 2026-03-17}, of all
     */
    public record Place(Agency agency, String municipality, String period) {}
}
