package se.samordna.kit.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import se.samordna.kit.intake.EventReader;
import se.samordna.kit.intake.Fault;
import se.samordna.kit.intake.FaultCode;
import se.samordna.kit.intake.Mode;
import se.samordna.kit.intake.Reading;
import se.samordna.kit.publish.EventPublisher;
import se.samordna.kit.publish.Outgoing;
import se.samordna.kit.publish.Published;

/**
 * One request's way: cut, read and validate all of it, look for conflicts, publish all or nothing, and answer.
 *
 * <pre>
 * body ─▶ faults? ─▶ another's to send? ─▶ same id, other content? ─▶ Kafka ─▶ receipts
 *            │                │                      │                   │
 *            ▼                ▼                      ▼                   ▼
 *        Invalid/TooLarge  Forbidden             Conflicting           Away
 * </pre>
 */
public final class IntakeDesk {

    private final EventReader reader;
    private final EventPublisher publisher;
    private final Conflicts conflicts;
    private final IntakeMeters meters;

    IntakeDesk(EventReader reader, EventPublisher publisher, Conflicts conflicts, IntakeMeters meters) {
        this.reader = reader;
        this.publisher = publisher;
        this.conflicts = conflicts;
        this.meters = meters;
    }

    /** Takes a body in; {@code mode} holds the service's clock, {@code permit} what the sender may send. */
    public Answer take(byte[] body, Mode mode, Permit permit) {
        Answer answer = switch (Posted.cut(body)) {
            case Posted.Malformed malformed -> new Answer.Invalid(List.of(whole(FaultCode.MALFORMED_JSON)));
            case Posted.TooMany _ -> new Answer.TooMany();
            case Posted.One(byte[] bytes) -> read(1, _ -> reader.read(bytes, mode), mode, permit, false);
            case Posted.Many(byte[] bytes, List<Posted.Slice> slices) ->
                read(
                        slices.size(),
                        i -> reader.read(
                                bytes, slices.get(i).offset(), slices.get(i).length(), mode),
                        mode,
                        permit,
                        true);
        };
        meters.count(answer);
        return answer;
    }

    private static PostedFault whole(FaultCode code) {
        return PostedFault.of(new Fault(Fault.WHOLE, code), OptionalInt.empty());
    }

    /** One event at a time, so that what is wrong with all of them is never held at once. */
    private Answer read(int count, IntFunction<Reading> readings, Mode mode, Permit permit, boolean asList) {
        Instant stamp = mode.now().orElseThrow(() -> new IllegalArgumentException("HTTP intake has a clock"));
        PostedFaults faults = new PostedFaults();
        PostedFaults notTheirs = new PostedFaults();
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            OptionalInt index = asList ? OptionalInt.of(i) : OptionalInt.empty();
            Reading reading = readings.apply(i);
            notTheirs.addAll(permit.faults(reading, index));
            switch (reading) {
                case Reading.Event event -> arrivals.add(Arrival.of(event, stamp, index));
                case Reading.Measurement measurement -> arrivals.add(Arrival.of(measurement, stamp, index));
                case Reading.Refused(List<Fault> found) ->
                    found.forEach(fault -> faults.add(PostedFault.of(fault, index)));
                case Reading.Tick tick -> throw new IllegalStateException("no Tick is taken over HTTP");
            }
        }
        if (faults.tooLarge()) {
            return new Answer.TooLarge(faults.all());
        }
        if (!faults.none()) {
            return new Answer.Invalid(faults.all());
        }
        return notTheirs.none() ? publish(arrivals, permit, asList) : new Answer.Forbidden(notTheirs.all());
    }

    private Answer publish(List<Arrival> arrivals, Permit permit, boolean asList) {
        return switch (conflicts.claim(arrivals, permit.bearer())) {
            case Conflicts.Claim.Conflict(List<PostedFault> faults) -> new Answer.Conflicting(faults);
            case Conflicts.Claim.Clear clear -> {
                Map<String, Outgoing> once = new LinkedHashMap<>();
                arrivals.forEach(arrival -> once.putIfAbsent(arrival.id(), arrival.record()));
                yield switch (published(List.copyOf(once.values()), clear)) {
                    case Published.Acknowledged acknowledged ->
                        new Answer.Accepted(
                                arrivals.stream().map(Arrival::receipt).toList(), asList);
                    case Published.Away(Published.Missing missing) -> {
                        clear.letGo();
                        yield new Answer.Away(missing);
                    }
                };
            }
        };
    }

    /** Where publishing fails unforeseen, nothing was stored, and the ids must be free for the next try. */
    private Published published(List<Outgoing> records, Conflicts.Claim.Clear clear) {
        try {
            return publisher.publish(records);
        } catch (RuntimeException e) {
            clear.letGo();
            throw e;
        }
    }
}
