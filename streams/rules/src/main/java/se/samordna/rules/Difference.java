package se.samordna.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.samordna.rules.Timeliness.Answered;

/** What is to be told of one rule now, minus what was told: new revisions, withdrawals, and what then has been told. */
final class Difference {

    private final Told.OfRule told;
    private final Judge.Verdict verdict;
    private final Optional<Cause> cause;
    private final Instant now;
    private final TellingIndex before;
    private final TellingIndex desired;
    private final Map<UUID, UUID> successors;
    private final List<Effect> effects = new ArrayList<>(0);
    private final List<Told.Entry> entries;

    Difference(Told.OfRule told, Judge.Verdict verdict, boolean moves, Optional<Cause> cause, Instant now) {
        this(told, verdict, moves && !told.entries().isEmpty() ? Successors.of(told, verdict) : Map.of(), cause, now);
    }

    /** Takes back all that was told of a rule, since other alerts stand in its place. */
    Difference(Told.OfRule told, Map<UUID, UUID> successors, Cause cause, Instant now) {
        this(told, new Judge.Verdict(List.of(), List.of(), Optional.empty()), successors, Optional.of(cause), now);
    }

    private Difference(
            Told.OfRule told, Judge.Verdict verdict, Map<UUID, UUID> successors, Optional<Cause> cause, Instant now) {
        this.told = told;
        this.verdict = verdict;
        this.cause = cause;
        this.now = now;
        this.successors = successors;
        before = new TellingIndex(told.entries());
        desired = new TellingIndex(verdict.desired());
        entries = new ArrayList<>(verdict.desired().size());
        told.entries().forEach(this::recall);
        verdict.desired().forEach(this::tell);
    }

    List<Effect> effects() {
        return effects;
    }

    /** The told share of the rule; the same instance if nothing changed. */
    Told.OfRule told() {
        return effects.isEmpty() && told.judgeAt().equals(verdict.judgeAt())
                ? told
                : new Told.OfRule(told.rule(), verdict.judgeAt(), entries);
    }

    private void recall(Told.Entry old) {
        if (desired.find(old).isPresent()) {
            return; // told anew below, or kept
        } else if (old.telling().status() == Status.WITHDRAWN) {
            entries.add(old);
            return;
        }
        Telling withdrawn = switch (old.telling()) {
            case Alert a -> a.withdrawn(Optional.ofNullable(successors.get(a.alertId())));
            case Notice n -> n.withdrawn();
        };
        // the clock alone takes back only what rested on a consent
        write(
                old.with(Answered.UNTOLD),
                withdrawn,
                old.revision() + 1,
                Optional.of(cause.orElse(Cause.CONSENT_WITHDRAWN)));
        if (withdrawn instanceof Alert alert && old.answered() != Answered.UNTOLD) {
            effects.add(new Effect.Measure(Timeliness.of(alert, Answered.WITHDRAWN)));
        }
    }

    private void tell(Told.Entry wanted) {
        Optional<Told.Entry> last = before.find(wanted);
        Telling telling = wanted.telling();
        if (telling instanceof Alert a) {
            List<UUID> supersedes = supersedes(a, last);
            telling = supersedes.isEmpty() ? a : a.superseding(supersedes);
        }
        if (last.isPresent() && last.get().telling().equals(telling)) {
            boolean same = last.get().answered() == wanted.answered();
            entries.add(same ? last.get() : last.get().with(wanted.answered()));
        } else {
            int revision = last.map(Told.Entry::revision).orElse(0) + 1;
            write(wanted, telling, revision, last.flatMap(e -> repaired()));
        }
        if (telling instanceof Alert alert && !isMeasured(last, wanted)) {
            effects.add(new Effect.Measure(Timeliness.of(alert, wanted.answered())));
        }
    }

    private static boolean isMeasured(Optional<Told.Entry> last, Told.Entry wanted) {
        return last.filter(old -> old.answered() == wanted.answered()
                        && old.municipality().equals(wanted.municipality())
                        && old.telling().dueAt().equals(wanted.telling().dueAt()))
                .isPresent();
    }

    private Optional<Cause> repaired() {
        return cause.filter(c -> c != Cause.LATE_EVENT);
    }

    private void write(Told.Entry entry, Telling telling, int revision, Optional<Cause> why) {
        Told.Entry next = new Told.Entry(
                entry.recipient(), entry.municipality(), entry.ground(), revision, telling, entry.answered());
        entries.add(next);
        effects.add(new Effect.Tell(
                next.recipient(), next.municipality(), telling, revision, why, Disclosure.of(next, now, why)));
    }

    private List<UUID> supersedes(Alert wanted, Optional<Told.Entry> last) {
        List<UUID> known = last.isPresent() && last.get().telling() instanceof Alert a ? a.supersedes() : List.of();
        if (!successors.containsValue(wanted.alertId())) {
            return known;
        }
        List<UUID> all = new ArrayList<>(known);
        successors.forEach((old, successor) -> {
            if (successor.equals(wanted.alertId()) && !all.contains(old)) {
                all.add(old);
            }
        });
        all.sort(Order.IDS);
        return all;
    }
}
