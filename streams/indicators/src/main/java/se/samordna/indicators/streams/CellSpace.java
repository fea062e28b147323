package se.samordna.indicators.streams;

import org.apache.kafka.common.utils.Bytes;

/**
 * Where what lies in the store of cells: a letter for its kind, then its name, see {@link CellNames}.
 *
 * <pre>
 * 'A' cell|partition  how many events coordination has accounted for there
 * 'C' cell        what was counted, see {@link CellNames}
 * 'D' turn        how many more children are in a state from a day on
 * 'M' slot        the measurement in force
 * 'P' cell        the values last published
 * 'S' cell        that it was last published as suppressed
 * 'H' cell        what its exact figure was when figures were last published, and since when
 * 'T' partition   the greatest tick of a partition of the children's topics
 * 'R' partition   the day coordination had come to in a partition when it last said what it has accounted for
 * 'L'             the instant cells were last published
 * </pre>
 */
final class CellSpace {

    static final char ACCOUNTED = 'A';
    static final char COUNTED = 'C';
    static final char TURNED = 'D';
    static final char MEASURED = 'M';
    static final char VALUES_TOLD = 'P';
    static final char SUPPRESSION_TOLD = 'S';
    static final char STOOD = 'H';
    static final char CLOCK = 'T';
    static final char HEARD = 'R';
    static final char LAST = 'L';

    private CellSpace() {}

    /** A range of the store, first and last key inclusive. */
    record Range(Bytes from, Bytes to) {}

    /** Everything counted of a county. */
    static Range counted(String county) {
        return range(COUNTED, county);
    }

    /** Every turn of a state in a county. */
    static Range turned(String county) {
        return range(TURNED, county);
    }

    /** Everything measured in a county. */
    static Range measured(String county) {
        return range(MEASURED, county);
    }

    /** What the exact cells of a county were when figures were last published. */
    static Range stood(String county) {
        return range(STOOD, county);
    }

    /** The clocks of all partitions. */
    static Range clocks() {
        return range(CLOCK, "");
    }

    /** How far coordination had come in each partition. */
    static Range heard() {
        return range(HEARD, "");
    }

    static Range range(char kind, String prefix) {
        // Names are of characters before '~'.
        return new Range(key(kind, prefix), key(kind, prefix + '~'));
    }

    static Bytes key(char kind, String name) {
        return Bytes.wrap(CellNames.bytes(kind + name));
    }

    static String name(Bytes key) {
        return CellNames.text(key.get()).substring(1);
    }
}
