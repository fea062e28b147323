package se.samordna.rules.oracle;

import static se.samordna.rules.oracle.Settled.end;
import static se.samordna.rules.oracle.World.body;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import se.samordna.rules.SocialFact.CaseworkerAssigned;
import se.samordna.rules.SocialFact.CaseworkerUnassigned;
import se.samordna.rules.SocialFact.ChildConversationHeld;
import se.samordna.rules.SocialFact.ChildConversationNotPossible;
import se.samordna.rules.SocialFact.FamilyPlanEnded;
import se.samordna.rules.SocialFact.FamilyPlanMade;
import se.samordna.rules.SocialFact.FamilyPlanReviewed;
import se.samordna.rules.SocialFact.HomeSupportRuledOut;
import se.samordna.rules.SocialFact.HomeSupportStarted;
import se.samordna.rules.SocialFact.InvestigationClosed;
import se.samordna.rules.SocialFact.InvestigationOpened;
import se.samordna.rules.SocialFact.PlacementConsidered;
import se.samordna.rules.SocialFact.PlacementEnded;
import se.samordna.rules.SocialFact.PlacementStarted;
import se.samordna.rules.SocialFact.SupportDecided;
import se.samordna.rules.SocialFact.SupportDecisionRevoked;
import se.samordna.rules.SocialFact.SupportEnded;
import se.samordna.rules.SocialFact.SupportStarted;
import se.samordna.rules.oracle.Settled.E;

/** R21 to R25: the work on a case. */
final class Casework {

    private static final long DAY = 86_400_000;

    private Casework() {}

    static List<Found> r21(World social) {
        List<Found> found = new ArrayList<>();
        for (E u : social.of(CaseworkerUnassigned.class)) {
            if (!open(social, u.at())) {
                continue;
            }
            Instant to = social.until(u, c -> c.is(CaseworkerAssigned.class) || !open(social, c.at()));
            found.add(Found.of("R21", u, days(u.at(), 5), to, days(u.at(), 7), List.of(u)));
        }
        return found;
    }

    private static boolean open(World social, Instant t) {
        return Stream.of(
                        social.active(
                                InvestigationOpened.class,
                                InvestigationOpened::investigationId,
                                InvestigationClosed.class,
                                InvestigationClosed::investigationId,
                                t),
                        social.active(
                                SupportStarted.class,
                                SupportStarted::supportId,
                                SupportEnded.class,
                                SupportEnded::supportId,
                                t),
                        social.active(
                                PlacementStarted.class,
                                PlacementStarted::placementId,
                                PlacementEnded.class,
                                PlacementEnded::placementId,
                                t))
                .flatMap(s -> s)
                .findAny()
                .isPresent();
    }

    static List<Found> r22(World social) {
        List<Found> found = new ArrayList<>();
        for (E i : social.of(InvestigationOpened.class)) {
            String id = body(i, InvestigationOpened.class).investigationId();
            Instant to = social.until(i, c -> switch (c.event().body()) {
                case ChildConversationHeld h -> h.investigationId().orElse(id).equals(id);
                case ChildConversationNotPossible n -> n.investigationId().equals(id);
                case InvestigationClosed x -> x.investigationId().equals(id);
                default -> false;
            });
            found.add(Found.of("R22", i, days(i.at(), 60), to, days(i.at(), 74), List.of(i)));
        }
        return found;
    }

    static List<Found> r23(World social) {
        List<Found> found = new ArrayList<>();
        for (E s : social.of(SupportDecided.class)) {
            String id = body(s, SupportDecided.class).supportId();
            Instant to = social.until(
                    s,
                    c -> c.event().body() instanceof SupportStarted x
                                    && x.supportId().equals(id)
                            || c.event().body() instanceof SupportDecisionRevoked v
                                    && v.supportId().equals(id));
            found.add(Found.of("R23", s, days(s.at(), 30), to, days(s.at(), 37), List.of(s)));
        }
        return found;
    }

    static List<Found> r24(World social) {
        List<Found> found = new ArrayList<>();
        List<E> events = social.events();
        for (int n = 0; n < events.size(); n++) {
            E x = events.get(n);
            String id = plan(x);
            if (id.isEmpty() || x.is(FamilyPlanEnded.class)) {
                continue;
            }
            LocalDate f = x.event().body() instanceof FamilyPlanMade m
                    ? m.reviewDate()
                    : body(x, FamilyPlanReviewed.class).reviewDate();
            Instant ended = social.until(x, c -> c.is(FamilyPlanEnded.class) && plan(c).equals(id));
            List<E> after = x.is(FamilyPlanReviewed.class) ? events.subList(n + 1, events.size()) : events;
            Instant reviewed = after.stream()
                    .filter(c -> c.is(FamilyPlanReviewed.class) && plan(c).equals(id))
                    .map(E::at)
                    .filter(t -> !t.isBefore(x.at()))
                    .findFirst()
                    .orElse(World.FOREVER);
            Instant from = end(f).isBefore(x.at()) ? x.at() : end(f);
            Instant to = ended.isBefore(reviewed) ? ended : reviewed;
            found.add(Found.of("R24", x, from, to, days(from, 14), List.of(x)));
        }
        return found;
    }

    private static String plan(E e) {
        return switch (e.event().body()) {
            case FamilyPlanMade m -> m.planId();
            case FamilyPlanReviewed r -> r.planId();
            case FamilyPlanEnded x -> x.planId();
            default -> "";
        };
    }

    static List<Found> r25(World social) {
        List<Found> found = new ArrayList<>();
        for (E c : social.of(PlacementConsidered.class)) {
            boolean tried = social.of(HomeSupportStarted.class).stream()
                    .anyMatch(h -> !h.at().isAfter(c.at()) && days(h.at(), 180).isAfter(c.at()));
            if (!tried) {
                Instant to = social.until(
                        c,
                        e -> e.is(HomeSupportStarted.class)
                                || e.is(HomeSupportRuledOut.class)
                                || e.is(PlacementStarted.class));
                found.add(Found.of("R25", c, c.at(), to, days(c.at(), 7), List.of(c)));
            }
        }
        return found;
    }

    private static Instant days(Instant x, long n) {
        return x.plusMillis(n * DAY);
    }
}
