package se.samordna.indicators.streams;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samordna.indicators.cells.CellKey;
import se.samordna.indicators.cells.Figure;
import se.samordna.indicators.units.ChildSums;
import se.samordna.indicators.units.Tally;
import se.samordna.rules.Memory;
import se.samordna.schemas.Kommunkod;
import se.samordna.streams.ChildStore;
import se.samordna.streams.DeadLetters;
import se.samordna.streams.DeadReason;
import se.samordna.streams.Kept;
import se.samordna.streams.Signal;
import se.samordna.streams.WakeUps;

/**
 * A child's events to what moves in the cells.
 *
 * <p>Moves are sent on at once, in the transaction that also holds the child's new sums, and only where they are not
 * nothing: a pupil's line of attendance seldom turns a figure, so there is little to gather before a commit and nothing
 * that could be lost between a flush and one.
 */
final class CountProcessor implements Processor<Object, Object, byte[], byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(CountProcessor.class);
    private static final int RETRY_SECONDS = 3_600;

    private final Parts parts;
    private final int cachedChildren;
    private @Nullable Task task;

    /** What belongs to a task once it has its stores. */
    private record Task(ProcessorContext<byte[], byte[]> context, ChildStore<ChildHead> children, WakeUps wakeUps) {

        Instant now(Kept<ChildHead> kept) {
            return Instant.ofEpochMilli(Math.max(wakeUps.clock(), kept.seen()));
        }
    }

    /** Moves of the record in hand: sent only when all of it went well. */
    private static final class Moves implements BiConsumer<CellKey, Figure> {

        private final java.util.ArrayList<Contribution.Move> all = new java.util.ArrayList<>();

        @Override
        public void accept(CellKey cell, Figure by) {
            all.add(new Contribution.Move(cell, by));
        }
    }

    CountProcessor(Parts parts, int cachedChildren) {
        this.parts = parts;
        this.cachedChildren = cachedChildren;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        task = new Task(
                context,
                new ChildStore<>(
                        context.getStateStore(ChildStore.NAME), Memory.INDICATORS, ChildHead.CODEC, cachedChildren),
                new WakeUps(context.getStateStore(WakeUps.NAME)));
    }

    @Override
    public void process(Record<Object, Object> record) {
        Task of = Objects.requireNonNull(task);
        switch ((Signal) record.value()) {
            case Signal.Tick(Instant at) -> tick(of, at, record.timestamp());
            case Signal.OfChild signal -> event(of, signal);
        }
    }

    private void event(Task of, Signal.OfChild signal) {
        var child = signal.event().childId();
        var moves = new Moves();
        Kept<ChildHead> kept;
        ChildSums sums;
        try {
            kept = of.children.load(child);
            kept.see(signal.origin().timestamp());
            Instant now = of.now(kept);
            kept.accept(signal.event(), signal.record(), now);
            sums = parts.tally().accepted(kept.child(), kept.head().sums(), signal.event(), now, moves);
        } catch (KafkaException e) {
            throw e; // the store's, not the record's
        } catch (RuntimeException e) {
            of.children.drop(child);
            LOG.error("A fault of our own in {}", e.getClass().getName());
            parts.metrics().dead(signal.origin().topic(), DeadReason.INTERNAL_ERROR);
            of.context.forward(
                    DeadLetters.of(
                            signal.origin().key(),
                            signal.origin().value(),
                            signal.origin(),
                            DeadReason.INTERNAL_ERROR,
                            Optional.of(e.getClass().getName())),
                    IndicatorsTopology.DEAD_LETTERS);
            return;
        }
        keep(of, kept, sums, moves, signal.origin().timestamp());
    }

    private void tick(Task of, Instant at, long timestamp) {
        of.wakeUps.tick(at);
        for (WakeUps.Due due : of.wakeUps.due()) {
            wake(of, due, timestamp);
        }
        send(of, new Contribution.Clock(of.context.taskId().partition(), at), timestamp);
    }

    private void wake(Task of, WakeUps.Due due, long timestamp) {
        var moves = new Moves();
        Kept<ChildHead> kept;
        ChildSums sums;
        try {
            kept = of.children.load(due.child());
            sums = parts.tally().timeCame(kept.child(), kept.head().sums(), of.now(kept), moves);
        } catch (KafkaException e) {
            throw e;
        } catch (RuntimeException e) {
            of.children.drop(due.child());
            LOG.error("A fault of our own in {} at a wake-up", e.getClass().getName());
            parts.metrics().count("samordna.wake.up.faults");
            Instant later = Instant.ofEpochMilli(of.wakeUps.clock()).plusSeconds(RETRY_SECONDS);
            of.wakeUps.move(due.child(), Optional.of(due.at()), Optional.of(later));
            return;
        }
        // One left over from such a fault is not the child's own and would stay for ever.
        of.wakeUps.move(due.child(), Optional.of(due.at()), Optional.empty());
        keep(of, kept, sums, moves, timestamp);
    }

    private void keep(Task of, Kept<ChildHead> kept, ChildSums sums, Moves moves, long timestamp) {
        ChildHead before = kept.head();
        var wakeUp = Tally.wakeUp(kept.child(), sums);
        ChildHead after = new ChildHead(wakeUp, sums);
        if (!after.equals(before)) {
            kept.head(after);
        }
        of.wakeUps.move(kept.child().childId(), before.wakeUp(), wakeUp);
        of.children.save(kept, of.wakeUps.clock());
        moves.all.stream()
                .filter(move -> Kommunkod.of(move.cell().municipality()).isPresent())
                .forEach(move -> send(of, move, timestamp));
    }

    private static void send(Task of, Contribution contribution, long timestamp) {
        of.context.forward(
                new Record<>(CellNames.key(contribution), ContributionBytes.write(contribution), timestamp),
                IndicatorsTopology.CONTRIBUTIONS);
    }
}
