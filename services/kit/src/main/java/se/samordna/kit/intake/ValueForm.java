package se.samordna.kit.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import se.samordna.kit.privacy.HiddenPersonnummer;
import se.samordna.schemas.FieldKind;
import se.samordna.schemas.Kommunkod;

/** What a value of one kind looks like in JSON and becomes in Avro. */
@FunctionalInterface
interface ValueForm {

    /**
     * Reads one value.
     *
     * @param raw see {@link Raw}; never absent and never null
     * @return the value as the generated class takes it, or the {@link FaultCode}
     */
    Object read(Object raw);

    /**
     * The form of a kind. Of a list kind: the form of one item.
     *
     * @throws IllegalArgumentException for a kind that no event has
     */
    static ValueForm of(FieldKind kind, Schema type) {
        return switch (kind) {
            case ID -> freeText(TextForm::isId, FaultCode.BAD_ID);
            case CODE, CODES -> freeText(TextForm::isCode, FaultCode.BAD_CODE);
            case URN -> freeText(TextForm::isUrn, FaultCode.BAD_URN);
            case MEASURE -> freeText(TextForm::isMeasure, FaultCode.BAD_MEASURE);
            case UUID, UUIDS -> raw -> text(raw, ValueForm::uuid);
            case TRACEPARENT ->
                raw -> text(raw, text -> TextForm.isTraceparent(text) ? text : FaultCode.BAD_TRACEPARENT);
            case DATE -> closedText(ValueForm::date);
            case INSTANT -> closedText(ValueForm::instant);
            case PERIOD -> closedText(text -> TextForm.isPeriod(text) ? text : FaultCode.BAD_PERIOD);
            case KOMMUNKOD -> closedText(ValueForm::kommunkod);
            case ENUM, ENUMS, AGENCIES -> symbols(type);
            case COUNT -> number(0, Integer.MAX_VALUE);
            case REVISION -> number(1, Integer.MAX_VALUE);
            case AMOUNT -> number(0, Long.MAX_VALUE);
            case FLAG -> raw -> raw instanceof Boolean ? raw : FaultCode.WRONG_TYPE;
            case HEADER, LEVEL, NUMBER, AREA, RULE, ANCHOR, NOTICE, TEXT, TEXTS, STATE, SEALED, RECORD, RECORDS ->
                throw new IllegalArgumentException("no event may hold a " + kind.word());
        };
    }

    private static Object text(Object raw, Function<String, Object> read) {
        return raw instanceof String text ? read.apply(text) : FaultCode.WRONG_TYPE;
    }

    /** Text of the sender's own making, in which a personnummer may hide. */
    private static ValueForm freeText(Predicate<String> form, FaultCode otherwise) {
        return raw -> text(raw, text -> {
            if (HiddenPersonnummer.isIn(text)) {
                return FaultCode.PERSONNUMMER_IN_TEXT;
            }
            if (!TextForm.isPlain(text)) {
                return FaultCode.BAD_CHARACTER;
            }
            return form.test(text) ? text : otherwise;
        });
    }

    /** Text of few forms: only one that has none of them can hide a personnummer. */
    private static ValueForm closedText(Function<String, Object> read) {
        return raw -> text(raw, text -> {
            Object value = read.apply(text);
            return value instanceof FaultCode && HiddenPersonnummer.isIn(text) ? FaultCode.PERSONNUMMER_IN_TEXT : value;
        });
    }

    private static Object uuid(String text) {
        return IsoText.isUuid(text) ? UUID.fromString(text) : FaultCode.BAD_UUID;
    }

    private static Object kommunkod(String text) {
        return Kommunkod.of(text).<Object>map(Kommunkod::code).orElse(FaultCode.UNKNOWN_KOMMUNKOD);
    }

    private static Object date(String text) {
        long day = IsoText.epochDay(text);
        return day == IsoText.NO_MILLIS ? FaultCode.BAD_DATE : LocalDate.ofEpochDay(day);
    }

    private static Object instant(String text) {
        long millis = IsoText.epochMillis(text);
        return millis == IsoText.NO_MILLIS ? FaultCode.BAD_INSTANT : Instant.ofEpochMilli(millis);
    }

    private static ValueForm number(long least, long greatest) {
        boolean asInt = greatest == Integer.MAX_VALUE;
        return raw -> {
            if (raw == Raw.HUGE) {
                return FaultCode.OUT_OF_RANGE;
            }
            if (!(raw instanceof Long value)) {
                return FaultCode.WRONG_TYPE;
            }
            if (value < least || value > greatest) {
                return FaultCode.OUT_OF_RANGE;
            }
            return asInt ? (Object) value.intValue() : value;
        };
    }

    /** The symbols of a closed enum but its default, which only stands for what a reader does not know. */
    private static ValueForm symbols(Schema type) {
        Class<?> enumClass = SpecificData.get().getClass(type);
        Map<String, Object> constants = new HashMap<>();
        for (Object constant : enumClass.getEnumConstants()) {
            if (!constant.toString().equals(type.getEnumDefault())) {
                constants.put(constant.toString(), constant);
            }
        }
        return closedText(text -> constants.getOrDefault(text, FaultCode.UNKNOWN_VALUE));
    }
}
