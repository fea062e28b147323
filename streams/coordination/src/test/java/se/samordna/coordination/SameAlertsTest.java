package se.samordna.coordination;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.samordna.alerts.Alert;
import se.samordna.alerts.AlertNotice;
import se.samordna.schemas.EventTypes;
import se.samordna.schemas.Topics;

/**
 * A school class through two months, over several partitions and replayed at several speeds: what the alert topics hold
 * in the end, compacted, is the same to the byte, but for the count of revisions, which knows the path.
 */
class SameAlertsTest {

    private static final int CHILDREN = 24;
    private static final Instant FIRST = Instant.parse("2026-01-12T06:00:00Z");
    private static final Instant LAST = Instant.parse("2026-03-20T12:00:00Z");

    /** How a replay goes while time, the Ticks among its lines, goes as ever. */
    enum Speed {
        LINE_BY_LINE {
            @Override
            List<SpecificRecord> order(List<SpecificRecord> sameTick, Random random) {
                return sameTick;
            }
        },
        /** One topic is read to its end before the next, as after a long stop. */
        TOPIC_BY_TOPIC {
            @Override
            List<SpecificRecord> order(List<SpecificRecord> sameTick, Random random) {
                return sameTick.stream()
                        .sorted(Comparator.comparing(e -> EventTypes.header(e).getAgency()))
                        .toList();
            }
        },
        /** Threads and batches as they come, some sent twice after a lost acknowledgement. */
        AS_IT_COMES {
            @Override
            List<SpecificRecord> order(List<SpecificRecord> sameTick, Random random) {
                List<SpecificRecord> lines = new ArrayList<>(sameTick);
                sameTick.stream().filter(_ -> random.nextInt(5) == 0).forEach(lines::add);
                Collections.shuffle(lines, random);
                return lines;
            }
        };

        abstract List<SpecificRecord> order(List<SpecificRecord> sameTick, Random random);
    }

    @ParameterizedTest(name = "{0} partitions")
    @ValueSource(ints = {4, 12})
    void over_more_partitions_they_are_the_same(int partitions) {
        assertThat(held(partitions, Speed.LINE_BY_LINE, 0)).isEqualTo(held(1, Speed.LINE_BY_LINE, 0));
    }

    @ParameterizedTest
    @EnumSource
    void at_another_speed_they_are_the_same_to_the_byte(Speed speed) {
        assertThat(held(1, speed, 8)).isEqualTo(held(1, Speed.LINE_BY_LINE, 0));
    }

    /**
     * What a reader of the compacted topics holds in the end, by recipient and key.
     *
     * @param restarts at about so many of the ticks
     */
    private static Map<String, String> held(int partitions, Speed speed, int restarts) {
        List<County> counties =
                IntStream.range(0, partitions).mapToObj(_ -> new County(5)).toList();
        Random random = new Random(11);
        TreeMap<Instant, List<SpecificRecord>> byTick = new TreeMap<>();
        for (Instant tick = FIRST; !tick.isAfter(LAST); tick = tick.plus(Duration.ofHours(6))) {
            byTick.put(tick, new ArrayList<>());
        }
        for (SpecificRecord event : events()) {
            byTick.floorEntry(EventTypes.header(event).getReceivedAt())
                    .getValue()
                    .add(event);
        }
        byTick.forEach((tick, lines) -> {
            counties.forEach(county -> county.tick(tick));
            speed.order(lines, random)
                    .forEach(line -> counties.get(partition(line, partitions)).send(line));
            if (random.nextInt(byTick.size()) < restarts) {
                counties.forEach(County::restart);
            }
        });
        Map<String, String> held = new TreeMap<>();
        for (County county : counties) {
            assertThat(county.dead()).isEmpty();
            county.told().forEach(told -> held.put(told.recipient() + " " + told.key(), bytes(county, told)));
        }
        held.values().removeIf(String::isEmpty);
        counties.forEach(County::close);
        assertThat(new TreeSet<>(held.values())).as("each child has alerts").hasSizeGreaterThan(4 * CHILDREN);
        return held;
    }

    /** As the producer chooses it. */
    private static int partition(SpecificRecord event, int partitions) {
        byte[] key = EventTypes.header(event).getChildId().toString().getBytes(UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }

    /** Empty where it is withdrawn: whether it ever was told knows the path. */
    private static String bytes(County county, County.Told told) {
        switch (told.record()) {
            case Alert alert -> {
                alert.setRevision(0);
                alert.setSupersedes(List.of());
            }
            case AlertNotice notice -> notice.setRevision(0);
            default -> throw new IllegalArgumentException(told.key());
        }
        return AlertLine.of(told.record()).status().equals("WITHDRAWN")
                ? ""
                : HexFormat.of().formatHex(county.encoded(Topics.alerts(told.recipient()), told.record()));
    }

    private static List<SpecificRecord> events() {
        return IntStream.range(0, CHILDREN)
                .boxed()
                .flatMap(child -> OneChild.events().stream().map(event -> of(child, event)))
                .sorted(Comparator.comparing(event -> EventTypes.header(event).getReceivedAt()))
                .toList();
    }

    /** The same life some hours later under another name; some of it comes to light late. */
    private static SpecificRecord of(int child, SpecificRecord event) {
        var header = EventTypes.header(event);
        boolean late = header.getEventId().hashCode() % 7 == child % 7;
        header.setChildId(new UUID(header.getChildId().getMostSignificantBits(), 0x8000_0000_0000_0000L | child));
        header.setEventId(UUID.nameUUIDFromBytes(ByteBuffer.allocate(20)
                .putInt(child)
                .putLong(header.getEventId().getMostSignificantBits())
                .putLong(header.getEventId().getLeastSignificantBits())
                .array()));
        header.setOccurredAt(header.getOccurredAt().plus(Duration.ofMinutes(37L * child)));
        header.setReceivedAt(header.getReceivedAt()
                .plus(Duration.ofMinutes(37L * child))
                .plus(late ? Duration.ofDays(9) : Duration.ZERO));
        return event;
    }
}
