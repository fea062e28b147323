package se.samordna.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is to be told of one rule now, minus what was told: new revisions, withdrawals, and what then has been told. */
final class Difference {

    private final Told.OfRule told;
    private final Judge.Verdict verdict;
    private final boolean moves;
    private final Optional<Cause> cause;
    private final Instant now;
    private final List<Effect> effects = new ArrayList<>();
    private final List<Told.Entry> entries = new ArrayList<>();

    Difference(Told.OfRule told, Judge.Verdict verdict, boolean moves, Optional<Cause> cause, Instant now) {
        this.told = told;
        this.verdict = verdict;
        this.moves = moves;
        this.cause = cause;
        this.now = now;
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
        if (find(verdict.desired(), old).isPresent()) {
            return; // told anew below, or kept
        } else if (old.telling().status() == Status.WITHDRAWN) {
            entries.add(old);
            return;
        }
        Telling withdrawn = switch (old.telling()) {
            case Alert a -> a.withdrawn(successor(a));
            case Notice n -> n.withdrawn();
        };
        write(old, withdrawn, old.revision() + 1, Optional.of(cause.orElse(Cause.CONSENT_WITHDRAWN)));
    }

    private void tell(Told.Entry wanted) {
        Optional<Told.Entry> before = find(told.entries(), wanted);
        Telling telling = wanted.telling();
        if (telling instanceof Alert a) {
            List<UUID> supersedes = supersedes(a, before);
            telling = supersedes.isEmpty() ? a : a.superseding(supersedes);
        }
        if (before.isPresent() && before.get().telling().equals(telling)) {
            entries.add(before.get());
            return;
        }
        int revision = before.map(Told.Entry::revision).orElse(0) + 1;
        write(wanted, telling, revision, before.flatMap(e -> repaired()));
    }

    private Optional<Cause> repaired() {
        return cause.filter(c -> c != Cause.LATE_EVENT);
    }

    private void write(Told.Entry entry, Telling telling, int revision, Optional<Cause> why) {
        Told.Entry next = new Told.Entry(entry.recipient(), entry.municipality(), entry.ground(), revision, telling);
        entries.add(next);
        effects.add(new Effect.Tell(
                next.recipient(), next.municipality(), telling, revision, why, Disclosure.of(next, now, why)));
    }

    /** Where the anchor of an alert that is no longer yielded moved: the new alert that opens nearest to it. */
    private Optional<UUID> successor(Alert old) {
        if (!moves || isYielded(old.alertId())) {
            return Optional.empty();
        }
        return verdict.alerts().stream()
                .map(Judge.Existing::alert)
                .filter(a -> told.liveEntry(a.alertId()).isEmpty())
                .min(Comparator.comparing(a ->
                        java.time.Duration.between(old.openedAt(), a.openedAt()).abs()))
                .map(Alert::alertId);
    }

    private List<UUID> supersedes(Alert wanted, Optional<Told.Entry> before) {
        List<UUID> known = before.isPresent() && before.get().telling() instanceof Alert a ? a.supersedes() : List.of();
        if (!moves
                || told.entries().isEmpty()
                || told.liveEntry(wanted.alertId()).isPresent()) {
            return known;
        }
        List<UUID> all = new ArrayList<>(known);
        for (Told.Entry old : told.entries()) {
            if (old.telling() instanceof Alert a
                    && a.status() != Status.WITHDRAWN
                    && successor(a).equals(Optional.of(wanted.alertId()))
                    && !all.contains(a.alertId())) {
                all.add(a.alertId());
            }
        }
        return all;
    }

    private boolean isYielded(UUID alertId) {
        return verdict.alerts().stream().anyMatch(a -> a.alert().alertId().equals(alertId));
    }

    private static Optional<Told.Entry> find(List<Told.Entry> entries, Told.Entry like) {
        for (Told.Entry e : entries) {
            if (sameAlert(e, like)) {
                return Optional.of(e);
            }
        }
        return Optional.empty();
    }

    private static boolean sameAlert(Told.Entry a, Told.Entry b) {
        return a.recipient() == b.recipient()
                && a.telling().alertId().equals(b.telling().alertId());
    }
}
