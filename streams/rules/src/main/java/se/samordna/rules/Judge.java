package se.samordna.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.samordna.rules.Timeliness.Answered;

/** Judges one rule at a moment: its alerts, who is to be told what, and when to judge again. */
final class Judge {

    private final AlertIds ids;
    private final AbsenceSettings absence;
    private final Disclose disclose;

    Judge(AlertIds ids, AbsenceSettings absence, Disclose disclose) {
        this.ids = ids;
        this.absence = absence;
        this.disclose = disclose;
    }

    /** An alert that exists, as a whole: nobody is told it like this. */
    record Existing(Alert alert, Anchor anchor) {}

    /** What a rule says. */
    record Verdict(List<Existing> alerts, List<Told.Entry> desired, Optional<Instant> judgeAt) {}

    Verdict judge(Rule rule, Moment moment, Told.OfRule told) {
        TellingIndex known = new TellingIndex(told.entries());
        Card card = rule.card();
        List<Span> spans = rule.spans(moment.view(card.reads()));
        Earliest next = new Earliest(moment.now());
        next.add(moment.nextSeen(card));
        if (!spans.isEmpty()) {
            for (Span span : spans) {
                turningPoints(span, next);
            }
        }
        List<Existing> alerts = new ArrayList<>();
        List<Told.Entry> desired = new ArrayList<>();
        for (Span span : lastBegun(spans, moment.now())) {
            Existing alert = new Existing(alert(rule, span, moment, known), span.anchor());
            alerts.add(alert);
            for (Tells tells : card.tells()) {
                disclose.entry(alert.alert, span, tells.to(), moment)
                        .map(entry ->
                                tells.full() ? entry.with(answered(alert.alert, span, tells.to(), moment)) : entry)
                        .ifPresent(desired::add);
            }
        }
        Optional<Instant> judgeAt = Optional.of(next.instant()).filter(at -> !at.equals(Span.NEVER));
        return new Verdict(alerts, desired, judgeAt);
    }

    private static Answered answered(Alert alert, Span span, Agency inFull, Moment moment) {
        return Progress.isInTime(span, moment.actions().on(alert.alertId(), inFull), alert.dueAt())
                ? Answered.IN_TIME
                : Answered.NOT_IN_TIME;
    }

    /** An alert that has begun, with the agency that gets it in full and so may act on it. */
    record Begun(UUID alertId, Agency inFull, Span span) {}

    List<Begun> begun(Rule rule, Moment moment, Told.OfRule told) {
        TellingIndex known = new TellingIndex(told.entries());
        List<Begun> begun = new ArrayList<>();
        for (Span span : lastBegun(rule.spans(moment.view(rule.card().reads())), moment.now())) {
            begun.add(new Begun(id(rule.card(), span, moment, known), inFull(rule.card()), span));
        }
        return begun;
    }

    private UUID id(Card card, Span span, Moment moment, TellingIndex known) {
        String anchor = span.anchor().key();
        return known.alertOf(anchor)
                .orElseGet(() -> ids.id(card.id(), moment.child().childId(), anchor));
    }

    private static void turningPoints(Span span, Earliest next) {
        next.add(span.from());
        next.add(span.to());
        if (span.from().isBefore(span.to())) {
            next.add(span.dueAt().plusMillis(1));
            span.steps().forEach(step -> next.add(step.at()));
            span.notes().forEach(note -> next.add(note.from()));
        }
    }

    /** An anchor with several intervals is one alert: the last that has begun. */
    static Iterable<Span> lastBegun(List<Span> spans, Instant now) {
        if (spans.size() <= 1) {
            return spans.isEmpty() || !spans.getFirst().begun(now) ? List.of() : spans;
        }
        Map<String, Span> byAnchor = new LinkedHashMap<>();
        for (Span span : spans) {
            if (span.begun(now)) {
                byAnchor.merge(span.anchor().key(), span, (a, b) -> b.from().isBefore(a.from()) ? a : b);
            }
        }
        return byAnchor.values();
    }

    private Alert alert(Rule rule, Span whole, Moment moment, TellingIndex known) {
        Card card = rule.card();
        String anchor = whole.anchor().key();
        UUID childId = moment.child().childId();
        UUID id = id(card, whole, moment, known);
        Progress progress = Progress.of(whole, moment.actions().on(id, inFull(card)), moment.now());
        Span span = whole.asOf(progress.since());
        int level = progress.level(span);
        Status status = progress.status();
        boolean live = status == Status.OPEN || status == Status.ACKNOWLEDGED;
        return new Alert(
                id,
                card.id(),
                card.version(),
                SettingsVersion.of(rule, absence),
                childId,
                span.anchor().municipality(),
                span.severity().orElseGet(() -> card.severity(level)),
                level,
                status,
                span.from(),
                span.dueAt(),
                status == Status.RESOLVED ? Optional.of(span.to()) : Optional.empty(),
                live && moment.now().isAfter(span.dueAt()),
                anchor,
                span.evidence(),
                List.of(),
                Optional.empty());
    }

    /** What takes the place of what was told of a rule, once the child's events are another's. */
    Map<UUID, UUID> successors(Told.OfRule told, UUID into) {
        Map<UUID, UUID> successors = new HashMap<>();
        for (Told.Entry entry : told.entries()) {
            if (entry.telling() instanceof Alert a) {
                successors.put(a.alertId(), ids.id(a.rule(), into, a.anchor()));
            }
        }
        return successors;
    }

    static Agency inFull(Card card) {
        for (Tells tells : card.tells()) {
            if (tells.full()) {
                return tells.to();
            }
        }
        throw new IllegalStateException("a rule tells someone in full");
    }
}
