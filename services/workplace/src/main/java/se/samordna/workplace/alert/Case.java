package se.samordna.workplace.alert;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samordna.access.Caller;
import se.samordna.workplace.act.Act;
import se.samordna.workplace.act.On;
import se.samordna.workplace.query.Acted;
import se.samordna.workplace.query.Alert;
import se.samordna.workplace.query.AlertAnswer;
import se.samordna.workplace.query.Answer;
import se.samordna.workplace.query.ExplanationAnswer;
import se.samordna.workplace.query.Freshness;
import se.samordna.workplace.query.HistoryAnswer;
import se.samordna.workplace.query.Queries;

/**
 * All that is known of one alert.
 *
 * @param alert as it is now; the newer of what the read model of alerts and the child's own store say
 * @param filed the municipality of a notice's alert; empty of an alert that says it itself, or where it is not known
 * @param why empty of a notice and of what has been withdrawn
 */
record Case(Freshness freshness, Alert alert, String filed, Optional<ExplanationAnswer> why, HistoryAnswer history) {

    /**
     * The municipality of the alert; empty where it is not known.
     *
     * @param from the one whose inbox it was found in, believed only where no answer says one
     */
    String municipality(String from) {
        String told = alert.municipality().isEmpty() ? filed : alert.municipality();
        return told.isEmpty() ? from : told;
    }

    /** The alert to be acted on; empty where it is not the caller's to act on. */
    Optional<On> on(String from, Caller caller) {
        return On.of(alert, municipality(from), caller);
    }

    /** Why an act would do nothing (ADR 0011), found before it is sent; empty if it would do something. */
    Optional<String> inTheWay(Act act) {
        String status = alert.status();
        boolean closed = status.equals("CLOSED");
        if (status.equals("RESOLVED") || status.equals("WITHDRAWN")) {
            return Optional.of("NOT_IN_FORCE");
        }
        return switch (act) {
            case Act.Reopen _ -> closed ? Optional.empty() : Optional.of("NOT_CLOSED");
            case Act.Acknowledge _ when status.equals("ACKNOWLEDGED") -> Optional.of("ALREADY_ACKNOWLEDGED");
            case Act.Acknowledge _, Act.Close _, Act.Snooze _ ->
                closed ? Optional.of("ALREADY_CLOSED") : Optional.empty();
        };
    }

    /** What became of an act that has been sent. */
    Optional<Acted> acted(UUID eventId) {
        return history.actions().stream()
                .filter(one -> one.eventId().equals(eventId.toString()))
                .findFirst();
    }

    /** The last act of that agency that has had its effect, or is its answer to a notice: what it can take back. */
    Optional<Acted> last(String agency) {
        return history.actions().reversed().stream()
                .filter(one -> one.agency().equals(agency))
                .filter(one -> one.why().isEmpty() || alert.notice().isPresent())
                .findFirst();
    }

    /** What that agency has answered to a notice, as far as it stands: the last, unless it was to open it again. */
    Optional<Acted> answer(String agency) {
        return alert.notice().isEmpty()
                ? Optional.empty()
                : answers(agency)
                        .reduce((_, later) -> later)
                        .filter(one -> !one.type().equals("AlertReopened"));
    }

    /** Whether something is an answer in whose place the same agency has given another since. */
    boolean hasBeenReplaced(Acted answer) {
        return answers(answer.agency())
                .reduce((_, later) -> later)
                .filter(last -> !last.eventId().equals(answer.eventId()))
                .isPresent();
    }

    /** What other agencies have answered to their notices of an alert in full, as far as it stands: the last of each. */
    List<Acted> othersAnswers() {
        return alert.notice().isPresent()
                ? List.of()
                : history.actions().stream()
                        .filter(one -> one.why().equals("OTHER_AGENCY") && !hasBeenReplaced(one))
                        .filter(one -> !List.of("AlertReopened", "AlertSnoozed").contains(one.type()))
                        .toList();
    }

    private Stream<Acted> answers(String agency) {
        return history.actions().stream()
                .filter(one -> one.agency().equals(agency) && !one.type().equals("AlertSnoozed"));
    }

    /** Finds one. */
    @Component
    static final class Finder {
        private final Queries queries;

        Finder(Queries queries) {
            this.queries = queries;
        }

        Answer<Case> find(UUID alertId) {
            return switch (queries.alert(alertId)) {
                case Answer.Found<AlertAnswer>(AlertAnswer found) -> find(found);
                case Answer<AlertAnswer> none -> none.map(_ -> Case.unknown());
            };
        }

        private Answer<Case> find(AlertAnswer found) {
            Alert alert = found.alert();
            if (alert.alertId().isEmpty() || alert.childId().isEmpty()) {
                return new Answer.Failed<>();
            }
            UUID id = UUID.fromString(alert.alertId());
            UUID child = UUID.fromString(alert.childId());
            return switch (queries.history(id, child)) {
                case Answer.Found<HistoryAnswer>(HistoryAnswer history) -> {
                    Alert newer = history.alert().revision() > alert.revision() ? history.alert() : alert;
                    yield newer.notice().isPresent() || newer.status().equals("WITHDRAWN")
                            ? new Answer.Found<>(
                                    new Case(found.freshness(), newer, found.filed(), Optional.empty(), history))
                            : explained(found, newer, history, queries.explanation(id, child));
                }
                // Told, and of a child that is told of under another id by now: the alert itself says so.
                case Answer.Absent<HistoryAnswer> _ ->
                    new Answer.Found<>(new Case(
                            found.freshness(),
                            alert,
                            found.filed(),
                            Optional.empty(),
                            new HistoryAnswer(alert, List.of(), List.of())));
                case Answer<HistoryAnswer> none -> none.map(_ -> Case.unknown());
            };
        }

        private static Answer<Case> explained(
                AlertAnswer found, Alert alert, HistoryAnswer history, Answer<ExplanationAnswer> why) {
            return switch (why) {
                case Answer.Found<ExplanationAnswer>(ExplanationAnswer known) ->
                    new Answer.Found<>(new Case(found.freshness(), alert, found.filed(), Optional.of(known), history));
                case Answer.Absent<ExplanationAnswer> _ ->
                    new Answer.Found<>(new Case(found.freshness(), alert, found.filed(), Optional.empty(), history));
                case Answer<ExplanationAnswer> none -> none.map(_ -> Case.unknown());
            };
        }
    }

    private static Case unknown() {
        throw new IllegalStateException("an answer that found nothing maps nothing");
    }
}
