package se.samordna.rules.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import se.samordna.rules.Agency;
import se.samordna.rules.Event;
import se.samordna.rules.SharedFact.ConsentGiven;
import se.samordna.rules.SharedFact.ConsentWithdrawn;
import se.samordna.rules.SocialFact.InvestigationClosed;
import se.samordna.rules.SocialFact.InvestigationOpened;
import se.samordna.rules.oracle.Settled.E;

/** A child's effective events at now, with the gate. */
record World(List<E> events, Instant now) {

    static final Instant FOREVER = Instant.parse("9999-01-01T00:00:00Z");

    <B> List<E> of(Class<B> type) {
        return events.stream().filter(e -> e.is(type)).toList();
    }

    static <B> B body(E e, Class<B> type) {
        return type.cast(e.event().body());
    }

    World own(Agency agency) {
        return new World(
                events.stream().filter(e -> e.event().agency() == agency).toList(), now);
    }

    World without(Class<?> type) {
        return new World(events.stream().filter(e -> !e.is(type)).toList(), now);
    }

    World released() {
        return new World(events.stream().filter(e -> releases(e.event())).toList(), now);
    }

    boolean releases(Event e) {
        return switch (e.ground()) {
            case OWN, REPORT_DUTY, CHILD_CARE_NEED, CRIME_PREVENTION -> true;
            case NONE -> false;
            case INVESTIGATION_DUTY ->
                of(InvestigationOpened.class).stream().anyMatch(o -> {
                    Instant closed = until(
                            o,
                            c -> c.event().body() instanceof InvestigationClosed x
                                    && x.investigationId()
                                            .equals(body(o, InvestigationOpened.class)
                                                    .investigationId()));
                    Instant last = closed.isAfter(now) ? now : closed.minusMillis(1);
                    Instant first = o.at().isAfter(e.occurredAt()) ? o.at() : e.occurredAt();
                    return closed.isAfter(o.at()) && !first.isAfter(last);
                });
            case CONSENT ->
                e.consentId()
                        .flatMap(this::active)
                        .filter(g -> g.from().contains(e.agency()))
                        .filter(g -> e.agency() == Agency.SOCIAL_SERVICES || g.to().contains(Agency.SOCIAL_SERVICES))
                        .isPresent();
        };
    }

    private Optional<ConsentGiven> active(String id) {
        List<E> ofId = events.stream()
                .filter(e -> e.event().body() instanceof ConsentGiven g
                                && g.consentId().equals(id)
                        || e.event().body() instanceof ConsentWithdrawn w
                                && w.consentId().equals(id))
                .toList();
        if (ofId.isEmpty()) {
            return Optional.empty();
        }
        Instant last = ofId.getLast().at();
        if (ofId.stream().anyMatch(e -> e.at().equals(last) && e.is(ConsentWithdrawn.class))) {
            return Optional.empty();
        }
        ConsentGiven given = body(ofId.getLast(), ConsentGiven.class);
        boolean runs = given.validUntil().map(d -> now.isBefore(Settled.end(d))).orElse(true);
        return runs ? Optional.of(given) : Optional.empty();
    }

    boolean consentTo(Agency agency) {
        return of(ConsentGiven.class).stream()
                .map(g -> body(g, ConsentGiven.class).consentId())
                .anyMatch(id -> active(id).filter(g -> g.to().contains(agency)).isPresent());
    }

    /** When something holds. */
    record Stretch(Instant from, Instant to) {}

    /** Where something holds that turns at these instants alone, the last stretch perhaps for ever. */
    static List<Stretch> stretches(Collection<Instant> turns, Predicate<Instant> holds) {
        List<Stretch> stretches = new ArrayList<>();
        Instant begun = FOREVER;
        for (Instant t : new TreeSet<>(turns)) {
            if (begun != FOREVER && !holds.test(t)) {
                stretches.add(new Stretch(begun, t));
                begun = FOREVER;
            } else if (begun == FOREVER && holds.test(t)) {
                begun = t;
            }
        }
        if (begun != FOREVER) {
            stretches.add(new Stretch(begun, FOREVER));
        }
        return stretches;
    }

    Instant until(E x, Class<?>... closers) {
        return until(x, c -> Stream.of(closers).anyMatch(c::is));
    }

    /** The instant of the first matching event at or after x. */
    Instant until(E x, Predicate<E> closer) {
        return events.stream()
                .filter(c -> !c.at().isBefore(x.at()) && closer.test(c))
                .map(E::at)
                .findFirst()
                .orElse(FOREVER);
    }

    /** Openers active at t. */
    <O, C> Stream<E> active(
            Class<O> opens, Function<O, String> openId, Class<C> closes, Function<C, String> closeId, Instant t) {
        return of(opens).stream().filter(o -> {
            Instant to =
                    until(o, c -> c.is(closes) && closeId.apply(body(c, closes)).equals(openId.apply(body(o, opens))));
            return !o.at().isAfter(t) && to.isAfter(t);
        });
    }
}
