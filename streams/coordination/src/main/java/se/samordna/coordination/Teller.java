package se.samordna.coordination;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import se.samordna.platform.Feed;
import se.samordna.rules.Alert;
import se.samordna.rules.Effect;
import se.samordna.rules.Notice;
import se.samordna.schemas.Keys;
import se.samordna.schemas.Topic;
import se.samordna.schemas.Topics;
import se.samordna.streams.Signals;

/** Carries out what was decided: alerts and notices to their recipients, each with its entry in the ledger. */
final class Teller {

    private final ProcessorContext<byte[], byte[]> context;
    private final Parts parts;
    private final AlertForm form;

    Teller(ProcessorContext<byte[], byte[]> context, Parts parts) {
        this.context = context;
        this.parts = parts;
        this.form = new AlertForm(parts.rules());
    }

    /** @param now the child's clock, which the records carry as their timestamp */
    void tell(List<Effect> effects, Instant now) {
        for (Effect effect : effects) {
            switch (effect) {
                case Effect.Tell tell -> tell(tell, now);
            }
        }
    }

    private void tell(Effect.Tell tell, Instant now) {
        Topic topic = Topics.alerts(Signals.agency(tell.recipient()));
        byte[] key =
                Keys.alert(tell.telling().childId(), tell.telling().alertId()).getBytes(StandardCharsets.UTF_8);
        byte[] value =
                parts.encoder().write(topic, form.of(tell.recipient(), tell.telling(), tell.revision(), tell.cause()));
        context.forward(new Record<>(key, value, now.toEpochMilli()), topic.name());
        byte[] child = Signals.key(tell.disclosure().childId());
        byte[] ledger = parts.encoder().write(Topics.DISCLOSURES, AlertForm.of(tell.disclosure()));
        context.forward(new Record<>(child, ledger, now.toEpochMilli()), CoordinationTopology.DISCLOSURES);
        count(tell);
    }

    void feed(byte[] key, Feed feed) {
        byte[] value = parts.encoder().write(Topics.FEEDS, feed);
        context.forward(new Record<>(key, value, feed.getLastEventAt().toEpochMilli()), CoordinationTopology.FEEDS);
    }

    private void count(Effect.Tell tell) {
        String what = switch (tell.telling()) {
            case Alert alert -> alert.rule().name();
            case Notice notice -> notice.code();
        };
        parts.metrics()
                .count(
                        "samordna.alerts.told",
                        "what",
                        what,
                        "recipient",
                        tell.recipient().name());
    }
}
