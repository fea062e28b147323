package se.samordna.coordination;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import se.samordna.alerts.AlertNotice;
import se.samordna.alerts.AlertStatus;
import se.samordna.alerts.Disclosure;
import se.samordna.alerts.Evidence;
import se.samordna.alerts.Sentence;
import se.samordna.alerts.Severity;
import se.samordna.events.Ground;
import se.samordna.rules.Agency;
import se.samordna.rules.Alert;
import se.samordna.rules.Card;
import se.samordna.rules.Cause;
import se.samordna.rules.Notice;
import se.samordna.rules.Rule;
import se.samordna.rules.RuleId;
import se.samordna.rules.Rules;
import se.samordna.rules.SettingsVersion;
import se.samordna.rules.Status;
import se.samordna.rules.Telling;
import se.samordna.streams.Signals;

/** What is told, as the Avro records of the alert topics and the ledger. */
public final class AlertForm {

    private final Map<RuleId, Card> cards;

    public AlertForm(Rules rules) {
        cards = rules.all().stream().map(Rule::card).collect(Collectors.toMap(Card::id, Function.identity()));
    }

    /** @param cause why it is changed or taken back, if it is */
    public SpecificRecord of(Agency recipient, Telling telling, int revision, Optional<Cause> cause) {
        return switch (telling) {
            case Alert alert -> full(recipient, alert, revision, cause);
            case Notice notice ->
                new AlertNotice(
                        notice.alertId(),
                        notice.childId(),
                        AlertStatus.valueOf(notice.status().name()),
                        notice.dueAt(),
                        Signals.agency(recipient),
                        notice.code(),
                        revision);
        };
    }

    private se.samordna.alerts.Alert full(Agency recipient, Alert alert, int revision, Optional<Cause> cause) {
        Card card = Optional.ofNullable(cards.get(alert.rule())).orElseThrow();
        se.samordna.alerts.Alert full = new se.samordna.alerts.Alert();
        full.setAlertId(alert.alertId());
        full.setRuleId(alert.rule().name());
        full.setChildId(alert.childId());
        full.setMunicipality(alert.municipality());
        full.setStatus(AlertStatus.valueOf(alert.status().name()));
        full.setLevel(alert.level());
        full.setSeverity(Severity.valueOf(alert.severity().name()));
        full.setOpenedAt(alert.openedAt());
        full.setDueAt(alert.dueAt());
        full.put("resolvedAt", alert.resolvedAt().orElse(null));
        full.setOverdue(alert.overdue());
        full.setAnchor(alert.anchor());
        full.setEvidence(alert.evidence().stream().map(AlertForm::evidence).toList());
        full.setRecipient(Signals.agency(recipient));
        full.setRevision(revision);
        full.setSentence(new Sentence(card.sentences().sv(), card.sentences().en()));
        full.setBasis(card.basis());
        full.setNextStep(card.nextStep());
        full.setSupersedes(alert.supersedes());
        full.put("supersededBy", alert.supersededBy().orElse(null));
        full.put(
                "withdrawnReason",
                alert.status() == Status.WITHDRAWN ? cause.map(Enum::name).orElse(null) : null);
        full.setRuleVersion(alert.version());
        full.setSettingsVersion(SettingsVersion.text(alert.settings()));
        return full;
    }

    private static Evidence evidence(se.samordna.rules.Evidence evidence) {
        Evidence told = new Evidence();
        told.setEventId(evidence.eventId());
        told.put("type", evidence.type().orElse(null));
        told.put("agency", evidence.agency().map(Signals::agency).orElse(null));
        return told;
    }

    static Disclosure of(se.samordna.rules.Disclosure disclosure) {
        Disclosure entry = new Disclosure();
        entry.setRecipient(Signals.agency(disclosure.recipient()));
        entry.setAlertId(disclosure.alertId());
        entry.setChildId(disclosure.childId());
        entry.setRevision(disclosure.revision());
        entry.setFields(disclosure.fields());
        entry.setGround(Ground.valueOf(disclosure.ground().name()));
        entry.setAt(disclosure.at());
        entry.setStatus(AlertStatus.valueOf(disclosure.status().name()));
        entry.put("reason", disclosure.cause().map(Enum::name).orElse(null));
        entry.put("supersededBy", disclosure.supersededBy().orElse(null));
        entry.setPolicy(disclosure.policy());
        return entry;
    }
}
