package se.samordna.streams;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/**
 * Where a type has enums, so as to see whether one reads UNKNOWN: a symbol newer than our schema. Such a record waits
 * among the dead letters for our upgrade, rather than be kept with something lost.
 *
 * @param enums positions of enum fields, and of lists of enums
 * @param records positions of records, each with its own
 */
record Symbols(int[] enums, List<Inner> records) {

    record Inner(int position, Symbols symbols) {}

    static Symbols of(Schema record) {
        List<Integer> enums = new ArrayList<>();
        List<Inner> records = new ArrayList<>();
        for (Schema.Field field : record.getFields()) {
            switch (field.schema().getType()) {
                case ENUM -> enums.add(field.pos());
                case ARRAY -> {
                    if (field.schema().getElementType().getType() == Schema.Type.ENUM) {
                        enums.add(field.pos());
                    }
                }
                case RECORD -> records.add(new Inner(field.pos(), of(field.schema())));
                default -> {}
            }
        }
        return new Symbols(enums.stream().mapToInt(Integer::intValue).toArray(), List.copyOf(records));
    }

    boolean allKnown(IndexedRecord record) {
        for (int position : enums) {
            Object value = record.get(position);
            if (value instanceof Collection<?> several ? several.stream().anyMatch(Symbols::unknown) : unknown(value)) {
                return false;
            }
        }
        for (Inner inner : records) {
            if (!inner.symbols.allKnown((IndexedRecord) record.get(inner.position))) {
                return false;
            }
        }
        return true;
    }

    /** Every enum of the contract has UNKNOWN as its first symbol. */
    private static boolean unknown(Object symbol) {
        return symbol instanceof Enum<?> e && e.ordinal() == 0 && e.name().equals("UNKNOWN");
    }
}
