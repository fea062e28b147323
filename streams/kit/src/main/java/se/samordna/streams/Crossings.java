package se.samordna.streams;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import se.samordna.crossings.HistoryPart;
import se.samordna.crossings.MergeClaim;
import se.samordna.crossings.SiblingLink;
import se.samordna.crossings.SiblingTrigger;
import se.samordna.rules.Cause;
import se.samordna.rules.Effect;
import se.samordna.rules.HistoryOf;
import se.samordna.rules.MergedInto;
import se.samordna.rules.SiblingTold;

/**
 * What children tell each other, from and to the records of {@code coordination.crossings} and {@code
 * indicators.crossings}. Not safe for several threads.
 */
public final class Crossings {

    private @Nullable PartBytes histories;

    /** A record of the topic as a signal, or why it is dead. */
    Signals.Read signal(SpecificRecord record, byte @Nullable [] key, Signal.Origin origin) {
        try {
            Signal.OfOther told = read(record, origin);
            return Signals.misplaced(key, told.child())
                    .<Signals.Read>map(Signals.Read.Dead::new)
                    .orElseGet(() -> new Signals.Read.Live(told));
        } catch (RuntimeException e) {
            // A history is read with all that reads state, and hostile bytes make it fail in as many ways.
            return new Signals.Read.Dead(DeadReason.BAD_BYTES);
        }
    }

    private Signal.OfOther read(SpecificRecord record, Signal.Origin origin) {
        return switch (record) {
            case se.samordna.crossings.SiblingTold told ->
                new Signal.OfOther(
                        told.getChildId(), sibling(told), told.getNumber(), cause(told.getCause()), Map.of(), origin);
            case se.samordna.crossings.MergedInto told ->
                new Signal.OfOther(
                        told.getChildId(), merged(told), told.getNumber(), cause(told.getCause()), Map.of(), origin);
            case se.samordna.crossings.HistoryOf told -> {
                Map<UUID, byte[]> parts = new LinkedHashMap<>();
                told.getParts().forEach(part -> parts.put(part.getChildId(), bytes(part.getState())));
                HistoryOf history = HistoryBytes.history(told.getOldChildId(), parts, histories());
                yield new Signal.OfOther(
                        told.getChildId(), history, told.getNumber(), cause(told.getCause()), parts, origin);
            }
            default -> throw new IllegalArgumentException("no crossing: " + record.getClass());
        };
    }

    // Made when the first history comes: most applications never see one.
    private PartBytes histories() {
        PartBytes known = histories;
        if (known == null) {
            known = new PartBytes(new EventBytes(new StateSchemas()), new Signals());
            histories = known;
        }
        return known;
    }

    private static SiblingTold sibling(se.samordna.crossings.SiblingTold told) {
        return new SiblingTold(
                told.getSiblingChildId(),
                told.getAliases(),
                told.getLinks().stream()
                        .map(l -> new SiblingTold.Link(l.getAt(), l.getEventId(), l.getLinked()))
                        .toList(),
                told.getTriggers().stream()
                        .map(t -> new SiblingTold.Trigger(t.getAt(), t.getEventId()))
                        .toList());
    }

    private static MergedInto merged(se.samordna.crossings.MergedInto told) {
        return new MergedInto(
                told.getNewChildId(),
                told.getPath().stream()
                        .map(c -> new MergedInto.Claim(c.getNewChildId(), c.getAt(), c.getEventId()))
                        .toList());
    }

    private static byte[] bytes(ByteBuffer from) {
        byte[] bytes = new byte[from.remaining()];
        from.duplicate().get(bytes);
        return bytes;
    }

    /** Empty also for one of a later release. */
    private static Optional<Cause> cause(@Nullable String code) {
        return Arrays.stream(Cause.values())
                .filter(cause -> cause.name().equals(code))
                .findFirst();
    }

    /**
     * A crossing as a record for its target.
     *
     * @param parts of a {@link HistoryOf}, as {@link ChildStore#history} gives them
     */
    public static SpecificRecord write(Effect.Cross cross, Map<UUID, byte[]> parts) {
        UUID target = cross.target();
        long number = cross.number();
        SpecificRecord record = switch (cross.crossing()) {
            case SiblingTold told ->
                se.samordna.crossings.SiblingTold.newBuilder()
                        .setChildId(target)
                        .setSiblingChildId(told.teller())
                        .setNumber(number)
                        .setAliases(told.aliases())
                        .setLinks(told.links().stream()
                                .map(l -> new SiblingLink(l.eventId(), l.at(), l.linked()))
                                .toList())
                        .setTriggers(told.triggers().stream()
                                .map(t -> new SiblingTrigger(t.eventId(), t.at()))
                                .toList())
                        .build();
            case MergedInto told ->
                se.samordna.crossings.MergedInto.newBuilder()
                        .setChildId(target)
                        .setNewChildId(told.teller())
                        .setNumber(number)
                        .setPath(told.path().stream()
                                .map(c -> new MergeClaim(c.into(), c.eventId(), c.at()))
                                .toList())
                        .build();
            case HistoryOf told ->
                se.samordna.crossings.HistoryOf.newBuilder()
                        .setChildId(target)
                        .setOldChildId(told.teller())
                        .setNumber(number)
                        .setParts(parts(parts))
                        .build();
        };
        cross.cause()
                .ifPresent(
                        why -> record.put(record.getSchema().getField("cause").pos(), why.name()));
        return record;
    }

    private static List<HistoryPart> parts(Map<UUID, byte[]> parts) {
        return parts.entrySet().stream()
                .map(part -> new HistoryPart(part.getKey(), ByteBuffer.wrap(part.getValue())))
                .toList();
    }
}
