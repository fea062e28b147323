package se.samordna.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What has been told of a child, and when each rule must be judged again. Immutable; {@link ToldBytes} makes it bytes.
 *
 * @param rules fingerprint of the rules, settings and policy it was decided under; another one judges everything anew
 * @param ofRules one entry per rule that has told or awaits anything, by rule
 * @param crossed what other children have been told, and not that it is nothing
 * @param numbered the number of the last crossing that went to any of them; 0 before the first
 */
public record Told(int rules, List<OfRule> ofRules, List<Crossed> crossed, long numbered) {

    public static final Told NOTHING = new Told(0, List.of());

    /**
     * One rule's share.
     *
     * @param judgeAt the least later instant at which it may say something else
     */
    public record OfRule(RuleId rule, Optional<Instant> judgeAt, List<Entry> entries) {
        public OfRule {
            entries = List.copyOf(entries);
        }

        /** Whether anyone has been told the alert and not that it is withdrawn. */
        Optional<Entry> liveEntry(UUID alertId) {
            return entries.stream()
                    .filter(e ->
                            e.telling().alertId().equals(alertId) && e.telling().status() != Status.WITHDRAWN)
                    .findFirst();
        }

        boolean isDue(Instant now) {
            return judgeAt.isPresent() && !judgeAt.get().isAfter(now);
        }

        boolean nothing() {
            return judgeAt.isEmpty() && entries.isEmpty();
        }
    }

    /**
     * The last revision told of an alert to a recipient.
     *
     * @param municipality of the anchor's event
     * @param ground on which it was disclosed
     * @param answered what indicators were told of an alert in full; of a notice they are told nothing
     */
    public record Entry(
            Agency recipient,
            String municipality,
            Ground ground,
            int revision,
            Telling telling,
            Timeliness.Answered answered) {

        Entry(Agency recipient, String municipality, Ground ground, int revision, Telling telling) {
            this(recipient, municipality, ground, revision, telling, Timeliness.Answered.UNTOLD);
        }

        Entry with(Timeliness.Answered counted) {
            return new Entry(recipient, municipality, ground, revision, telling, counted);
        }
    }

    /**
     * The last crossing of a kind that went to another child.
     *
     * @param print of what it said
     */
    public record Crossed(Crossing.Key to, long print) {}

    public Told {
        ofRules = List.copyOf(ofRules);
        crossed = List.copyOf(crossed);
    }

    Told(int rules, List<OfRule> ofRules) {
        this(rules, ofRules, List.of(), 0);
    }

    /** Everything told to anyone. */
    public List<Entry> entries() {
        return ofRules.stream().flatMap(r -> r.entries().stream()).toList();
    }

    OfRule of(RuleId rule) {
        for (OfRule r : ofRules) {
            if (r.rule() == rule) {
                return r;
            }
        }
        return NO_SHARES[rule.ordinal()];
    }

    /** Whether some rule is to be judged by now. */
    boolean isDue(Instant now) {
        for (OfRule r : ofRules) {
            if (r.isDue(now)) {
                return true;
            }
        }
        return false;
    }

    private static final OfRule[] NO_SHARES = Stream.of(RuleId.values())
            .map(rule -> new OfRule(rule, Optional.empty(), List.of()))
            .toArray(OfRule[]::new);

    /** The rule that told this alert. */
    Optional<RuleId> ruleOf(UUID alertId) {
        for (OfRule r : ofRules) {
            for (Entry e : r.entries()) {
                if (e.telling().alertId().equals(alertId)) {
                    return Optional.of(r.rule());
                }
            }
        }
        return Optional.empty();
    }

    Told with(int rules, List<OfRule> changed) {
        List<OfRule> all = new ArrayList<>(ofRules);
        all.removeIf(old -> changed.stream().anyMatch(c -> c.rule() == old.rule()));
        changed.stream().filter(c -> !c.nothing()).forEach(all::add);
        all.sort((a, b) -> a.rule().compareTo(b.rule()));
        return new Told(rules, all, crossed, numbered);
    }

    Told with(List<Crossed> to, long last) {
        return to.equals(crossed) && last == numbered ? this : new Told(rules, ofRules, to, last);
    }

    /** The least later instant at which the child is to be judged again, but for its lines of attendance. */
    Optional<Instant> wakeUp(Child child, Instant now) {
        Earliest next = new Earliest(now);
        wakeUp(child, next);
        return Optional.of(next.instant()).filter(at -> !at.equals(Span.NEVER));
    }

    /**
     * Of a child judged together with others: what comes into force of theirs is not found again among its own.
     *
     * @param whole with all that is merged into it
     */
    Optional<Instant> wakeUp(Child child, Child whole, Optional<Instant> nextLine, Instant now) {
        whole.considered(now);
        Earliest next = new Earliest(now);
        wakeUp(child, next);
        next.add(whole.nextFact());
        nextLine.ifPresent(next::add);
        return Optional.of(next.instant()).filter(at -> !at.equals(Span.NEVER));
    }

    private void wakeUp(Child child, Earliest next) {
        judgeAt(next);
        next.add(child.nextFact());
        child.forgetAt().ifPresent(next::add);
    }

    private void judgeAt(Earliest next) {
        for (OfRule r : ofRules) {
            if (r.judgeAt().isPresent()) {
                next.add(r.judgeAt().get());
            }
        }
    }
}
