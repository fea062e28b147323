package se.samordna.coordination;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import se.samordna.contributions.EventReceipts;
import se.samordna.events.Agency;
import se.samordna.platform.Feed;
import se.samordna.rules.Alert;
import se.samordna.rules.Effect;
import se.samordna.rules.HistoryOf;
import se.samordna.rules.Notice;
import se.samordna.rules.Timeliness;
import se.samordna.schemas.Keys;
import se.samordna.schemas.Topic;
import se.samordna.schemas.Topics;
import se.samordna.streams.ChildStore;
import se.samordna.streams.ChildTooLarge;
import se.samordna.streams.Contributions;
import se.samordna.streams.Crossings;
import se.samordna.streams.Receipt;
import se.samordna.streams.Signals;

/**
 * Puts what was decided into records: alerts and notices to their recipients, each with its entry in the ledger. Making
 * them and sending them are apart, so that a fault of ours in the making has sent nothing.
 */
final class Teller {

    private final ProcessorContext<byte[], byte[]> context;
    private final Parts parts;
    private final AlertForm form;

    Teller(ProcessorContext<byte[], byte[]> context, Parts parts) {
        this.context = context;
        this.parts = parts;
        this.form = new AlertForm(parts.rules());
    }

    /** What goes to one sink. */
    private record Sending(Record<byte[], byte[]> record, String sink) {}

    /**
     * The sendings of one effect.
     *
     * @param what is counted
     * @param recipient to whom it goes
     */
    record Letter(String metric, String what, String recipient, List<Sending> sendings) {}

    /** What is held of a child and those merged into it, part by part. */
    @FunctionalInterface
    interface Histories {
        Map<UUID, byte[]> of(HistoryOf history);
    }

    /**
     * @param now the child's clock, which the records carry as their timestamp
     * @throws ChildTooLarge if what is held of a child is more than a broker takes in a record
     */
    List<Letter> letters(List<Effect> effects, Instant now, Histories histories) {
        List<Letter> letters = new ArrayList<>(effects.size());
        for (Effect effect : effects) {
            switch (effect) {
                case Effect.Tell tell -> letters.add(letter(tell, now));
                case Effect.Cross cross -> letters.add(letter(cross, now, histories));
                case Effect.Measure measure -> letters.add(letter(measure.timeliness(), now));
            }
        }
        return letters;
    }

    void send(Letter letter) {
        letter.sendings.forEach(each -> context.forward(each.record, each.sink));
        parts.metrics().count(letter.metric, "what", letter.what, "recipient", letter.recipient);
    }

    private Letter letter(Effect.Tell tell, Instant now) {
        Topic topic = Topics.alerts(Signals.agency(tell.recipient()));
        byte[] key =
                Keys.alert(tell.telling().childId(), tell.telling().alertId()).getBytes(StandardCharsets.UTF_8);
        byte[] value =
                parts.encoder().write(topic, form.of(tell.recipient(), tell.telling(), tell.revision(), tell.cause()));
        byte[] child = Signals.key(tell.disclosure().childId());
        byte[] ledger = parts.encoder().write(Topics.DISCLOSURES, AlertForm.of(tell.disclosure()));
        return new Letter(
                "samordna.alerts.told",
                what(tell),
                tell.recipient().name(),
                List.of(
                        new Sending(new Record<>(key, value, now.toEpochMilli()), topic.name()),
                        new Sending(
                                new Record<>(child, ledger, now.toEpochMilli()), CoordinationTopology.DISCLOSURES)));
    }

    private Letter letter(Effect.Cross cross, Instant now, Histories histories) {
        Map<UUID, byte[]> held = cross.crossing() instanceof HistoryOf history ? histories.of(history) : Map.of();
        byte[] value = parts.encoder().write(Topics.CROSSINGS, Crossings.write(cross, held));
        if (value.length > ChildStore.LARGEST) {
            throw new ChildTooLarge();
        }
        Record<byte[], byte[]> record = new Record<>(Signals.key(cross.target()), value, now.toEpochMilli());
        return new Letter(
                "samordna.crossings.told",
                cross.crossing().kind().name(),
                "CHILD",
                List.of(new Sending(record, CoordinationTopology.CROSSINGS)));
    }

    private Letter letter(Timeliness timeliness, Instant now) {
        byte[] value = parts.encoder().write(Topics.CONTRIBUTIONS, Contributions.write(timeliness));
        Record<byte[], byte[]> record = new Record<>(Signals.key(timeliness.childId()), value, now.toEpochMilli());
        return new Letter(
                "samordna.contributions.told",
                timeliness.rule().name(),
                "INDICATORS",
                List.of(new Sending(record, CoordinationTopology.CONTRIBUTIONS)));
    }

    /** @param clock the partition's, in milliseconds */
    void receipt(Receipt receipt, int partition, long clock) {
        Receipt.Place place = receipt.place();
        Agency agency = Signals.agency(place.agency());
        byte[] value = parts.encoder()
                .write(
                        Topics.RECEIPTS,
                        new EventReceipts(agency, place.municipality(), place.period(), partition, receipt.total()));
        byte[] key = Keys.receipts(agency, place.period(), place.municipality(), partition)
                .getBytes(StandardCharsets.UTF_8);
        context.forward(new Record<>(key, value, Math.max(0, clock)), CoordinationTopology.RECEIPTS);
    }

    void feed(byte[] key, Feed feed) {
        byte[] value = parts.encoder().write(Topics.FEEDS, feed);
        context.forward(
                new Record<>(key, value, Math.max(0, feed.getLastEventAt().toEpochMilli())),
                CoordinationTopology.FEEDS);
    }

    private static String what(Effect.Tell tell) {
        return switch (tell.telling()) {
            case Alert alert -> alert.rule().name();
            case Notice notice -> notice.code();
        };
    }
}
