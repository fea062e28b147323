package se.samordna.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The memory of runs as bytes. Version 2 keeps of an anchor what the gate asks for: its time and its consent. */
final class RunBytes {

    private static final int VERSION = 2;

    private RunBytes() {}

    static byte[] write(RunMemory memory) {
        Sink out = new Sink().number(VERSION).number(memory.through()).instant(memory.protectedFrom());
        out.list(memory.runs(), r -> run(out, r));
        DaySums sums = memory.sums();
        List<Integer> days = IntStream.range(0, sums.size()).boxed().toList();
        out.list(days, i -> out.number(sums.day(i)).number(sums.absent(i)).number(sums.offered(i)));
        return out.bytes();
    }

    private static void run(Sink out, Run run) {
        out.instant(run.from()).instant(run.to());
        anchor(out, run.anchor());
        out.list(run.levels(), s -> out.instant(s.at()).number(s.level()));
    }

    private static void anchor(Sink out, Anchor a) {
        out.uuid(a.eventId()).text(a.suffix()).text(a.type()).text(a.municipality());
        out.code(a.agency()).code(a.ground()).instant(a.at()).text(a.consentId().orElse(""));
    }

    static RunMemory read(byte[] bytes) {
        Tap in = new Tap(bytes);
        int version = in.versionUpTo(VERSION);
        int through = in.small();
        var protectedFrom = in.instant();
        List<Run> runs = in.list(() -> run(in, version));
        int days = in.small();
        DaySums sums = new DaySums(days);
        for (int i = 0; i < days; i++) {
            sums.add(in.small(), in.number(), in.number());
        }
        return new RunMemory(through, runs, sums, protectedFrom);
    }

    private static Run run(Tap in, int version) {
        Instant from = in.instant();
        return new Run(
                from, in.instant(), anchor(in, version, from), in.list(() -> new Step(in.instant(), in.small())));
    }

    // Version 1 kept neither time nor consent: the run's begin, a little later, holds back rather than releases.
    private static Anchor anchor(Tap in, int version, Instant from) {
        return new Anchor(
                in.uuid(),
                in.text(),
                in.text(),
                in.text(),
                in.code(Agency.class),
                in.code(Ground.class),
                version == 1 ? from : in.instant(),
                Optional.of(version == 1 ? "" : in.text()).filter(c -> !c.isEmpty()));
    }
}
