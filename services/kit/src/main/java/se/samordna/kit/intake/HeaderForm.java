package se.samordna.kit.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import se.samordna.events.EventHeader;
import se.samordna.kit.privacy.Personnummer;
import se.samordna.kit.privacy.Pseudonymizer;

/** How the header of every event is read: the sender, the child by pseudonym or personnummer, the times. */
final class HeaderForm {

    static final String PERSONNUMMER = "personnummer";

    private static final String CHILD_ID = "childId";
    private static final String RECEIVED_AT = "receivedAt";
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final LocalDate NO_DAY = LocalDate.of(2000, 1, 1);

    private final Pseudonymizer pseudonymizer;
    private final RecordForm plain;
    private final FieldForm childId;
    private final FieldForm receivedAt;
    private final int personnummer;

    HeaderForm(Slots slots, Pseudonymizer pseudonymizer) {
        this(slots, pseudonymizer, field -> true);
    }

    /** Without the fields that a type's body takes for itself. */
    HeaderForm(Slots slots, Pseudonymizer pseudonymizer, Predicate<String> wanted) {
        this.pseudonymizer = pseudonymizer;
        this.personnummer = slots.of(PERSONNUMMER);
        List<FieldForm> all = slots.forms(EventHeader.getClassSchema().getFields());
        this.childId = named(all, CHILD_ID);
        this.receivedAt = named(all, RECEIVED_AT);
        this.plain = new RecordForm(
                EventHeader.class,
                all.stream()
                        .filter(field -> !Set.of(CHILD_ID, RECEIVED_AT).contains(field.name()))
                        .filter(field -> wanted.test(field.name()))
                        .toList());
    }

    private static FieldForm named(List<FieldForm> forms, String name) {
        return forms.stream()
                .filter(form -> form.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The flat names of a header, the personnummer's among them. */
    static Stream<String> names() {
        return Stream.concat(
                EventHeader.getClassSchema().getFields().stream().map(Schema.Field::name), Stream.of(PERSONNUMMER));
    }

    /** The header; incomplete where there were faults. */
    EventHeader read(FlatLine line, Optional<Instant> now, Faults faults) {
        EventHeader header = (EventHeader) plain.read(line, faults);
        times(line, header, now, faults);
        child(line, header, now, faults);
        return header;
    }

    private void times(FlatLine line, EventHeader header, Optional<Instant> now, Faults faults) {
        boolean given = line.at(receivedAt.slot()) != Raw.ABSENT;
        if (given || now.isEmpty()) {
            receivedAt.read(line, header, faults);
        } else {
            header.setReceivedAt(now.get());
        }
        if (now.isEmpty()) {
            return;
        }
        if (header.getOccurredAt() != null
                && header.getOccurredAt().isAfter(now.get().plus(AHEAD))) {
            faults.add("occurredAt", FaultCode.OCCURRED_IN_FUTURE);
        }
        if (header.getReceivedAt() != null && header.getReceivedAt().isAfter(now.get())) {
            faults.add(RECEIVED_AT, FaultCode.RECEIVED_IN_FUTURE);
        }
    }

    private void child(FlatLine line, EventHeader header, Optional<Instant> now, Faults faults) {
        Object raw = line.at(personnummer);
        if (raw == Raw.ABSENT) {
            childId.read(line, header, faults);
            return;
        }
        if (line.at(childId.slot()) != Raw.ABSENT) {
            faults.add(PERSONNUMMER, FaultCode.CHILD_GIVEN_TWICE);
        }
        if (raw == Raw.NULL) {
            faults.add(PERSONNUMMER, FaultCode.NULL);
        } else if (!(raw instanceof String text)) {
            faults.add(PERSONNUMMER, FaultCode.WRONG_TYPE);
        } else {
            Personnummer.parse(text, today(header, now))
                    .ifPresentOrElse(
                            number -> header.setChildId(pseudonymizer.childId(number)),
                            () -> faults.add(PERSONNUMMER, FaultCode.BAD_PERSONNUMMER));
        }
    }

    /** The day that tells the century of a short personnummer; any will do where the header is at fault anyway. */
    private static LocalDate today(EventHeader header, Optional<Instant> now) {
        return now.or(() -> Optional.ofNullable(header.getReceivedAt()))
                .map(instant -> instant.atZone(SWEDEN).toLocalDate())
                .orElse(NO_DAY);
    }
}
