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
    public Decision decide(Child own, Instant now, Told told) {
        Optional<MergedInto> claim = own.kin().claim();
        if (claim.isPresent()) {
            return new HandedOver(judge, fingerprint)
                    .decide(own, now, told, claim.get().last());
        }
        Changes changes = own.changes();
        boolean rulesChanged = told.rules() != fingerprint;
        boolean due = told.isDue(now)
                || !own.nextFact().isAfter(now)
                || own.standing().merges();
        if (!rulesChanged && !due && changes.onlyLines() && linesChangeNothing(own, now)) {
            boolean ahead = changes.attendance() || own.attendance().cameIntoForce(now);
            changes.clear();
            own.forget(now);
            return new Decision(List.of(), told, told.wakeUp(own, now), nextLine(own, now, ahead));
        }
        return judged(own, own.kin().whole(now), now, told);
    }

    /** Most lines of a pupil at school: no rule sees a line, only the runs of high absence that the lines make. */
    private static boolean linesChangeNothing(Child child, Instant now) {
        Attendance attendance = child.attendance();
        boolean inForce = child.changes().inForce(AttendanceReported.class, now) || attendance.cameIntoForce(now);
        return !inForce || attendance.runsAsJudged(now);
    }

    /** @param child with all that is merged into it; the same as {@code own} for nearly all */
    private Decision judged(Child own, Child child, Instant now, Told told) {
        own.comeIntoForce(now);
        Moment moment = new Moment(child, now);
        Changes changes = own.changes();
        boolean rulesChanged = told.rules() != fingerprint;
        boolean all = rulesChanged
                || changes.protection()
                || changes.identity()
                || own.standing().merges();
        boolean crosses = Outgoing.concerns(own, child, changes, told)
                && (all || changes.crossing() || told.of(RuleId.R17).isDue(now) || Outgoing.concerns(changes));
        Optional<Cause> cause = rulesChanged && changes.nothing() ? Optional.of(Cause.RULES_CHANGED) : changes.cause();
        Attendance attendance = child.attendance();
        boolean lines = attendance.cameIntoForce(now);
        boolean ahead = lines || changes.attendance();
        List<Effect> effects = new ArrayList<>(0);
        List<Told.OfRule> changed = new ArrayList<>(0);
        for (Rule rule : rules.all()) {
            Told.OfRule before = told.of(rule.card().id());
            if (all || before.isDue(now) || lines && readsLines(rule) || concerns(rule.card(), changes, moment, told)) {
                Difference difference = difference(rule, moment, before, cause);
                ahead |= readsLines(rule);
                effects.addAll(difference.effects());
                if (difference.told() != before) {
                    changed.add(difference.told());
                }
            }
        }
        Told after = changed.isEmpty() && !rulesChanged ? told : told.with(fingerprint, changed);
        if (crosses) {
            after = new Outgoing(own, now, after, changes.cause()).tell(new Siblings(child), effects);
        }
        changes.clear();
        own.considered(now);
        own.forget(now);
        Optional<Instant> line = nextLine(child, now, ahead);
        return own == child
                ? new Decision(effects, after, after.wakeUp(own, now), line)
                : new Decision(effects, after, after.wakeUp(own, child, line, now), line);
    }

    private Difference difference(Rule rule, Moment moment, Told.OfRule before, Optional<Cause> cause) {
        Judge.Verdict verdict = judge.judge(rule, moment, before);
        Optional<Cause> why = cause.isEmpty() && rule.card().crosses() ? Optional.of(Cause.LATE_EVENT) : cause;
        return new Difference(before, verdict, rule.card().moves(), why, moment.now());
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

    private static boolean concerns(Card card, Changes changes, Moment moment, Told told) {
        if (card.crosses() && (changes.crossing() || Siblings.any(moment.child()) && changes.moreThanAttendance())) {
            return true; // any event may move its alerts to another municipality
        }
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

    /** Every alert that exists at an instant, in full as a whole: for look-ups, {@code explain} and tests. */
    public List<Alert> alerts(Child own, Instant now) {
        if (own.kin().claim().isPresent()) {
            return List.of();
        }
        Moment moment = new Moment(own.kin().whole(now), now);
        return rules.all().stream()
                .flatMap(rule ->
                        judge.judge(rule, moment, Told.NOTHING.of(rule.card().id())).alerts().stream())
                .map(Judge.Existing::alert)
                .toList();
    }

    /** What became of every action on the child's alerts: for look-ups. */
    public ActionLog actions(Child own, Instant now, Told told) {
        Child child = own.kin().whole(now);
        Map<UUID, List<Fact<? extends Action>>> actions = Actions.all(child.standing(), now);
        Map<UUID, Judge.Begun> begun = new HashMap<>();
        if (!actions.isEmpty() && own.kin().claim().isEmpty()) {
            Moment moment = new Moment(child, now);
            for (Rule rule : rules.all()) {
                judge.begun(rule, moment, told.of(rule.card().id())).forEach(b -> begun.put(b.alertId(), b));
            }
        }
        return new ActionLog(begun, actions);
    }
}
