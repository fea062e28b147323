package se.samordna.kit.web;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.DateSchema;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import java.math.BigDecimal;
import java.util.List;
import se.samordna.schemas.FieldKind;

/** A field of an event as OpenAPI says it. */
final class FieldDocument {

    private FieldDocument() {}

    static Schema<?> of(org.apache.avro.Schema.Field field) {
        org.apache.avro.Schema type = FieldKind.present(field);
        FieldKind kind = FieldKind.of(field).orElseThrow();
        boolean list = type.getType() == org.apache.avro.Schema.Type.ARRAY;
        Schema<?> value = value(kind, list ? type.getElementType() : type);
        Schema<?> schema = list ? new ArraySchema().items(value) : value;
        schema.setDescription(field.doc());
        return schema;
    }

    private static Schema<?> value(FieldKind kind, org.apache.avro.Schema type) {
        return switch (kind) {
            case UUID, UUIDS -> new UUIDSchema();
            case DATE -> new DateSchema();
            case INSTANT -> new DateTimeSchema();
            case COUNT, AMOUNT -> new IntegerSchema().minimum(BigDecimal.ZERO);
            case REVISION -> new IntegerSchema().minimum(BigDecimal.ONE);
            case FLAG -> new BooleanSchema();
            case ID -> new StringSchema().minLength(1).maxLength(64);
            case CODE, CODES -> new StringSchema().pattern("^[A-Z0-9_]{1,40}$");
            case KOMMUNKOD -> new StringSchema().pattern("^[0-9]{4}$");
            case MEASURE -> new StringSchema().pattern("^[a-z0-9-]{1,60}$");
            case ENUM, ENUMS, AGENCIES -> symbols(type);
            default -> new StringSchema();
        };
    }

    private static Schema<?> symbols(org.apache.avro.Schema type) {
        List<String> sent = type.getEnumSymbols().stream()
                .filter(symbol -> !symbol.equals(type.getEnumDefault()))
                .toList();
        StringSchema schema = new StringSchema();
        schema.setEnum(sent);
        return schema;
    }
}
