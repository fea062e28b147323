package se.samordna.indicators.units;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import se.samordna.rules.Child;
import se.samordna.rules.Decide;
import se.samordna.rules.Decision;
import se.samordna.rules.Effect;
import se.samordna.rules.Event;
import se.samordna.rules.Memory;
import se.samordna.rules.Rules;
import se.samordna.rules.Timeliness;
import se.samordna.rules.Told;

/** Coordination, as far as indicators hear of it: the same child, judged by the rules, and what they tell of its alerts. */
final class RulesBeside {

    private final Decide decide;
    private final Child child;
    private Told told = Told.NOTHING;

    RulesBeside(Rules rules, UUID childId) {
        decide = new Decide(rules, Decide.DEFAULT_NAMESPACE);
        child = Child.empty(childId, Memory.COORDINATION);
    }

    List<Timeliness> take(Event event, Instant now) {
        child.accept(event, now);
        return judge(now);
    }

    List<Timeliness> judge(Instant now) {
        Decision decision = decide.decide(child, now, told);
        told = decision.told();
        return decision.effects().stream()
                .flatMap(effect -> effect instanceof Effect.Measure(Timeliness of) ? Stream.of(of) : Stream.empty())
                .toList();
    }
}
