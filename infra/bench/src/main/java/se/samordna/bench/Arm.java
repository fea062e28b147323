package se.samordna.bench;

import java.util.List;

/** One way to bring the events through. */
interface Arm {
    String name();

    /** Starts it on a cleared rig; it commits its progress under the running thing's group. */
    Running start(Rig rig);

    /**
     * An arm at work.
     */
    interface Running extends AutoCloseable {
        /** The consumer group its progress is committed under. */
        String group();

        @Override
        void close();
    }

    /** What is wrong with what came out, once it has ended; empty if all is right. */
    default List<String> faults(Rig rig) {
        return List.of();
    }
}
