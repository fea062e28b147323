package se.samordna.streams;

import java.time.Duration;
import org.apache.kafka.streams.state.HostInfo;

/** What a look-up in the state of the streams comes to. */
public sealed interface Answer<T> {

    /** It is here. */
    record Found<T>(T value, ReadFrom from) implements Answer<T> {}

    /** The partition is here, and there is no such thing in it. */
    record Absent<T>(ReadFrom from) implements Answer<T> {}

    /** Another instance has it. To be asked once, with a time limit, and marked so that it asks nobody further. */
    record AskHost<T>(HostInfo host) implements Answer<T> {}

    /** Nobody has it right now: tasks are moving or being restored. It says nothing of whether the thing exists. */
    record NotReady<T>(Duration retryAfter) implements Answer<T> {}

    /**
     * Which copy was read.
     *
     * @param standby whether it was a standby's
     * @param lag records of the changelog that the copy is behind by; 0 for the active one
     */
    record ReadFrom(boolean standby, long lag) {
        public static final ReadFrom ACTIVE = new ReadFrom(false, 0);
    }
}
