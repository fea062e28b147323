package se.samordna.coordination.running;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samordna.coordination.running.Follower.Part;
import se.samordna.events.AlertSnoozed;
import se.samordna.platform.Feed;
import se.samordna.platform.Tick;
import se.samordna.schemas.Agencies;
import se.samordna.schemas.Topic;
import se.samordna.schemas.Topics;
import se.samordna.streams.Decoded;
import se.samordna.streams.Decoder;
import se.samordna.streams.Registry;

/**
 * What look-ups need besides the child store, read from the topics themselves: the alerts told and who snoozed, closed
 * or answered them, how fresh the feeds are, the platform's clock, and the newest dead letters. These have a thread of their own: the
 * schema of one may have to be waited for, and alerts must not wait with it.
 */
public final class ReadModel implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReadModel.class);
    private static final int LAST_TICKS = 5;
    private static final List<Topic> WHOLE = Stream.concat(
                    Agencies.ALL.stream().map(Topics::alerts), Stream.of(Topics.FEEDS, Topics.ACTIONS))
            .toList();

    private final AlertIndex alerts = new AlertIndex();
    private final FeedIndex feeds = new FeedIndex();
    private final SnoozeIndex snoozes = new SnoozeIndex();
    private final Closings closings = new Closings();
    private final AnswerIndex answers = new AnswerIndex();
    private final DeadLetterIndex letters;
    private final Decoder decoder;
    private final Follower toldFollower;
    private final Follower letterFollower;

    ReadModel(String bootstrap, Registry registry) {
        decoder = new Decoder(
                registry, Stream.concat(WHOLE.stream(), Stream.of(Topics.CLOCK)).toList());
        toldFollower = new Follower(
                "coordination-read-model",
                bootstrap,
                Stream.concat(WHOLE.stream().map(Part::whole), Stream.of(new Part(Topics.CLOCK, LAST_TICKS)))
                        .toList(),
                this::take);
        LetterReader reader = new LetterReader(registry);
        letterFollower = new Follower(
                "coordination-dead-letters",
                bootstrap,
                LetterReader.topics().stream()
                        .map(topic -> new Part(topic, DeadLetterIndex.ROOM))
                        .toList(),
                letter -> reader.read(letter).ifPresent(this::take));
        letters = new DeadLetterIndex(DeadLetterIndex.ROOM, letterFollower::whole);
    }

    void start() {
        toldFollower.start();
        letterFollower.start();
    }

    public AlertIndex alerts() {
        return alerts;
    }

    public FeedIndex feeds() {
        return feeds;
    }

    public Closings closings() {
        return closings;
    }

    public AnswerIndex answers() {
        return answers;
    }

    public SnoozeIndex snoozes() {
        return snoozes;
    }

    public DeadLetterIndex deadLetters() {
        return letters;
    }

    /** Whether every alert, feed and action that was there at the start has been read. */
    public boolean whole() {
        return toldFollower.whole();
    }

    private void take(DeadLetter letter) {
        letters.take(letter);
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        byte @Nullable [] key = record.key();
        byte @Nullable [] value = record.value();
        boolean ofAction = record.topic().equals(Topics.ACTIONS.name());
        if (!ofAction && !record.topic().equals(Topics.FEEDS.name())) {
            // A feed's stamp is the receipt of an event, an action's that of its child: neither moves this clock.
            feeds.at(Instant.ofEpochMilli(record.timestamp()));
        }
        if (value == null) {
            alerts.forget(record.topic(), key);
            return;
        }
        switch (decoder.decode(record.topic(), value)) {
            case Decoded.Read(Feed feed) -> feeds.take(feed);
            case Decoded.Read(Tick tick) -> feeds.at(tick.getAt());
            case Decoded.Read(AlertSnoozed snooze) -> snoozes.take(snooze);
            case Decoded.Read(var action)
            when ofAction -> {
                closings.take(action);
                answers.take(action);
            }
            case Decoded.Read(var alert) -> alerts.take(alert, Instant.ofEpochMilli(record.timestamp()));
            case Decoded.Dead dead ->
                LOG.warn(
                        "A record of {} cannot be read: {}",
                        record.topic(),
                        dead.reason().code());
        }
    }

    @Override
    public void close() {
        toldFollower.close();
        letterFollower.close();
    }
}
