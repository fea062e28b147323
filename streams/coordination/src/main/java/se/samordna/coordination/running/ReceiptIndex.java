package se.samordna.coordination.running;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import se.samordna.contributions.EventReceipts;
import se.samordna.events.Agency;
import se.samordna.schemas.Topics;
import se.samordna.streams.Decoded;
import se.samordna.streams.Decoder;
import se.samordna.streams.Registry;

/**
 * How many events of each agency coordination says it has accounted for, by the local day they were received on: the last
 * word of each partition, added up (0020). The topic may be long until it is compacted, so it is read only from when
 * someone first asks, and then followed; some 100 bytes for each agency, day and partition. Safe for several threads.
 */
public final class ReceiptIndex implements AutoCloseable {

    private final Map<Place, Long> last = new HashMap<>();
    private final Decoder decoder;
    private final Follower follower;

    private record Place(Agency agency, LocalDate day, int partition) {}

    ReceiptIndex(String bootstrap, Registry registry) {
        decoder = new Decoder(registry, List.of(Topics.RECEIPTS));
        follower = new Follower(
                "coordination-receipts", bootstrap, List.of(Follower.Part.whole(Topics.RECEIPTS)), this::take);
    }

    /** Whether it can be told: not until what was there when first asked has been read. */
    public boolean counted() {
        follower.start();
        return follower.whole();
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        if (decoder.decode(record.topic(), record.value()) instanceof Decoded.Read(EventReceipts told)) {
            take(told);
        }
    }

    /** What is told of a municipality's months is the indicators'. */
    synchronized void take(EventReceipts told) {
        if (told.getMunicipality().isEmpty()) {
            last.put(
                    new Place(told.getAgency(), LocalDate.parse(told.getPeriod()), told.getPartition()),
                    told.getTotal());
        }
    }

    /** By agency and day. */
    public synchronized Map<Agency, SortedMap<LocalDate, Long>> byDay() {
        Map<Agency, SortedMap<LocalDate, Long>> days = new HashMap<>();
        last.forEach((place, total) ->
                days.computeIfAbsent(place.agency, _ -> new TreeMap<>()).merge(place.day, total, Long::sum));
        return days;
    }

    @Override
    public void close() {
        follower.close();
    }
}
