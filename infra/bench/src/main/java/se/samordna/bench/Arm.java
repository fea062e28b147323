package se.samordna.bench;

import java.util.List;
import java.util.Optional;

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

        /** The group of what runs beside it, if anything does. */
        default Optional<String> beside() {
            return Optional.empty();
        }

        @Override
        void close();
    }

    /** What is wrong with what came out, once it has ended; empty if all is right. */
    default List<String> faults(Rig rig) {
        return List.of();
    }
}
