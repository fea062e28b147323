package se.samordna.schemas;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/** Records filled by their schema alone, the same every time. */
final class Samples {

    private final boolean optionals;
    private int next = 1;

    private Samples(boolean optionals) {
        this.optionals = optionals;
    }

    /** A record with every field filled. */
    static GenericData.Record full(Schema schema) {
        return new Samples(true).record(schema);
    }

    /** A record with only what must be there. */
    static GenericData.Record sparse(Schema schema) {
        return new Samples(false).record(schema);
    }

    private GenericData.Record record(Schema schema) {
        GenericData.Record record = new GenericData.Record(schema);
        for (Schema.Field field : schema.getFields()) {
            if (optionals || !FieldKind.optional(field)) {
                record.put(field.pos(), value(FieldKind.present(field), field.name()));
            }
        }
        return record;
    }

    private Object value(Schema type, String name) {
        int n = next++;
        boolean uuid = type.getLogicalType() != null
                && "uuid".equals(type.getLogicalType().getName());
        return switch (type.getType()) {
            case RECORD -> record(type);
            case ARRAY -> list(type.getElementType(), name);
            case ENUM -> new GenericData.EnumSymbol(type, symbol(type, n));
            case STRING -> uuid ? "%08x-0000-4000-8000-%012x".formatted(n, n) : name + "-" + n;
            case INT -> 20_000 + n;
            case LONG -> 1_767_225_600_000L + n * 60_000L;
            case DOUBLE -> n / 2.0;
            case BYTES -> ByteBuffer.wrap(new byte[] {1, (byte) n});
            case BOOLEAN -> n % 2 == 0;
            default -> throw new IllegalArgumentException("no sample for " + type);
        };
    }

    private List<Object> list(Schema element, String name) {
        List<Object> list = new ArrayList<>();
        list.add(value(element, name));
        list.add(value(element, name));
        return list;
    }

    private static String symbol(Schema type, int n) {
        List<String> symbols = type.getEnumSymbols();
        return symbols.get(1 + n % (symbols.size() - 1));
    }
}
