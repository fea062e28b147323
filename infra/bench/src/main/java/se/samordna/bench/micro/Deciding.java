package se.samordna.bench.micro;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import se.samordna.rules.Child;
import se.samordna.rules.Decide;
import se.samordna.rules.Decision;
import se.samordna.rules.Event;
import se.samordna.rules.Rules;
import se.samordna.rules.Told;

/**
 * One event into a child after a term: take it in, judge what it concerns. Every child gets it once: a second time it would
 * be a duplicate, so the children are made anew for each iteration.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 30)
@Measurement(iterations = 30)
@Fork(1)
public class Deciding {
    private static final int CHILDREN = 256;

    private final Decide decide = new Decide(Rules.standard(), Decide.DEFAULT_NAMESPACE);
    private final Event attendance = OneChild.attendance(OneChild.DAYS);
    private final Event report = OneChild.report(OneChild.DAYS);
    private final List<Child> children = new ArrayList<>();
    private Told told = Told.NOTHING;

    @Setup(Level.Iteration)
    public void renew() {
        Instant before = attendance.occurredAt().minus(8, ChronoUnit.HOURS);
        children.clear();
        for (int i = 0; i < CHILDREN; i++) {
            Child child = OneChild.afterATerm();
            told = decide.decide(child, before, Told.NOTHING).told();
            child.drain();
            children.add(child);
        }
    }

    @Benchmark
    @OperationsPerInvocation(CHILDREN)
    public void attendanceEvent(Blackhole out) {
        children.forEach(child -> out.consume(taken(child, attendance)));
    }

    @Benchmark
    @OperationsPerInvocation(CHILDREN)
    public void reportEvent(Blackhole out) {
        children.forEach(child -> out.consume(taken(child, report)));
    }

    private Decision taken(Child child, Event event) {
        child.accept(event, event.receivedAt());
        return decide.decide(child, event.receivedAt(), told);
    }
}
