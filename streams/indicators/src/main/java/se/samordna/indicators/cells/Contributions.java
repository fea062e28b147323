package se.samordna.indicators.cells;

/** Takes what children add to the cells; a contribution may be negative. */
public interface Contributions {

    /** A cell becomes more by so much. */
    void add(CellKey cell, Figure by);

    /** From a day on, the children in a state become more by so many. */
    void turn(Turn turn, Figure by);
}
