package se.samordna.kit.intake;

import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import se.samordna.events.EventHeader;
import se.samordna.events.Ground;
import se.samordna.kit.privacy.Pseudonymizer;
import se.samordna.schemas.EventType;

/** How one event type is read: header, body, and what the two have to do with each other. */
final class EventForm {

    static final String TYPE = "type";

    private static final int HEADER_POSITION = 0;
    private static final String CONSENT_ID = "consentId";

    private final EventType type;
    private final HeaderForm header;
    private final RecordForm body;
    private final boolean namesConsent;
    private final boolean[] allowed;

    EventForm(EventType type, Slots slots, Pseudonymizer pseudonymizer) {
        this.type = type;
        // Flat, a consent's id is written once and means both the body's and the header's.
        this.namesConsent = type.bodyField(CONSENT_ID).isPresent();
        Predicate<String> headersOwn = name -> !(namesConsent && name.equals(CONSENT_ID));
        this.header = new HeaderForm(slots, pseudonymizer, headersOwn);
        this.body = new RecordForm(type.recordClass(), slots.forms(type.bodyFields()));
        this.allowed = slots.among(Stream.of(
                        Stream.of(TYPE),
                        HeaderForm.names(),
                        type.bodyFields().stream().map(Schema.Field::name))
                .flatMap(names -> names));
    }

    /** The event; incomplete where there were faults. */
    Reading.Event read(FlatLine line, Mode mode, Slots slots, Faults faults) {
        EventHeader head = header.read(line, mode.now(), faults);
        SpecificRecord event = body.read(line, faults);
        event.put(HEADER_POSITION, head);
        if (namesConsent) {
            head.setConsentId(
                    (String) event.get(event.getSchema().getField(CONSENT_ID).pos()));
        }
        line.refuseOthers(allowed, slots, faults);
        sender(head, mode, faults);
        return new Reading.Event(type, head, event);
    }

    private void sender(EventHeader head, Mode mode, Faults faults) {
        boolean accepted = mode.takes(type);
        if (head.getAgency() != null) {
            if (mode.sender().isPresent() && mode.sender().get() != head.getAgency()) {
                faults.add("agency", FaultCode.WRONG_AGENCY);
            } else {
                accepted &= type.owners().contains(head.getAgency());
            }
        }
        if (!accepted) {
            faults.add(TYPE, FaultCode.TYPE_NOT_ACCEPTED);
        }
        boolean action = type.family() == EventType.Family.ACTION;
        if (action && head.getGround() != null && head.getGround() != Ground.OWN) {
            faults.add("ground", FaultCode.WRONG_GROUND);
        }
    }
}
