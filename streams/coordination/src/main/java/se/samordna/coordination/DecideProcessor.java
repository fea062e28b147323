package se.samordna.coordination;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import se.samordna.rules.Action;
import se.samordna.rules.Decision;
import se.samordna.rules.Outcome;
import se.samordna.streams.AtCommit;
import se.samordna.streams.ChildStore;
import se.samordna.streams.DeadReason;
import se.samordna.streams.Kept;
import se.samordna.streams.Mishaps;
import se.samordna.streams.Receipts;
import se.samordna.streams.RegistryAway;
import se.samordna.streams.Signal;
import se.samordna.streams.Soon;
import se.samordna.streams.WakeUps;

/**
 * The one processor with state. An event: load its child, take the event in, judge, tell, save. A tick: move the clock,
 * and judge the children that are due.
 */
final class DecideProcessor implements Processor<Object, Object, byte[], byte[]> {

    private static final int RETRY_HOURS = 1;

    // So many at a time that a transaction does not grow old over them.
    private static final int OUTDATED_AT_ONCE = 2_000;
    private static final Duration SOON = Duration.ofMillis(500);
    // A replay has ended when nothing is left to read for twice as long: by then these are told.
    private static final Duration TELL = Duration.ofMillis(200);

    private final Parts parts;
    private final int cachedChildren;
    private @Nullable ProcessorContext<byte[], byte[]> context;
    private @Nullable Task task;
    private Optional<Cancellable> judgingAnew = Optional.empty();
    private Optional<Soon> telling = Optional.empty();

    /** What belongs to a task; made with its first record, when its stores have been restored. */
    private record Task(
            ChildStore<Head> children,
            WakeUps wakeUps,
            Feeds feeds,
            Receipts receipts,
            Soon tell,
            int partition,
            Teller teller,
            Mishaps mishaps) {

        void tellReceipts() {
            receipts.tell(receipt -> teller.receipt(receipt, partition, wakeUps.clock()));
        }
    }

    DecideProcessor(Parts parts, int cachedChildren) {
        this.parts = parts;
        this.cachedChildren = cachedChildren;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
        judgingAnew.ifPresent(Cancellable::cancel);
        judgingAnew = Optional.of(context.schedule(SOON, PunctuationType.WALL_CLOCK_TIME, _ -> judgeOutdated()));
        telling.ifPresent(Soon::cancel);
        Soon tell = new Soon(context, TELL, () -> task().tellReceipts());
        tell.ask(); // what an instance before this one did not come to
        telling = Optional.of(tell);
        AtCommit commit = context.getStateStore(AtCommit.NAME);
        commit.run(this::saveReceipts);
        // Also after a failed commit: Streams revives the task with this same object, its stores as they last were
        // committed. What was kept decoded since then never happened.
        task = null;
    }

    @Override
    public void process(Record<Object, Object> record) {
        Task of = task();
        switch ((Signal) record.value()) {
            case Signal.Tick(Instant at) -> tick(of, at);
            case Signal.OfChild signal -> event(of, signal);
            case Signal.OfOther signal -> told(of, signal);
            case Signal.OfRules _ -> throw new IllegalStateException("what indicators are told is not read here");
        }
    }

    private Task task() {
        Task known = task;
        return known != null ? known : begun(Objects.requireNonNull(context));
    }

    private void saveReceipts() {
        Task begun = task;
        if (begun != null) {
            begun.receipts.save();
        }
    }

    private Task begun(ProcessorContext<byte[], byte[]> of) {
        Task begun = new Task(
                new ChildStore<>(
                        of.getStateStore(ChildStore.NAME), parts.rules().memory(), Head.CODEC, cachedChildren),
                new WakeUps(
                        of.getStateStore(ChildStore.NAME),
                        Head.CODEC,
                        head -> parts.decide().isOutdated(Head.rules(head))),
                new Feeds(of.getStateStore(Feeds.NAME), of.taskId().partition()),
                new Receipts(of.getStateStore(Receipts.NAME)),
                telling.orElseThrow(),
                of.taskId().partition(),
                new Teller(of, parts),
                new Mishaps(of, parts.metrics(), CoordinationTopology.DEAD_LETTERS));
        task = begun;
        return begun;
    }

    private void event(Task of, Signal.OfChild signal) {
        UUID childId = signal.event().childId();
        Work work;
        try {
            Kept<Head> kept = of.children.load(childId);
            kept.see(signal.origin().timestamp());
            Instant now = now(of, kept);
            Outcome outcome = kept.accept(signal.event(), signal.record(), now);
            work = work(of, kept, outcome, now);
            if (!(signal.event().body() instanceof Action)) {
                // A coordinator's click says nothing of the agency's own system.
                of.feeds.saw(signal.event(), of.teller::feed);
                of.receipts.took(kept.child(), signal.event(), outcome, now);
                of.tell.ask();
            }
        } catch (KafkaException | RegistryAway e) {
            throw e; // the store's or the registry's, not the record's
        } catch (RuntimeException e) {
            of.children.drop(childId);
            of.mishaps.fault(childId, signal.origin(), e);
            if (!(signal.event().body() instanceof Action)) {
                of.receipts.dead(signal.event(), of.mishaps.isHeld(of.children, signal.event()));
                of.tell.ask();
            }
            return;
        }
        carryOut(of, work);
        if (work.outcome instanceof Outcome.Conflict) {
            of.mishaps.dead(signal.origin(), DeadReason.CONFLICTING_DUPLICATE, Optional.empty());
        }
    }

    /** What another child tells. It says nothing of an agency's feed: that was seen where the event came. */
    private void told(Task of, Signal.OfOther signal) {
        Work work;
        try {
            Kept<Head> kept = of.children.load(signal.child());
            kept.see(signal.origin().timestamp());
            kept.accept(signal);
            work = work(of, kept, Outcome.STORED, now(of, kept));
        } catch (KafkaException | RegistryAway e) {
            throw e;
        } catch (RuntimeException e) {
            of.children.drop(signal.child());
            of.mishaps.fault(signal.child(), signal.origin(), e);
            return;
        }
        carryOut(of, work);
    }

    private void tick(Task of, Instant at) {
        of.wakeUps.tick(at);
        for (WakeUps.Due due : of.wakeUps.due()) {
            wake(of, due);
        }
        of.feeds.tell(of.teller::feed);
        of.receipts.timeCame(at);
        of.tellReceipts();
    }

    /**
     * Judges the children that were decided under other rules or settings, some at a time until all are: at the instant
     * their clock shows, though no tick comes. When that is does not change what is decided.
     */
    private void judgeOutdated() {
        Task of = task();
        List<UUID> some = of.wakeUps.outdated(OUTDATED_AT_ONCE);
        some.forEach(child -> wake(of, new WakeUps.Due(of.wakeUps.clock(), child)));
        if (some.size() < OUTDATED_AT_ONCE) {
            judgingAnew.ifPresent(Cancellable::cancel);
        }
    }

    private void wake(Task of, WakeUps.Due due) {
        Work work;
        try {
            Kept<Head> kept = of.children.load(due.child());
            work = work(of, kept, Outcome.DUPLICATE, now(of, kept));
        } catch (KafkaException | RegistryAway e) {
            throw e;
        } catch (RuntimeException e) {
            of.children.drop(due.child());
            of.mishaps.atWakeUp(due.child(), e);
            Instant later = Instant.ofEpochMilli(of.wakeUps.clock()).plusSeconds(RETRY_HOURS * 3600L);
            of.children.remind(due.child(), later);
            of.wakeUps.set(due.child(), Optional.of(later), Optional.empty());
            return;
        }
        carryOut(of, work);
    }

    private Work work(Task of, Kept<Head> kept, Outcome outcome, Instant now) {
        Head before = kept.head();
        Decision decision = parts.decide().decide(kept.child(), now, before.told());
        if (before.told() != decision.told() || !before.wakeUp().equals(decision.wakeUp())) {
            kept.head(new Head(decision.wakeUp(), decision.told()));
        }
        UUID child = kept.child().childId();
        List<KeyValue<Bytes, byte[]>> changes = of.children.changes(kept, of.wakeUps.clock());
        return new Work(
                child,
                outcome,
                of.teller.letters(decision.effects(), now, held -> of.children.history(child, held, changes)),
                changes,
                decision.wakeUp(),
                decision.nextLine());
    }

    private static void carryOut(Task of, Work work) {
        work.letters.forEach(of.teller::send);
        of.children.write(work.changes);
        of.wakeUps.set(work.child, work.wakeUp, work.nextLine);
    }

    private static Instant now(Task of, Kept<Head> kept) {
        return Instant.ofEpochMilli(Math.max(of.wakeUps.clock(), kept.seen()));
    }

    /** What came of a child's event or wake-up: all of it made before any of it is carried out. */
    private record Work(
            UUID child,
            Outcome outcome,
            List<Teller.Letter> letters,
            List<KeyValue<Bytes, byte[]>> changes,
            Optional<Instant> wakeUp,
            Optional<Instant> nextLine) {}
}
