package se.samordna.streams;

import se.samordna.events.AttendanceReported;
import se.samordna.events.EventHeader;
import se.samordna.events.Ground;
import se.samordna.events.ProtectedIdentity;
import se.samordna.rules.Event;
import se.samordna.rules.SchoolFact;

/**
 * A line of attendance back as Avro: the only type that is ever held in another form than it came in (packed in its week)
 * and may later need an entry of its own, as when a copy that differs comes.
 */
final class AttendanceForm {

    private AttendanceForm() {}

    static AttendanceReported of(Event event, SchoolFact.AttendanceReported line) {
        return new AttendanceReported(
                header(event),
                line.date(),
                line.isReported(),
                line.offeredMinutes(),
                line.validAbsenceMinutes(),
                line.invalidAbsenceMinutes());
    }

    private static EventHeader header(Event event) {
        EventHeader header = new EventHeader();
        header.setEventId(event.eventId());
        header.setChildId(event.childId());
        header.setMunicipality(event.municipality());
        header.setAgency(Signals.agency(event.agency()));
        header.setSource(event.source());
        header.setOccurredAt(event.occurredAt());
        header.setReceivedAt(event.receivedAt());
        header.setGround(Ground.valueOf(event.ground().name()));
        header.put("consentId", event.consentId().orElse(null));
        header.setProtectedIdentity(
                ProtectedIdentity.valueOf(event.protectedIdentity().name()));
        header.put("corrects", event.corrects().orElse(null));
        return header;
    }
}
