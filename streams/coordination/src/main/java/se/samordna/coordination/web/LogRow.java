package se.samordna.coordination.web;

import java.util.List;
import java.util.UUID;

/** A row of a log as it is shown: codes, times and the child's pseudonym, nothing of what is held of the child. */
interface LogRow {

    UUID childId();

    /** As a row of comma-separated values, in the order of the heading. */
    List<String> values();
}
