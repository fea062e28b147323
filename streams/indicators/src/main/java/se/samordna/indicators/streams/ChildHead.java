package se.samordna.indicators.streams;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import se.samordna.indicators.units.ChildSums;
import se.samordna.indicators.units.ChildSumsBytes;
import se.samordna.streams.HeadCodec;

/**
 * What indicators remember of a child besides its events: when to look at it again, and what it has added.
 *
 * <p>As bytes: eight of the instant in milliseconds (the least number: none), then {@link ChildSumsBytes}, which has the
 * version.
 */
record ChildHead(Optional<Instant> wakeUp, ChildSums sums) {

    private static final ChildHead NONE = new ChildHead(Optional.empty(), ChildSums.NONE);

    static final HeadCodec<ChildHead> CODEC = new HeadCodec<>() {
        @Override
        public ChildHead none() {
            return NONE;
        }

        @Override
        public byte[] write(ChildHead head) {
            byte[] sums = ChildSumsBytes.write(head.sums());
            return ByteBuffer.allocate(Long.BYTES + sums.length)
                    .putLong(head.wakeUp().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE))
                    .put(sums)
                    .array();
        }

        @Override
        public ChildHead read(byte[] bytes) {
            return new ChildHead(
                    wakeUp(bytes), ChildSumsBytes.read(Arrays.copyOfRange(bytes, Long.BYTES, bytes.length)));
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
