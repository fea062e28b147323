package se.samordna.kit.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import se.samordna.kit.privacy.Pseudonymizer;
import se.samordna.measures.MunicipalMeasurement;
import se.samordna.platform.Tick;
import se.samordna.schemas.EventType;
import se.samordna.schemas.EventTypes;

/**
 * Reads the JSON-lines form of events, actions, measurements and ticks, the same for HTTP and files. Everything is
 * validated at once: a line is either whole and right, or every fault of it is told. Safe for many threads.
 */
public final class EventReader {

    /** The largest event, in bytes of JSON. */
    public static final int MAX_EVENT_BYTES = 64 * 1024;

    private static final String TICK = "Tick";
    private static final String MEASUREMENT = "MunicipalMeasurement";
    private static final String POPULATION = "population-0-17";

    private final Slots slots;
    private final int typeSlot;
    private final Map<String, EventForm> events = new HashMap<>();
    private final HeaderForm headerAlone;
    private final RecordForm measurement;
    private final RecordForm tick;
    private final boolean[] measurementFields;
    private final boolean[] tickFields;

    /** A reader that puts a childId in the place of each personnummer. */
    public EventReader(Pseudonymizer pseudonymizer) {
        Schema measures = MunicipalMeasurement.getClassSchema();
        Schema ticks = Tick.getClassSchema();
        this.slots = new Slots(Stream.of(
                        Stream.of(EventForm.TYPE),
                        HeaderForm.names(),
                        EventTypes.all().stream().map(EventType::bodyFields).flatMap(EventReader::names),
                        names(measures.getFields()),
                        names(ticks.getFields()))
                .flatMap(names -> names));
        this.typeSlot = slots.of(EventForm.TYPE);
        for (EventType type : EventTypes.all()) {
            events.put(type.name(), new EventForm(type, slots, pseudonymizer));
        }
        this.headerAlone = new HeaderForm(slots, pseudonymizer);
        // num may be null, which takes a figure back: too much to be said by leaving it out.
        this.measurement = new RecordForm(
                MunicipalMeasurement.class,
                slots.forms(measures.getFields()).stream()
                        .map(field -> field.name().equals("num") ? field.alwaysWritten() : field)
                        .toList());
        this.measurementFields = slots.among(Stream.concat(Stream.of(EventForm.TYPE), names(measures.getFields())));
        this.tick = new RecordForm(Tick.class, slots.forms(ticks.getFields()));
        this.tickFields = slots.among(Stream.concat(Stream.of(EventForm.TYPE), names(ticks.getFields())));
    }

    private static Stream<String> names(List<Schema.Field> fields) {
        return fields.stream().map(Schema.Field::name);
    }

    /** Reads one line. */
    public Reading read(String line, Mode mode) {
        return read(line.getBytes(StandardCharsets.UTF_8), mode);
    }

    /** Reads one line in UTF-8. */
    public Reading read(byte[] line, Mode mode) {
        return read(line, 0, line.length, mode);
    }

    /** Reads the object that stands in so many bytes of UTF-8. */
    public Reading read(byte[] bytes, int offset, int length, Mode mode) {
        if (length > MAX_EVENT_BYTES) {
            return new Reading.Refused(List.of(new Fault(Fault.WHOLE, FaultCode.TOO_LARGE)));
        }
        Faults faults = new Faults();
        FlatLine line = FlatLine.read(bytes, offset, length, slots.byName(), faults);
        if (faults.malformed()) {
            return new Reading.Refused(List.of(new Fault(Fault.WHOLE, FaultCode.MALFORMED_JSON)));
        }
        Optional<Reading> reading = typed(line, mode, faults);
        return reading.isPresent() && faults.none() ? reading.get() : new Reading.Refused(faults.all());
    }

    private Optional<Reading> typed(FlatLine line, Mode mode, Faults faults) {
        Object type = line.at(typeSlot);
        EventForm form = type instanceof String name ? events.get(name) : null;
        if (form != null) {
            return Optional.of(form.read(line, mode, slots, faults));
        }
        if (MEASUREMENT.equals(type) && mode.takesMeasurements()) {
            return Optional.of(measurement(line, faults));
        }
        if (TICK.equals(type) && mode.accepts() == Mode.Accepts.EVERYTHING) {
            return Optional.of(tick(line, faults));
        }
        faults.add(EventForm.TYPE, faultOf(type));
        if (mode.accepts() != Mode.Accepts.MEASUREMENTS) {
            headerAlone.read(line, mode.now(), faults);
        }
        return Optional.empty();
    }

    private static FaultCode faultOf(Object type) {
        if (type == Raw.ABSENT) {
            return FaultCode.MISSING;
        }
        if (type == Raw.NULL) {
            return FaultCode.NULL;
        }
        if (!(type instanceof String)) {
            return FaultCode.WRONG_TYPE;
        }
        return MEASUREMENT.equals(type) || TICK.equals(type) ? FaultCode.TYPE_NOT_ACCEPTED : FaultCode.UNKNOWN_TYPE;
    }

    private Reading measurement(FlatLine line, Faults faults) {
        MunicipalMeasurement read = (MunicipalMeasurement) measurement.read(line, faults);
        line.refuseOthers(measurementFields, slots, faults);
        boolean wrongPeriod =
                POPULATION.equals(read.getMeasure()) && read.getPeriod() != null && !TextForm.isYear(read.getPeriod());
        if (wrongPeriod) {
            faults.add("period", FaultCode.BAD_PERIOD);
        }
        return new Reading.Measurement(read);
    }

    private Reading tick(FlatLine line, Faults faults) {
        Tick read = (Tick) tick.read(line, faults);
        line.refuseOthers(tickFields, slots, faults);
        return new Reading.Tick(read.getAt() == null ? Instant.EPOCH : read.getAt());
    }
}
