package se.samordna.cli.replay;

import java.time.Instant;
import se.samordna.kit.intake.Reading;

/** Where a replay's events, measurements and Ticks go, in order. Stamps are epoch milliseconds. */
public interface Sink {
    void event(Reading.Event event, long stamp);

    void measurement(Reading.Measurement measurement, long stamp);

    void tick(Instant at);

    /** Everything handed over so far is safe when this returns. */
    void settle();
}
