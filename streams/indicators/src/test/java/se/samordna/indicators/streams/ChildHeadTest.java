package se.samordna.indicators.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.indicators.units.ChildSums;
import se.samordna.indicators.units.ChildSumsBytes;
import se.samordna.rules.Crossing;
import se.samordna.rules.Told;

/** Heads a release has written stay readable. */
class ChildHeadTest {

    private static final Instant DUE = Instant.parse("2026-01-24T23:00:00Z");
    private static final Told TOLD = new Told(
            0,
            List.of(),
            List.of(new Told.Crossed(
                    new Crossing.Key(Crossing.Kind.MERGE, UUID.fromString("0b540000-0000-4000-8000-000000000001")), 7)),
            5);

    private static final String TOLD_BYTES = "06000002020b5400000000400080000000000000010e0a";

    @Test
    void a_child_that_told_no_other_anything_costs_no_byte_for_it() {
        ChildHead head = new ChildHead(Optional.of(DUE), ChildSums.NONE, Told.NOTHING);
        byte[] sums = ChildSumsBytes.write(ChildSums.NONE);
        byte[] bytes = ByteBuffer.allocate(Long.BYTES + sums.length)
                .putLong(DUE.toEpochMilli())
                .put(sums)
                .array();

        assertThat(ChildHead.CODEC.write(head)).isEqualTo(bytes);
        assertThat(ChildHead.CODEC.read(bytes)).isEqualTo(head);
    }

    @Test
    void what_it_told_others_stands_before_what_it_added() {
        ChildHead head = new ChildHead(Optional.empty(), ChildSums.NONE, TOLD);
        byte[] bytes = ChildHead.CODEC.write(head);

        assertThat(HexFormat.of().formatHex(bytes))
                .isEqualTo("8000000000000000" + "ff" + "00000017" + TOLD_BYTES + "020000000000");
        assertThat(ChildHead.CODEC.read(bytes)).isEqualTo(head);
        assertThat(ChildHead.CODEC.wakeUp(bytes)).isEmpty();
        assertThat(ChildHead.CODEC.read(ChildHead.CODEC.withWakeUp(bytes, DUE)))
                .isEqualTo(new ChildHead(Optional.of(DUE), ChildSums.NONE, TOLD));
    }
}
