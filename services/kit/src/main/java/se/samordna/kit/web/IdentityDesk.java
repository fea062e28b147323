package se.samordna.kit.web;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import se.samordna.events.Agency;
import se.samordna.kit.intake.Fault;
import se.samordna.kit.intake.FaultCode;
import se.samordna.kit.intake.IdentityReader;
import se.samordna.kit.intake.IdentityReading;
import se.samordna.kit.privacy.IdentitySealer;
import se.samordna.kit.publish.EventPublisher;
import se.samordna.kit.publish.Outgoing;
import se.samordna.kit.publish.Published;
import se.samordna.platform.SealedIdentity;
import se.samordna.schemas.Keys;
import se.samordna.schemas.Topics;

/**
 * One request's way, as an event's: read and validate all of it, seal it, publish all or nothing. What is sent again is
 * written again; the newest of an authority stands.
 */
final class IdentityDesk {

    private final IdentityReader reader;
    private final IdentitySealer sealer;
    private final EventPublisher publisher;
    private final Agency agency;
    private final Clock clock;

    IdentityDesk(IdentityReader reader, IdentitySealer sealer, EventPublisher publisher, Agency agency, Clock clock) {
        this.reader = reader;
        this.sealer = sealer;
        this.publisher = publisher;
        this.agency = agency;
        this.clock = clock;
    }

    Answer take(byte[] body, Permit permit) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return switch (Posted.cut(body)) {
            case Posted.Malformed _ ->
                new Answer.Invalid(
                        List.of(new PostedFault(Fault.WHOLE, FaultCode.MALFORMED_JSON.wire(), OptionalInt.empty())));
            case Posted.One(byte[] bytes) ->
                judged(List.of(reader.read(bytes, 0, bytes.length, now)), permit, now, false);
            case Posted.Many(byte[] bytes, List<Posted.Slice> slices) ->
                judged(
                        slices.stream()
                                .map(slice -> reader.read(bytes, slice.offset(), slice.length(), now))
                                .toList(),
                        permit,
                        now,
                        true);
        };
    }

    private Answer judged(List<IdentityReading> readings, Permit permit, Instant now, boolean asList) {
        List<PostedFault> faults = new ArrayList<>();
        List<PostedFault> notTheirs = new ArrayList<>();
        List<IdentityReading.Told> told = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            OptionalInt index = asList ? OptionalInt.of(i) : OptionalInt.empty();
            switch (readings.get(i)) {
                case IdentityReading.Told one -> {
                    told.add(one);
                    notTheirs.addAll(permit.faults(one.municipality(), index));
                }
                case IdentityReading.Refused(List<Fault> found) ->
                    found.forEach(fault -> faults.add(PostedFault.of(fault, index)));
            }
        }
        if (faults.stream().anyMatch(fault -> fault.code().equals(FaultCode.TOO_LARGE.wire()))) {
            return new Answer.TooLarge(faults);
        }
        if (!faults.isEmpty()) {
            return new Answer.Invalid(faults);
        }
        return notTheirs.isEmpty() ? publish(told, now, asList) : new Answer.Forbidden(notTheirs);
    }

    private Answer publish(List<IdentityReading.Told> told, Instant now, boolean asList) {
        return switch (publisher.publish(
                told.stream().map(one -> sealed(one, now)).toList())) {
            case Published.Acknowledged _ ->
                new Answer.Accepted(
                        told.stream()
                                .<Receipt>map(one ->
                                        new Receipt.OfIdentity(one.childId(), one.municipality(), Receipt.STORED))
                                .toList(),
                        asList);
            case Published.Away(Published.Missing missing) -> new Answer.Away(missing);
        };
    }

    private Outgoing sealed(IdentityReading.Told told, Instant now) {
        byte[] sealed = sealer.seal(told.identity(), told.childId(), told.municipality(), agency);
        return new Outgoing(
                Topics.IDENTITIES,
                Keys.identity(told.childId(), told.municipality(), agency),
                new SealedIdentity(told.childId(), told.municipality(), agency, now, ByteBuffer.wrap(sealed)),
                now);
    }
}
