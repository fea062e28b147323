package se.samordna.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import se.samordna.rules.RegionFact.BupClosed;
import se.samordna.rules.RegionFact.BupContact;
import se.samordna.rules.SocialFact.InvestigationClosed;
import se.samordna.rules.SocialFact.InvestigationOpened;

/**
 * Something active from its opening event until, not at, its closer of the same id. What opens and closes at one
 * instant never was active and is left out.
 *
 * @param to {@link Span#NEVER} while it lasts
 */
public record Activity(Fact<?> opener, Instant from, Instant to) {

    public boolean isActiveAt(Instant t) {
        return !from.isAfter(t) && to.isAfter(t);
    }

    static List<Activity> investigations(
            List<Fact<InvestigationOpened>> opened, List<Fact<InvestigationClosed>> closed) {
        return of(opened, InvestigationOpened::investigationId, closed, InvestigationClosed::investigationId);
    }

    /** Each opener until the first closer of its id at or after it, in order of the openers. */
    static <O extends Body, C extends Body> List<Activity> of(
            List<Fact<O>> openers, Function<O, String> openerId, List<Fact<C>> closers, Function<C, String> closerId) {
        if (openers.isEmpty()) {
            return List.of();
        }
        Closers byId = new Closers().add(closers, closerId);
        List<Activity> active = new ArrayList<>(openers.size());
        for (Fact<O> o : openers) {
            Instant to = byId.first(openerId.apply(o.body()), o.at());
            if (to.isAfter(o.at())) {
                active.add(new Activity(o, o.at(), to));
            }
        }
        return active;
    }

    /** Child psychiatry: from a contact until it is closed; a later contact opens anew. */
    static List<Activity> bup(List<Fact<BupContact>> contacts, List<Fact<BupClosed>> closed) {
        if (contacts.isEmpty()) {
            return List.of();
        }
        Closers any = new Closers().add(closed, c -> "");
        List<Activity> active = new ArrayList<>();
        for (Fact<BupContact> c : contacts) {
            if (active.isEmpty() || !active.getLast().isActiveAt(c.at())) {
                Instant to = any.first("", c.at());
                if (to.isAfter(c.at())) {
                    active.add(new Activity(c, c.at(), to));
                }
            }
        }
        return active;
    }
}
