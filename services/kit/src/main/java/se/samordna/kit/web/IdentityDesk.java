package se.samordna.kit.web;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
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
            case Posted.TooMany _ -> new Answer.TooMany();
            case Posted.One(byte[] bytes) ->
                judged(1, _ -> reader.read(bytes, 0, bytes.length, now), permit, now, false);
            case Posted.Many(byte[] bytes, List<Posted.Slice> slices) ->
                judged(
                        slices.size(),
                        i -> reader.read(
                                bytes, slices.get(i).offset(), slices.get(i).length(), now),
                        permit,
                        now,
                        true);
        };
    }

    private Answer judged(
            int count, IntFunction<IdentityReading> readings, Permit permit, Instant now, boolean asList) {
        PostedFaults faults = new PostedFaults();
        PostedFaults notTheirs = new PostedFaults();
        List<IdentityReading.Told> told = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            OptionalInt index = asList ? OptionalInt.of(i) : OptionalInt.empty();
            switch (readings.apply(i)) {
                case IdentityReading.Told one -> {
                    told.add(one);
                    notTheirs.addAll(permit.faults(one.municipality(), index));
                }
                case IdentityReading.Refused(List<Fault> found) ->
                    found.forEach(fault -> faults.add(PostedFault.of(fault, index)));
            }
        }
        if (faults.tooLarge()) {
            return new Answer.TooLarge(faults.all());
        }
        if (!faults.none()) {
            return new Answer.Invalid(faults.all());
        }
        return notTheirs.none() ? publish(told, now, asList) : new Answer.Forbidden(notTheirs.all());
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
