package se.samordna.coordination;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import se.samordna.rules.Told;
import se.samordna.rules.ToldBytes;
import se.samordna.streams.HeadCodec;

/**
 * What coordination remembers of a child besides its events: the next instant to judge it at, and what has been told.
 *
 * <p>As bytes: a version, eight bytes of the instant in milliseconds (the least number: none), and {@link ToldBytes}.
 */
public record Head(Optional<Instant> wakeUp, Told told) {

    private static final int TOLD = 1 + Long.BYTES;
    private static final Head NONE = new Head(Optional.empty(), Told.NOTHING);

    /** The fingerprint of the rules that a saved head was decided under. */
    static int rules(byte[] head) {
        return ToldBytes.rules(Arrays.copyOfRange(head, TOLD, head.length));
    }

    public static final HeadCodec<Head> CODEC = new HeadCodec<>() {
        private static final byte VERSION = 1;

        @Override
        public Head none() {
            return NONE;
        }

        @Override
        public byte[] write(Head head) {
            byte[] told = ToldBytes.write(head.told());
            return ByteBuffer.allocate(TOLD + told.length)
                    .put(VERSION)
                    .putLong(head.wakeUp().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE))
                    .put(told)
                    .array();
        }

        @Override
        public Head read(byte[] bytes) {
            return new Head(wakeUp(bytes), ToldBytes.read(Arrays.copyOfRange(bytes, TOLD, bytes.length)));
        }

        @Override
        public Optional<Instant> wakeUp(byte[] bytes) {
            check(bytes);
            return Optional.of(ByteBuffer.wrap(bytes).getLong(1))
                    .filter(milli -> milli != Long.MIN_VALUE)
                    .map(Instant::ofEpochMilli);
        }

        @Override
        public byte[] withWakeUp(byte[] bytes, Instant at) {
            check(bytes);
            return ByteBuffer.wrap(bytes.clone()).putLong(1, at.toEpochMilli()).array();
        }

        private void check(byte[] bytes) {
            if (bytes[0] != VERSION) {
                throw new IllegalStateException("a head of version " + bytes[0] + ", written by a later release");
            }
        }
    };
}
