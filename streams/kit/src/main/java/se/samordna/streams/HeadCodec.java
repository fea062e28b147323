package se.samordna.streams;

import java.time.Instant;
import java.util.Optional;

/** How an application's head of a child becomes bytes and back. Versioned by itself: old bytes must stay readable. */
public interface HeadCodec<H> {

    /** Of a child not seen before. */
    H none();

    byte[] write(H head);

    H read(byte[] bytes);

    /** When the child of a head must be looked at again, read without the rest; empty if never. */
    Optional<Instant> wakeUp(byte[] bytes);

    /** The same head with another time to look at its child, made without reading the rest. */
    byte[] withWakeUp(byte[] bytes, Instant at);
}
