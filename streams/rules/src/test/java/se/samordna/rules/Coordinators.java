package se.samordna.rules;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Random actions on the alerts that a history may lead to, most by the agency that gets them in full. */
final class Coordinators {

    private final Histories history;
    private final Random random;

    Coordinators(Histories history, Random random) {
        this.history = history;
        this.random = random;
    }

    /** An action on an alert that one of the events may anchor. */
    Event acts() {
        Event on = history.pick(history.events());
        for (int i = 0; i < 5 && !isWorthIt(on.body()) && random.nextInt(4) > 0; i++) {
            on = history.pick(history.events());
        }
        return acts(on);
    }

    private boolean isWorthIt(Body body) {
        return body instanceof SchoolFact.AttendanceReported a
                ? absent(a) > 0
                : body instanceof PoliceFact
                        || body instanceof SocialFact.ConcernReportReceived
                        || history.bodies().joined().alertOn(body).isPresent()
                        || history.bodies().own().alertOn(body).isPresent();
    }

    private static int absent(SchoolFact.AttendanceReported line) {
        return line.validAbsenceMinutes() + line.invalidAbsenceMinutes();
    }

    private Event acts(Event on) {
        Optional<JoinedBodies.Named> joined = history.bodies().joined().alertOn(on.body());
        if (joined.isPresent() && history.bodies().tellsJoined()) {
            return acts(
                    on, joined.get().rule(), joined.get().suffix(), joined.get().inFull());
        }
        Optional<OwnBodies.Named> own = history.bodies().own().alertOn(on.body());
        if (own.isPresent()) {
            return acts(on, own.get().rule(), own.get().suffix(), Agency.SOCIAL_SERVICES);
        }
        RuleId rule = switch (on.body()) {
            case SocialFact.ConcernReportReceived r -> random.nextBoolean() ? RuleId.R01 : RuleId.R02;
            case PoliceFact p -> RuleId.R06;
            case SocialFact.InvestigationOpened i when random.nextBoolean() -> RuleId.R03;
            case SchoolFact.AttendanceReported a -> RuleId.R09;
            default -> RuleId.R07;
        };
        return acts(on, rule, "", rule == RuleId.R09 ? Agency.SCHOOL : Agency.SOCIAL_SERVICES);
    }

    private Event acts(Event on, RuleId rule, String suffix, Agency inFull) {
        UUID alert = new AlertIds(Decide.DEFAULT_NAMESPACE).id(rule, Histories.CHILD, on.eventId() + suffix);
        Body body = switch (random.nextInt(9)) {
            case 0, 1, 2 -> new Action.AlertAcknowledged(alert);
            case 3, 4, 5 -> new Action.AlertClosed(alert, Action.CloseReason.HANDLED);
            case 6, 7 -> new Action.AlertReopened(alert);
            default -> new Action.AlertSnoozed(alert, history.first().plusDays(60));
        };
        Agency agency = random.nextInt(6) == 0 ? history.pick(List.of(Agency.values())) : inFull;
        Instant from = suffix.equals("/emergency") ? closing(on) : on.occurredAt();
        return history.event(history.id(), agency, from.plusSeconds(after(suffix)), body, Optional.empty());
    }

    /** The clock of an emergency home begins with the end of an investigation. */
    private Instant closing(Event on) {
        return history.events().stream()
                .filter(e -> e.body() instanceof SocialFact.InvestigationClosed
                        && !e.occurredAt().isBefore(on.occurredAt()))
                .map(Event::occurredAt)
                .min(Comparator.naturalOrder())
                .orElse(on.occurredAt());
    }

    private long after(String suffix) {
        int days = switch (suffix) {
            case "/custody" ->
                random.nextBoolean() ? 700 + random.nextInt(60) : random.nextInt(400); // a question of years
            case "/review" -> 140 + random.nextInt(90);
            case "/emergency" -> 50 + random.nextInt(40);
            case "/b" -> random.nextInt(100);
            default -> random.nextInt(random.nextBoolean() ? 45 : 130);
        };
        return random.nextInt(3) == 0 ? 0 : days * 86_400L + random.nextInt(3) * 3_600L;
    }
}
