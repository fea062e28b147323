package se.samordna.rules.oracle;

import static se.samordna.rules.oracle.World.body;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import se.samordna.rules.RegionFact.BupClosed;
import se.samordna.rules.RegionFact.BupContact;
import se.samordna.rules.RegionFact.BupReferralReceived;
import se.samordna.rules.RegionFact.BupTreatmentStarted;
import se.samordna.rules.RegionFact.ContactKind;
import se.samordna.rules.RegionFact.Risk;
import se.samordna.rules.RegionFact.SelfHarmAssessed;
import se.samordna.rules.SharedFact.SipClosed;
import se.samordna.rules.SharedFact.SipStarted;
import se.samordna.rules.SocialFact.JointCarePlanMade;
import se.samordna.rules.SocialFact.PlacementConsidered;
import se.samordna.rules.SocialFact.PlacementStarted;
import se.samordna.rules.oracle.Absence.AbsentRun;
import se.samordna.rules.oracle.Settled.E;

/** R10, R15 and R20: where child psychiatry has a part. */
final class Psychiatry {

    private static final long DAY = 86_400_000;
    private static final Predicate<E> FIRST_VISIT =
            e -> e.event().body() instanceof BupContact c && c.kind() == ContactKind.FIRST_VISIT;
    private static final Predicate<E> CLOSED = e -> e.is(BupClosed.class);

    private Psychiatry() {}

    static List<Found> r10(World w, List<AbsentRun> runs) {
        List<Found> found = new ArrayList<>();
        for (AbsentRun run : runs) {
            List<Instant> turns = new ArrayList<>(List.of(run.from(), run.until()));
            for (E e : w.events()) {
                turns.add(e.at());
                turns.add(e.at().plusMillis(30 * DAY));
            }
            World.stretches(
                            turns,
                            t -> !t.isBefore(run.from())
                                    && t.isBefore(run.until())
                                    && inHealth(w, t).findAny().isPresent()
                                    && w.active(
                                                    SipStarted.class,
                                                    SipStarted::sipId,
                                                    SipClosed.class,
                                                    SipClosed::sipId,
                                                    t)
                                            .findAny()
                                            .isEmpty())
                    .forEach(s -> found.add(Found.of(
                            "R10",
                            run.anchor(),
                            s.from(),
                            s.to(),
                            s.from().plusMillis(7 * DAY),
                            Stream.concat(Stream.of(run.anchor()), inHealth(w, s.from()))
                                    .toList())));
        }
        return found;
    }

    private static Stream<E> inHealth(World w, Instant t) {
        Stream<E> waiting = w.of(BupReferralReceived.class).stream()
                .filter(b -> !b.at().plusMillis(30 * DAY).isAfter(t)
                        && w.until(b, FIRST_VISIT.or(CLOSED)).isAfter(t));
        return Stream.concat(Processes.health(w, t), waiting);
    }

    static List<Found> r15(World w) {
        List<Found> found = new ArrayList<>();
        for (E c : w.of(PlacementConsidered.class)) {
            Optional<E> pair = Optional.empty();
            for (E h : w.of(SelfHarmAssessed.class)) {
                long apart = h.at().toEpochMilli() - c.at().toEpochMilli();
                boolean near = Math.abs(apart) <= 30 * DAY
                        && body(h, SelfHarmAssessed.class).risk() == Risk.HIGH;
                if (near && (apart <= 0 || pair.isEmpty())) {
                    pair = Optional.of(h);
                }
            }
            if (pair.isPresent()) {
                E h = pair.get();
                Instant from = h.at().isAfter(c.at()) ? h.at() : c.at();
                Instant to = w.until(c, JointCarePlanMade.class, PlacementStarted.class);
                found.add(Found.of("R15", c, from, to, from.plusMillis(DAY), List.of(c, h)));
            }
        }
        return found;
    }

    static List<Found> r20(World region) {
        List<Found> found = new ArrayList<>();
        for (E b : region.of(BupReferralReceived.class)) {
            String id = body(b, BupReferralReceived.class).referralId();
            Instant a = b.at().plusMillis(30 * DAY);
            found.add(Found.of("R20", b, a, region.until(b, FIRST_VISIT.or(CLOSED)), a.plusMillis(7 * DAY), List.of(b))
                    .suffixed("/a"));
            Optional<E> f = region.events().stream()
                    .filter(v -> FIRST_VISIT.test(v) && !v.at().isBefore(b.at()))
                    .findFirst();
            if (f.isPresent()) {
                Instant from = f.get().at().plusMillis(30 * DAY);
                Predicate<E> treated = e -> e.event().body() instanceof BupTreatmentStarted t
                        && (t.referralId().isEmpty() || t.referralId().get().equals(id));
                Instant to = region.until(b, treated.or(CLOSED));
                found.add(Found.of("R20", b, from, to, from.plusMillis(7 * DAY), List.of(b, f.get()))
                        .suffixed("/b"));
            }
        }
        return found;
    }
}
