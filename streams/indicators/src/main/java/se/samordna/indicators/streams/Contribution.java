package se.samordna.indicators.streams;

import java.time.Instant;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Figure;
import se.samordna.indicators.cells.Measurement;
import se.samordna.indicators.cells.Turn;

/** What goes to the cells: the one kind of record between the two halves of the topology. */
sealed interface Contribution {

    /** A cell moves by so much. */
    record Move(CellKey cell, Figure by) implements Contribution {}

    /** From a day on, a municipality's children in a state become more by so many. */
    record Turned(Turn turn, Figure by) implements Contribution {}

    /** A municipality measured something. */
    record Measured(Measurement measurement) implements Contribution {}

    /** How many events coordination has accounted for in one partition; the last holds. */
    record Accounted(CellKey cell, int partition, long total) implements Contribution {}

    /** Everything that the events of a partition moved up to an instant has been sent before this. */
    record Clock(int partition, Instant at) implements Contribution {}
}
