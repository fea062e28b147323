package se.samordna.rules.oracle;

import static se.samordna.rules.oracle.World.body;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import se.samordna.rules.RegionFact.HealthExamDeclined;
import se.samordna.rules.RegionFact.HealthExamDone;
import se.samordna.rules.RegionFact.MasDeviationClosed;
import se.samordna.rules.RegionFact.MasDeviationReported;
import se.samordna.rules.SchoolFact.Enrolled;
import se.samordna.rules.SocialFact.HealthExamNotified;
import se.samordna.rules.SocialFact.PlacementEnded;
import se.samordna.rules.SocialFact.PlacementMoved;
import se.samordna.rules.SocialFact.PlacementStarted;
import se.samordna.rules.oracle.Absence.AbsentRun;
import se.samordna.rules.oracle.Settled.E;

/** R12, R13 and R19: what is asked for a placed child. */
final class Placed {

    private static final long DAY = 86_400_000;

    private Placed() {}

    static Stream<E> placements(World w, Instant t) {
        return w.active(
                PlacementStarted.class,
                PlacementStarted::placementId,
                PlacementEnded.class,
                PlacementEnded::placementId,
                t);
    }

    static List<Found> r12(World w) {
        List<Found> found = new ArrayList<>();
        for (E p : w.of(PlacementStarted.class)) {
            String id = body(p, PlacementStarted.class).placementId();
            Predicate<E> done = c -> c.event().body() instanceof HealthExamDone d
                    && (d.placementId().isEmpty() || d.placementId().get().equals(id));
            Predicate<E> declined = c -> c.event().body() instanceof HealthExamDeclined d
                    && (d.placementId().isEmpty() || d.placementId().get().equals(id));
            Predicate<E> notified = c -> c.event().body() instanceof HealthExamNotified n
                    && n.placementId().equals(id);
            Instant a = p.at().plusMillis(7 * DAY);
            Instant b = p.at().plusMillis(60 * DAY);
            Instant toldBy = w.until(p, notified.or(done).or(ended(id)));
            Instant examinedBy = w.until(p, done.or(declined).or(ended(id)));
            found.add(
                    Found.of("R12", p, a, toldBy, a.plusMillis(DAY), List.of(p)).suffixed("/a"));
            found.add(Found.of("R12", p, b, examinedBy, b.plusMillis(14 * DAY), List.of(p))
                    .suffixed("/b"));
        }
        return found;
    }

    private static Predicate<E> ended(String id) {
        return c ->
                c.event().body() instanceof PlacementEnded x && x.placementId().equals(id);
    }

    static List<Found> r13(World w, List<AbsentRun> runs) {
        List<Found> found = new ArrayList<>();
        for (E m : w.events()) {
            boolean stay = m.event().body() instanceof PlacementStarted s && s.schoolAge()
                    || m.event().body() instanceof PlacementMoved x
                            && x.schoolAge()
                            && placements(w, m.at()).anyMatch(p -> id(p).equals(x.placementId()));
            if (stay) {
                Instant from = m.at().plusMillis(10 * DAY);
                Predicate<E> enrolled = c -> c.is(Enrolled.class);
                Instant to = w.until(m, enrolled.or(ended(id(m))));
                found.add(Found.of("R13", m, from, to, from.plusMillis(10 * DAY), List.of(m))
                        .suffixed("/a"));
            }
        }
        for (AbsentRun run : runs) {
            List<Instant> turns = new ArrayList<>(w.events().stream().map(E::at).toList());
            turns.add(run.from());
            turns.add(run.until());
            World.stretches(
                            turns,
                            t -> !t.isBefore(run.from())
                                    && t.isBefore(run.until())
                                    && placements(w, t).findAny().isPresent())
                    .forEach(s -> found.add(Found.of(
                                    "R13",
                                    run.anchor(),
                                    s.from(),
                                    s.to(),
                                    s.from().plusMillis(10 * DAY),
                                    Stream.concat(Stream.of(run.anchor()), placements(w, s.from()))
                                            .toList())
                            .suffixed("/b")));
        }
        return found;
    }

    private static String id(E m) {
        return m.event().body() instanceof PlacementMoved x
                ? x.placementId()
                : body(m, PlacementStarted.class).placementId();
    }

    static List<Found> r19(World w) {
        Set<String> kinds = Set.of("PSYCHOTROPICS_OVERPRESCRIBED", "BUP_VISIT_MISSED", "HEALTH_EXAM_MISSED");
        List<Found> found = new ArrayList<>();
        for (E v : w.of(MasDeviationReported.class)) {
            MasDeviationReported deviation = body(v, MasDeviationReported.class);
            List<E> placed = placements(w, v.at()).toList();
            if (!placed.isEmpty() && kinds.contains(deviation.kind())) {
                Instant to = w.until(
                        v,
                        c -> c.event().body() instanceof MasDeviationClosed x
                                && x.deviationId().equals(deviation.deviationId()));
                List<E> evidence = Stream.concat(Stream.of(v), placed.stream()).toList();
                found.add(Found.of("R19", v, v.at(), to, v.at().plusMillis(14 * DAY), evidence));
            }
        }
        return found;
    }
}
