package se.samordna.indicators.streams;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import se.samordna.indicators.units.ChildSums;
import se.samordna.indicators.units.ChildSumsBytes;
import se.samordna.rules.Told;
import se.samordna.rules.ToldBytes;
import se.samordna.streams.HeadCodec;

/**
 * What indicators remember of a child besides its events: when to look at it again, what it has added, and what it has
 * told the ids that it is one with.
 *
 * <p>As bytes: eight of the instant in milliseconds (the least number: none), then {@link ChildSumsBytes}, which has the
 * version. Of a child that told others anything there comes first a byte that is no version, the length of {@link
 * ToldBytes} in four, and these.
 */
record ChildHead(Optional<Instant> wakeUp, ChildSums sums, Told told) {

    private static final byte TELLS = -1;
    private static final ChildHead NONE = new ChildHead(Optional.empty(), ChildSums.NONE, Told.NOTHING);

    static final HeadCodec<ChildHead> CODEC = new HeadCodec<>() {
        @Override
        public ChildHead none() {
            return NONE;
        }

        @Override
        public byte[] write(ChildHead head) {
            byte[] told = told(head.told());
            byte[] sums = ChildSumsBytes.write(head.sums());
            return ByteBuffer.allocate(Long.BYTES + told.length + sums.length)
                    .putLong(head.wakeUp().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE))
                    .put(told)
                    .put(sums)
                    .array();
        }

        private static byte[] told(Told told) {
            if (told.equals(Told.NOTHING)) {
                return new byte[0];
            }
            byte[] bytes = ToldBytes.write(told);
            return ByteBuffer.allocate(1 + Integer.BYTES + bytes.length)
                    .put(TELLS)
                    .putInt(bytes.length)
                    .put(bytes)
                    .array();
        }

        @Override
        public ChildHead read(byte[] bytes) {
            ByteBuffer in = ByteBuffer.wrap(bytes).position(Long.BYTES);
            Told told = Told.NOTHING;
            if (bytes[Long.BYTES] == TELLS) {
                in.get();
                told = ToldBytes.read(next(in, in.getInt()));
            }
            return new ChildHead(wakeUp(bytes), ChildSumsBytes.read(next(in, in.remaining())), told);
        }

        private static byte[] next(ByteBuffer in, int length) {
            byte[] bytes = new byte[length];
            in.get(bytes);
            return bytes;
        }

        @Override
        public Optional<Instant> wakeUp(byte[] bytes) {
            return Optional.of(ByteBuffer.wrap(bytes).getLong())
                    .filter(milli -> milli != Long.MIN_VALUE)
                    .map(Instant::ofEpochMilli);
        }

        @Override
        public byte[] withWakeUp(byte[] bytes, Instant at) {
            return ByteBuffer.wrap(bytes.clone()).putLong(0, at.toEpochMilli()).array();
        }
    };
}
