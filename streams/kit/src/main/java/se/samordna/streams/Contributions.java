package se.samordna.streams;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.samordna.contributions.AlertTimeliness;
import se.samordna.rules.RuleId;
import se.samordna.rules.Timeliness;
import se.samordna.rules.Timeliness.Answered;

/** What the rules tell the indicators, from and to the records of {@code coordination.contributions}. */
public final class Contributions {

    private Contributions() {}

    public static AlertTimeliness write(Timeliness timeliness) {
        return new AlertTimeliness(
                timeliness.childId(),
                timeliness.alertId(),
                timeliness.rule().name(),
                timeliness.municipality(),
                timeliness.dueAt(),
                timeliness.answered() == Answered.IN_TIME,
                timeliness.answered() == Answered.WITHDRAWN);
    }

    /** A record of the topic as a signal, or why it is dead. */
    static Signals.Read signal(AlertTimeliness told, byte @Nullable [] key, Signal.Origin origin) {
        Optional<DeadReason> misplaced = Signals.misplaced(key, told.getChildId());
        Optional<RuleId> rule = Arrays.stream(RuleId.values())
                .filter(each -> each.name().equals(told.getRuleId()))
                .findFirst();
        if (misplaced.isPresent() || rule.isEmpty()) {
            // A rule of a later release is a type unknown to this one.
            return new Signals.Read.Dead(misplaced.orElse(DeadReason.UNKNOWN_TYPE));
        }
        return new Signals.Read.Live(new Signal.OfRules(
                new Timeliness(
                        told.getAlertId(),
                        told.getChildId(),
                        rule.get(),
                        told.getMunicipality(),
                        told.getDueAt(),
                        answered(told)),
                origin));
    }

    private static Answered answered(AlertTimeliness told) {
        if (told.getWithdrawn()) {
            return Answered.WITHDRAWN;
        }
        return told.getInTime() ? Answered.IN_TIME : Answered.NOT_IN_TIME;
    }
}
