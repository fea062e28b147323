package se.samordna.coordination.scan;

import java.util.List;
import java.util.Optional;

/** What came of a question to the log. */
public sealed interface Found<T> {

    /**
     * Rows, the newest first: of one partition in the order they were written, of several by their stamps.
     *
     * @param next where to go on; empty: there is nothing more
     * @param cutShort whether the time ran out before there were as many as wanted: going on may find more
     */
    record Page<T>(List<T> rows, Optional<Cursor> next, boolean cutShort) implements Found<T> {}

    /** Too many are being answered. */
    record Busy<T>() implements Found<T> {}

    /** The broker or the registry does not answer in time. */
    record Away<T>() implements Found<T> {}
}
