package se.samordna.workplace.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How the platform stands.
 *
 * @param asOf the platform's clock
 * @param at when it was read
 * @param state of the instance that answered
 * @param counted whether the numbers of the balance have been read
 */
public record Operation(
        Optional<Instant> asOf,
        Optional<Instant> at,
        String state,
        boolean read,
        List<App> apps,
        boolean counted,
        List<Balance> balance,
        Silent silent,
        Dead dead) {

    /** An application's lag. */
    public record App(
            String app,
            String state,
            long members,
            long partitions,
            long behind,
            Optional<Instant> waiting,
            List<Late> late) {
        static App of(Shape app) {
            return new App(
                    app.textOrEmpty("app"),
                    app.textOrEmpty("state"),
                    app.number("members").orElse(0),
                    app.number("partitions").orElse(0),
                    app.number("behind").orElse(0),
                    app.instant("waiting"),
                    app.list("late").stream().map(Late::of).toList());
        }
    }

    /** A partition that is behind. */
    public record Late(String topic, long partition, long behind, Optional<Instant> waiting) {
        static Late of(Shape late) {
            return new Late(
                    late.textOrEmpty("topic"),
                    late.number("partition").orElse(0),
                    late.number("behind").orElse(0),
                    late.instant("waiting"));
        }
    }

    /** What is known of an agency's events without counting them all. */
    public record Balance(String agency, long accounted, List<Day> days, long waiting, long dead) {
        static Balance of(Shape balance) {
            return new Balance(
                    balance.textOrEmpty("agency"),
                    balance.number("accounted").orElse(0),
                    balance.list("days").stream()
                            .flatMap(day ->
                                    day
                                            .date("day")
                                            .map(date -> new Day(
                                                    date,
                                                    day.number("accounted").orElse(0)))
                                            .stream())
                            .toList(),
                    balance.number("waiting").orElse(0),
                    balance.number("dead").orElse(0));
        }
    }

    /** A local day's events. */
    public record Day(LocalDate day, long accounted) {}

    /** The silent feeds of those that have been heard. */
    public record Silent(String after, long feeds, List<Source> sources, long never) {
        static Silent of(Shape silent) {
            return new Silent(
                    silent.textOrEmpty("after"),
                    silent.number("feeds").orElse(0),
                    silent.list("sources").stream().map(Source::of).toList(),
                    silent.number("never").orElse(0));
        }
    }

    /** An agency's feed in a municipality. */
    public record Source(String municipality, String agency, Optional<Instant> lastEventAt) {
        static Source of(Shape source) {
            return new Source(
                    source.textOrEmpty("municipality"), source.textOrEmpty("agency"), source.instant("lastEventAt"));
        }
    }

    /** The newest dead letters. */
    public record Dead(long looked, boolean more, List<Reason> reasons, List<Letter> newest) {
        static Dead of(Shape dead) {
            return new Dead(
                    dead.number("looked").orElse(0),
                    dead.flag("more"),
                    dead.list("reasons").stream().map(Reason::of).toList(),
                    dead.list("newest").stream().map(Letter::of).toList());
        }
    }

    /** Those of a topic for a reason. */
    public record Reason(String topic, String reason, long letters, long replayed, Optional<Instant> newest) {
        static Reason of(Shape reason) {
            return new Reason(
                    reason.textOrEmpty("topic"),
                    reason.textOrEmpty("reason"),
                    reason.number("letters").orElse(0),
                    reason.number("replayed").orElse(0),
                    reason.instant("newest"));
        }
    }

    /** One of them. */
    public record Letter(String place, String from, String reason, Optional<Instant> at, long bytes, boolean replayed) {
        static Letter of(Shape letter) {
            return new Letter(
                    letter.textOrEmpty("place"),
                    letter.textOrEmpty("from"),
                    letter.textOrEmpty("reason"),
                    letter.instant("at"),
                    letter.number("bytes").orElse(0),
                    letter.flag("replayed"));
        }
    }

    static Operation of(Shape answer) {
        return new Operation(
                answer.instant("asOf"),
                answer.instant("at"),
                answer.textOrEmpty("state"),
                answer.flag("read"),
                answer.list("apps").stream().map(App::of).toList(),
                answer.flag("counted"),
                answer.list("balance").stream().map(Balance::of).toList(),
                Silent.of(answer.in("silent")),
                Dead.of(answer.in("deadLetters")));
    }
}
