package se.samordna.rules.oracle;

import static se.samordna.rules.oracle.Settled.day;
import static se.samordna.rules.oracle.Settled.end;
import static se.samordna.rules.oracle.Settled.start;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.samordna.rules.SocialFact.CustodyConsidered;
import se.samordna.rules.SocialFact.InvestigationClosed;
import se.samordna.rules.SocialFact.LvuApplicationFiled;
import se.samordna.rules.SocialFact.LvuEnded;
import se.samordna.rules.SocialFact.LvuImmediateCare;
import se.samordna.rules.SocialFact.LvuSubmitted;
import se.samordna.rules.SocialFact.PlacementEnded;
import se.samordna.rules.SocialFact.PlacementMoved;
import se.samordna.rules.SocialFact.PlacementReviewed;
import se.samordna.rules.SocialFact.PlacementStarted;
import se.samordna.rules.oracle.Settled.E;

/** R14, each clock by a look through all events. */
final class Clocks {

    private Clocks() {}

    static List<Found> r14(World social) {
        List<Found> found = new ArrayList<>();
        for (E x : social.events()) {
            boolean reviewed = x.is(PlacementReviewed.class) && isPlaced(social, x);
            if (x.is(PlacementStarted.class) || reviewed) {
                Instant to = next(social, x, PlacementReviewed.class, PlacementEnded.class);
                LocalDate d = month(day(x.at()), 6);
                found.add(found(x, start(d.minusDays(30)), to, d, List.of(x), "/review"));
            }
            if (x.is(LvuImmediateCare.class)) {
                found.addAll(lvu(social, x));
            }
        }
        for (E m : social.events()) {
            Optional<Instant> left = stay(social, m);
            if (left.isPresent()) {
                found.addAll(custody(social, m, left.get()));
                found.addAll(emergency(social, m, left.get()));
            }
        }
        return found;
    }

    private static List<Found> lvu(World social, E c) {
        Instant submitted = social.until(c, e -> e.is(LvuSubmitted.class) || e.is(LvuEnded.class));
        Instant filed = social.until(c, e -> e.is(LvuApplicationFiled.class) || e.is(LvuEnded.class));
        return List.of(
                found(c, c.at(), submitted, day(c.at()).plusDays(7), List.of(c), "/filing"),
                found(c, c.at(), filed, day(c.at()).plusDays(28), List.of(c), "/application"));
    }

    /** If m begins a stay: until when. */
    private static Optional<Instant> stay(World social, E m) {
        boolean begins = m.is(PlacementStarted.class) || m.is(PlacementMoved.class) && isPlaced(social, m);
        Instant left = next(social, m, PlacementMoved.class, PlacementEnded.class);
        return begins && left.isAfter(m.at()) ? Optional.of(left) : Optional.empty();
    }

    private static List<Found> custody(World social, E m, Instant left) {
        List<Found> found = new ArrayList<>();
        if (!kind(m).equals("FOSTER")) {
            return found;
        }
        for (E x : social.events()) {
            boolean within = x.is(CustodyConsidered.class)
                    && placement(x).equals(placement(m))
                    && !x.at().isBefore(m.at())
                    && x.at().isBefore(left);
            if (x == m || within) {
                LocalDate d = month(day(m.at()), 24);
                LocalDate least = month(day(x.at()), 12);
                d = d.isBefore(least) ? least : d;
                Instant next = next(social, x, CustodyConsidered.class);
                Set<E> evidence = new LinkedHashSet<>(List.of(x, m));
                Instant to = next.isBefore(left) ? next : left;
                found.add(found(x, start(d.minusDays(30)), to, d, List.copyOf(evidence), "/custody"));
            }
        }
        return found;
    }

    private static List<Found> emergency(World social, E m, Instant left) {
        Optional<E> k = social.of(InvestigationClosed.class).stream()
                .filter(c -> !c.at().isBefore(m.at()) && c.at().isBefore(left))
                .findFirst();
        if (!kind(m).equals("EMERGENCY") || k.isEmpty()) {
            return List.of();
        }
        LocalDate d = month(day(k.get().at()), 2);
        return List.of(found(m, start(d.minusDays(7)), left, d, List.of(m, k.get()), "/emergency"));
    }

    private static Found found(E x, Instant from, Instant to, LocalDate d, List<E> evidence, String suffix) {
        return Found.of("R14", x, from, to, end(d), evidence).suffixed(suffix);
    }

    private static boolean isPlaced(World social, E x) {
        return social.active(
                        PlacementStarted.class,
                        PlacementStarted::placementId,
                        PlacementEnded.class,
                        PlacementEnded::placementId,
                        x.at())
                .anyMatch(p -> placement(p).equals(placement(x)));
    }

    /** The first of these types of the same placement at or after x; of x's own type, after it in order. */
    private static Instant next(World social, E x, Class<?>... types) {
        boolean passed = false;
        for (E c : social.events()) {
            passed |= c == x;
            boolean named =
                    List.of(types).stream().anyMatch(c::is) && placement(c).equals(placement(x));
            boolean own = c.is(x.event().body().getClass());
            if (named && (own ? passed && c != x : !c.at().isBefore(x.at()))) {
                return c.at();
            }
        }
        return World.FOREVER;
    }

    private static String placement(E e) {
        return switch (e.event().body()) {
            case PlacementStarted p -> p.placementId();
            case PlacementMoved p -> p.placementId();
            case PlacementReviewed p -> p.placementId();
            case CustodyConsidered p -> p.placementId();
            case PlacementEnded p -> p.placementId();
            default -> "";
        };
    }

    private static String kind(E m) {
        return m.event().body() instanceof PlacementStarted s
                ? s.kind().name()
                : World.body(m, PlacementMoved.class).kind().name();
    }

    private static LocalDate month(LocalDate d, int n) {
        LocalDate first = d.withDayOfMonth(1);
        for (int i = 0; i < n; i++) {
            first = first.plusDays(first.lengthOfMonth());
        }
        return first.withDayOfMonth(Math.min(d.getDayOfMonth(), first.lengthOfMonth()));
    }
}
