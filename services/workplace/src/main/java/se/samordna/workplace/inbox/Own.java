package se.samordna.workplace.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an inbox keeps of one person: when they were here last, and the views they have saved.
 *
 * @param before up to when they had seen the list before this visit, by the platform's clock
 * @param seen up to when they have seen it, by the platform's clock
 * @param looked when they looked last, by this machine's clock
 */
record Own(Optional<Instant> before, Optional<Instant> seen, Instant looked, List<View> views) {
    static final int MOST_VIEWS = 8;
    static final Own NOTHING = new Own(Optional.empty(), Optional.empty(), Instant.EPOCH, List.of());

    /** Away for so long, and the next look is another visit. */
    private static final Duration VISIT = Duration.ofMinutes(30);

    Own {
        views = views.stream().limit(MOST_VIEWS).toList();
    }

    /** A way of looking at the list, under the person's own name for it. */
    record View(String name, Filters filters) {}

    /**
     * After a look.
     *
     * @param asOf the platform's clock, where the answer told it
     * @param now this machine's
     */
    Own looked(Optional<Instant> asOf, Instant now) {
        boolean another = Duration.between(looked, now).compareTo(VISIT) > 0;
        return new Own(
                another ? seen : before, asOf.flatMap(at -> latest(seen, at)).or(() -> seen), now, views);
    }

    /** With all that is listed as of then called seen. */
    Own allSeen(Instant asOf, Instant now) {
        return new Own(Optional.of(asOf), Optional.of(asOf), now, views);
    }

    Own with(View view) {
        List<View> all = new ArrayList<>(without(view.name()).views);
        all.add(view);
        return new Own(before, seen, looked, all);
    }

    Own without(String name) {
        return new Own(
                before,
                seen,
                looked,
                views.stream().filter(one -> !one.name().equals(name)).toList());
    }

    private static Optional<Instant> latest(Optional<Instant> known, Instant at) {
        return Stream.concat(known.stream(), Stream.of(at)).max(Instant::compareTo);
    }
}
