package se.samordna.streams;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

/** What an application counts of itself. Tags are topics, reasons and rules, never a child. */
public final class StreamsMetrics {

    private final MeterRegistry meters;
    private final String application;

    public StreamsMetrics(MeterRegistry meters, String application) {
        this.meters = meters;
        this.application = application;
    }

    /** A record went to the dead letters. {@link DeadReason#INTERNAL_ERROR} is the alarm. */
    public void dead(String topic, DeadReason reason) {
        count("samordna.dead.letters", "topic", topic, "reason", reason.code());
    }

    /** Adds one to a counter of this application. */
    public void count(String name, String... tags) {
        Counter.builder(name)
                .tags(Tags.of("application", application).and(tags))
                .register(meters)
                .increment();
    }
}
