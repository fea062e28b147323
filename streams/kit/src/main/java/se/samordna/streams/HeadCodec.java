package se.samordna.streams;

/** How an application's head of a child becomes bytes and back. Versioned by itself: old bytes must stay readable. */
public interface HeadCodec<H> {

    /** Of a child not seen before. */
    H none();

    byte[] write(H head);

    H read(byte[] bytes);
}
