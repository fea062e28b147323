package se.samordna.bench;

import java.util.List;

/** One arm on one rig. */
record Trial(Arm arm, Rig rig) {

    /**
     * What came of it.
     *
     * @param changelogBytes on the broker's disk afterwards, lz4
     * @param collectedMillis in garbage collection, of the whole VM
     * @param faults of what it told; empty if right
     */
    record Result(String arm, Progress.Pace pace, long changelogBytes, long collectedMillis, List<String> faults) {}

    Result run() {
        rig.clear();
        long collected = GarbageTime.millis();
        Progress.Pace pace;
        try (var running = arm.start(rig)) {
            pace = Progress.of(rig, running.group());
        }
        long spent = GarbageTime.millis() - collected;
        return new Result(arm.name(), pace, rig.bytes("-changelog"), spent, arm.faults(rig));
    }
}
