package se.samordna.workplace.query;

import java.util.function.Function;

/** What a question to an API came to. */
public sealed interface Answer<T> {

    /** Here it is. */
    record Found<T>(T value) implements Answer<T> {}

    /** Known not to be there: 404. */
    record Absent<T>() implements Answer<T> {}

    /** Not for the one who asks: 401, 403. */
    record Refused<T>() implements Answer<T> {}

    /**
     * Being started or moved: 503 from the app itself.
     *
     * @param retryAfter seconds
     */
    record NotReady<T>(int retryAfter) implements Answer<T> {}

    /** Not to be reached, or not in time. */
    record Away<T>() implements Answer<T> {}

    /** Answered with what cannot be used; the fault is ours or the app's. */
    record Failed<T>() implements Answer<T> {}

    /** The same outcome with what was found made into something else. */
    default <R> Answer<R> map(Function<T, R> reading) {
        return switch (this) {
            case Found<T> found -> new Found<>(reading.apply(found.value()));
            case Absent<T> ignored -> new Absent<>();
            case Refused<T> ignored -> new Refused<>();
            case NotReady<T> later -> new NotReady<>(later.retryAfter());
            case Away<T> ignored -> new Away<>();
            case Failed<T> ignored -> new Failed<>();
        };
    }
}
