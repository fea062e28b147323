package se.samordna.bench;

import java.util.List;
import java.util.OptionalDouble;

/** One arm on one rig. */
record Trial(Arm arm, Rig rig) {

    /**
     * What came of it.
     *
     * @param changelogBytes on the broker's disk afterwards, lz4
     * @param collectedMillis in garbage collection, of the whole VM
     * @param beside how much of the events what runs beside it had read by then, 0 to 1
     * @param faults of what it told; empty if right
     */
    record Result(
            String arm,
            Progress.Pace pace,
            long changelogBytes,
            long collectedMillis,
            OptionalDouble beside,
            List<String> faults) {}

    Result run() {
        rig.clear();
        long collected = GarbageTime.millis();
        Progress.Pace pace;
        OptionalDouble beside;
        try (var running = arm.start(rig)) {
            pace = Progress.of(rig, running.group());
            beside = running.beside().stream()
                    .mapToDouble(group -> Progress.share(rig, group))
                    .findFirst();
        }
        long spent = GarbageTime.millis() - collected;
        return new Result(arm.name(), pace, rig.bytes("-changelog"), spent, beside, arm.faults(rig));
    }
}
