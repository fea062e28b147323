package se.samordna.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What follows for a child whose events are another's now: all its alerts are taken back, and it tells on what comes. */
final class HandedOver {

    private final Judge judge;
    private final int rules;

    /** @param rules fingerprint of those in force */
    HandedOver(Judge judge, int rules) {
        this.judge = judge;
        this.rules = rules;
    }

    Decision decide(Child child, Instant now, Told told, UUID into) {
        child.comeIntoForce(now);
        List<Effect> effects = new ArrayList<>(0);
        List<Told.OfRule> changed = new ArrayList<>(0);
        for (Told.OfRule before : told.ofRules()) {
            Difference all = new Difference(before, judge.successors(before, into), Cause.IDENTITY_MERGED, now);
            effects.addAll(all.effects());
            changed.add(all.told());
        }
        Told after = effects.isEmpty() && told.rules() == rules ? told : told.with(rules, changed);
        after = new Outgoing(child, now, after, child.changes().cause()).tell(effects);
        child.changes().clear();
        child.considered(now);
        return new Decision(effects, after, after.wakeUp(child, now), Optional.empty());
    }
}
