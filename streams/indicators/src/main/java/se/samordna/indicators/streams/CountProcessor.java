package se.samordna.indicators.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import se.samordna.indicators.units.ChildSums;
import se.samordna.indicators.units.ChildSumsBytes;
import se.samordna.indicators.units.Tally;
import se.samordna.rules.Memory;
import se.samordna.rules.Outcome;
import se.samordna.rules.SameChild;
import se.samordna.streams.AtCommit;
import se.samordna.streams.ChildStore;
import se.samordna.streams.Kept;
import se.samordna.streams.Mishaps;
import se.samordna.streams.Receipts;
import se.samordna.streams.RegistryAway;
import se.samordna.streams.Signal;
import se.samordna.streams.Soon;
import se.samordna.streams.WakeUps;

/**
 * A child's events to what moves in the cells.
 *
 * <p>Moves are sent on at once, in the transaction that also holds the child's new sums, and only where they are not
 * nothing: a pupil's line of attendance seldom turns a figure, so there is little to gather before a commit and nothing
 * that could be lost between a flush and one.
 */
final class CountProcessor implements Processor<Object, Object, byte[], byte[]> {

    private static final int RETRY_SECONDS = 3_600;
    // A replay has ended when nothing is left to read for twice as long: by then these are told.
    private static final Duration TELL = Duration.ofMillis(200);

    private final Parts parts;
    private final Messages messages;
    private final int cachedChildren;
    private @Nullable Task task;
    private Optional<Soon> telling = Optional.empty();

    /** What belongs to a task once it has its stores. */
    private record Task(
            ProcessorContext<byte[], byte[]> context,
            ChildStore<ChildHead> children,
            WakeUps wakeUps,
            Receipts receipts,
            Soon tell,
            Mishaps mishaps) {

        Instant now(Kept<ChildHead> kept) {
            return Instant.ofEpochMilli(Math.max(wakeUps.clock(), kept.seen()));
        }
    }

    CountProcessor(Parts parts, int cachedChildren) {
        this.parts = parts;
        this.messages = new Messages(parts.encoder(), parts.metrics());
        this.cachedChildren = cachedChildren;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        parts.nice().thisThread();
        telling.ifPresent(Soon::cancel);
        Soon tell = new Soon(context, TELL, this::tellReceipts);
        tell.ask(); // what an instance before this one did not come to
        telling = Optional.of(tell);
        task = new Task(
                context,
                new ChildStore<>(
                        context.getStateStore(ChildStore.NAME), Memory.INDICATORS, ChildHead.CODEC, cachedChildren),
                new WakeUps(context.getStateStore(ChildStore.NAME), ChildHead.CODEC),
                new Receipts(context.getStateStore(Receipts.NAME)),
                tell,
                new Mishaps(context, parts.metrics(), IndicatorsTopology.DEAD_LETTERS));
        Task begun = task;
        AtCommit commit = context.getStateStore(AtCommit.NAME);
        commit.run(begun.receipts::save);
    }

    @Override
    public void process(Record<Object, Object> record) {
        Task of = Objects.requireNonNull(task);
        switch ((Signal) record.value()) {
            case Signal.Tick(Instant at) -> tick(of, at, record.timestamp());
            case Signal.OfChild signal -> event(of, signal);
            case Signal.OfRules signal -> told(of, signal);
            case Signal.OfOther signal -> told(of, signal);
        }
    }

    private void event(Task of, Signal.OfChild signal) {
        var child = signal.event().childId();
        var moves = new Moves();
        Work work;
        try {
            Kept<ChildHead> kept = of.children.load(child);
            kept.see(signal.origin().timestamp());
            Instant now = of.now(kept);
            Outcome outcome = kept.accept(signal.event(), signal.record(), now);
            work = work(
                    of,
                    kept,
                    parts.tally().accepted(kept.child(), kept.head().sums(), signal.event(), now, moves),
                    now);
            of.receipts.took(kept.child(), signal.event(), outcome, now);
            of.tell.ask();
        } catch (KafkaException | RegistryAway e) {
            throw e; // the store's or the registry's, not the record's
        } catch (RuntimeException e) {
            of.children.drop(child);
            of.mishaps.fault(child, signal.origin(), e);
            of.receipts.dead(signal.event(), of.mishaps.isHeld(of.children, signal.event()));
            of.tell.ask();
            return;
        }
        carryOut(of, work, moves, signal.origin().timestamp());
    }

    /** What the rules tell of an alert: it moves no clock, being no record of the child's own. */
    private void told(Task of, Signal.OfRules signal) {
        var child = signal.timeliness().childId();
        var moves = new Moves();
        Work work;
        try {
            Kept<ChildHead> kept = of.children.load(child);
            Instant now = of.now(kept);
            work = work(
                    of,
                    kept,
                    parts.tally().told(kept.child(), kept.head().sums(), signal.timeliness(), now, moves),
                    now);
        } catch (KafkaException | RegistryAway e) {
            throw e;
        } catch (RuntimeException e) {
            of.children.drop(child);
            of.mishaps.fault(child, signal.origin(), e);
            return;
        }
        carryOut(of, work, moves, signal.origin().timestamp());
    }

    /** What another id of the child tells. */
    private void told(Task of, Signal.OfOther signal) {
        var moves = new Moves();
        Work work;
        try {
            Kept<ChildHead> kept = of.children.load(signal.child());
            kept.see(signal.origin().timestamp());
            kept.accept(signal);
            Instant now = of.now(kept);
            work = work(of, kept, parts.tally().told(kept.child(), kept.head().sums(), now, moves), now);
        } catch (KafkaException | RegistryAway e) {
            throw e;
        } catch (RuntimeException e) {
            of.children.drop(signal.child());
            of.mishaps.fault(signal.child(), signal.origin(), e);
            return;
        }
        carryOut(of, work, moves, signal.origin().timestamp());
    }

    private void tick(Task of, Instant at, long timestamp) {
        of.wakeUps.tick(at);
        for (WakeUps.Due due : of.wakeUps.due()) {
            wake(of, due, timestamp);
        }
        of.receipts.timeCame(at);
        tellReceipts(of, timestamp);
        send(of, new Contribution.Clock(of.context.taskId().partition(), at), timestamp);
    }

    private void tellReceipts() {
        Task of = Objects.requireNonNull(task);
        tellReceipts(of, of.wakeUps.clock());
    }

    private static void tellReceipts(Task of, long timestamp) {
        ZeroLoss.tell(of.receipts, moved -> send(of, moved, Math.max(0, timestamp)));
    }

    private void wake(Task of, WakeUps.Due due, long timestamp) {
        var moves = new Moves();
        Work work;
        try {
            Kept<ChildHead> kept = of.children.load(due.child());
            Instant now = of.now(kept);
            work = work(
                    of, kept, parts.tally().timeCame(kept.child(), kept.head().sums(), now, moves), now);
        } catch (KafkaException | RegistryAway e) {
            throw e;
        } catch (RuntimeException e) {
            of.children.drop(due.child());
            of.mishaps.atWakeUp(due.child(), e);
            Instant later = Instant.ofEpochMilli(of.wakeUps.clock()).plusSeconds(RETRY_SECONDS);
            of.children.remind(due.child(), later);
            of.wakeUps.set(due.child(), Optional.of(later), Optional.empty());
            return;
        }
        carryOut(of, work, moves, timestamp);
    }

    /** What came of a child's event or wake-up, made before any of it is carried out. */
    private record Work(
            UUID child,
            List<KeyValue<Bytes, byte[]>> changes,
            Optional<Instant> next,
            List<Record<byte[], byte[]>> crossings) {}

    private Work work(Task of, Kept<ChildHead> kept, ChildSums sums, Instant now) {
        Optional<Instant> wakeUp = Tally.wakeUp(kept.child(), sums);
        SameChild.Said said =
                new SameChild(kept.child(), now).tell(kept.head().told(), () -> ChildSumsBytes.forgotten(sums));
        ChildHead after = new ChildHead(wakeUp, sums, said.told());
        if (!after.equals(kept.head())) {
            kept.head(after);
        }
        UUID child = kept.child().childId();
        List<KeyValue<Bytes, byte[]>> changes = of.children.changes(kept, of.wakeUps.clock());
        return new Work(
                child,
                changes,
                wakeUp,
                messages.of(said.crossings(), now, held -> of.children.history(child, held, changes)));
    }

    private void carryOut(Task of, Work work, Moves moves, long timestamp) {
        of.children.write(work.changes);
        of.wakeUps.set(work.child, work.next, Optional.empty());
        moves.forEach(move -> send(of, move, timestamp));
        work.crossings.forEach(each -> of.context.forward(each, IndicatorsTopology.CROSSINGS));
    }

    private static void send(Task of, Contribution contribution, long timestamp) {
        of.context.forward(
                new Record<>(CellNames.key(contribution), ContributionBytes.write(contribution), timestamp),
                IndicatorsTopology.CONTRIBUTIONS);
    }
}
