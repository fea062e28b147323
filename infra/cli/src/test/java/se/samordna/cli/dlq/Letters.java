package se.samordna.cli.dlq;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Dead letters as an app puts them away. */
final class Letters {
    static final byte[] KEY = {1, 2};
    static final byte[] VALUE = {0, 0, 0, 0, 9, 7};
    static final long AT = 1_768_000_000_000L;

    private Letters() {}

    /** With headers of these values, {@code -} for none. */
    static Letter of(String dlq, long offset, String topic, String partition, String from, String reason) {
        RecordHeaders headers = new RecordHeaders();
        put(headers, "samordna.dlq.topic", topic);
        put(headers, "samordna.dlq.partition", partition);
        put(headers, "samordna.dlq.offset", from);
        put(headers, "samordna.dlq.reason", reason);
        return new Letter(new ConsumerRecord<>(
                dlq,
                0,
                offset,
                AT,
                TimestampType.CREATE_TIME,
                KEY.length,
                VALUE.length,
                KEY,
                VALUE,
                headers,
                Optional.empty()));
    }

    private static void put(RecordHeaders headers, String name, String value) {
        if (!value.equals("-")) {
            headers.add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }
}
