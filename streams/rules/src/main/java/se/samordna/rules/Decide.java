package se.samordna.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.samordna.rules.SchoolFact.AttendanceReported;

/**
 * From a child's facts and the clock to what each agency is to be told.
 *
 * <pre>
 * rules ─▶ spans ─▶ last begun span per anchor ─▶ status by actions ─▶ Disclose per recipient ─▶ minus told ─▶ effects
 * </pre>
 *
 * What is finally told is a function of the set of events and now; only the count of revisions knows the path.
 */
public final class Decide {

    /** The namespace of alert ids unless a deployment has a secret one of its own. */
    public static final UUID DEFAULT_NAMESPACE = UUID.fromString("ea4a326d-515e-5894-9cac-74b637de25a8");

    /** More lines than come in an hour; a term of them at once is not judged anew for each. */
    private static final int AHEAD = 3;

    private final Rules rules;
    private final Judge judge;
    private final int fingerprint;

    public Decide(Rules rules, UUID namespace) {
        this.rules = rules;
        judge = new Judge(new AlertIds(namespace), rules.absence(), new Disclose(rules));
        fingerprint = rules.fingerprint();
    }

    /** Whether what was told of a child was decided under other rules, settings or policy: it is to be judged anew. */
    public boolean isOutdated(int rules) {
        return rules != fingerprint;
    }

    /** Judges the rules that the child's {@link Changes} or the clock concern, and clears the changes. */
    public Decision decide(Child child, Instant now, Told told) {
        Changes changes = child.changes();
        boolean rulesChanged = told.rules() != fingerprint;
        boolean due = told.isDue(now) || !child.nextFact().isAfter(now);
        if (!rulesChanged && !due && changes.onlyLines() && linesChangeNothing(child, now)) {
            boolean ahead = changes.attendance() || child.attendance().cameIntoForce(now);
            changes.clear();
            child.forget(now);
            return new Decision(List.of(), told, wakeUp(child, told, now), nextLine(child, now, ahead));
        }
        return judged(child, now, told, rulesChanged);
    }

    /** Most lines of a pupil at school: no rule sees a line, only the runs of high absence that the lines make. */
    private static boolean linesChangeNothing(Child child, Instant now) {
        Attendance attendance = child.attendance();
        boolean inForce = child.changes().inForce(AttendanceReported.class, now) || attendance.cameIntoForce(now);
        return !inForce || attendance.runsAsJudged(now);
    }

    private Decision judged(Child child, Instant now, Told told, boolean rulesChanged) {
        child.comeIntoForce(now);
        Changes changes = child.changes();
        Moment moment = new Moment(child, now);
        boolean all = rulesChanged || changes.protection();
        Optional<Cause> cause = rulesChanged && changes.nothing() ? Optional.of(Cause.RULES_CHANGED) : changes.cause();
        Attendance attendance = child.attendance();
        boolean lines = attendance.cameIntoForce(now);
        boolean ahead = lines || changes.attendance();
        List<Effect> effects = new ArrayList<>(0);
        List<Told.OfRule> changed = new ArrayList<>(0);
        for (Rule rule : rules.all()) {
            Told.OfRule before = told.of(rule.card().id());
            if (all || before.isDue(now) || lines && readsLines(rule) || concerns(rule.card(), moment, told)) {
                Difference difference = difference(rule, moment, before, cause);
                ahead |= readsLines(rule);
                effects.addAll(difference.effects());
                if (difference.told() != before) {
                    changed.add(difference.told());
                }
            }
        }
        changes.clear();
        child.considered(now);
        child.forget(now);
        Told after = changed.isEmpty() && !rulesChanged ? told : told.with(fingerprint, changed);
        return new Decision(effects, after, wakeUp(child, after, now), nextLine(child, now, ahead));
    }

    private Difference difference(Rule rule, Moment moment, Told.OfRule before, Optional<Cause> cause) {
        Judge.Verdict verdict = judge.judge(rule, moment, before);
        return new Difference(before, verdict, rule.card().moves(), cause, moment.now());
    }

    /**
     * When a plain line comes into force that changes the runs. In a replay each line is later than its clock, and most
     * change nothing: looked at now, as of then, they need not wake the child. Whatever comes in between is among the {@link
     * Changes} or due, and judges anew.
     */
    private static Optional<Instant> nextLine(Child child, Instant now, boolean ahead) {
        Attendance attendance = child.attendance();
        if (ahead) {
            attendance.judged(now);
            Instant line = attendance.nextLine(now);
            for (int looked = 0;
                    looked < AHEAD && !line.equals(Span.NEVER) && attendance.runsAsJudged(line);
                    looked++) {
                attendance.judged(line);
                line = attendance.nextLine(line);
            }
        }
        Instant through = attendance.judgedThrough();
        Instant next = attendance.nextLine(through.isAfter(now) ? through : now);
        return Optional.of(next).filter(at -> !at.equals(Span.NEVER));
    }

    private static boolean readsLines(Rule rule) {
        return SettingsVersion.seesRuns(rule);
    }

    private static boolean concerns(Card card, Moment moment, Told told) {
        Changes changes = moment.child().changes();
        for (Class<? extends Body> type : changes.types()) {
            boolean sees = card.concerns().contains(type) || Gate.KEYS.contains(type) && isGated(card, moment.child());
            if (sees && changes.inForce(type, moment.now())) {
                return true;
            }
        }
        return !changes.alerts().isEmpty()
                && changes.alerts().stream().anyMatch(a -> told.ruleOf(a).equals(Optional.of(card.id())));
    }

    /** Whether it is the gate's to say what the rule sees of the child, or who is told. */
    private static boolean isGated(Card card, Child child) {
        return card.tellsByConsent() || card.joins() && child.isGated();
    }

    private static Optional<Instant> wakeUp(Child child, Told told, Instant now) {
        Earliest next = new Earliest(now);
        told.judgeAt(next);
        next.add(child.nextFact());
        child.forgetAt().ifPresent(next::add);
        return Optional.of(next.instant()).filter(at -> !at.equals(Span.NEVER));
    }

    /** Every alert that exists at an instant, in full as a whole: for look-ups, {@code explain} and tests. */
    public List<Alert> alerts(Child child, Instant now) {
        Moment moment = new Moment(child, now);
        return rules.all().stream()
                .flatMap(rule ->
                        judge.judge(rule, moment, Told.NOTHING.of(rule.card().id())).alerts().stream())
                .map(Judge.Existing::alert)
                .toList();
    }

    /** What became of every action on the child's alerts: for look-ups. */
    public ActionLog actions(Child child, Instant now, Told told) {
        Map<UUID, List<Fact<? extends Action>>> actions = Actions.all(child.standing(), now);
        Map<UUID, Judge.Begun> begun = new HashMap<>();
        if (!actions.isEmpty()) {
            Moment moment = new Moment(child, now);
            for (Rule rule : rules.all()) {
                judge.begun(rule, moment, told.of(rule.card().id())).forEach(b -> begun.put(b.alertId(), b));
            }
        }
        return new ActionLog(begun, actions);
    }
}
