package se.samordna.workplace.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samordna.workplace.act.ActDesk;
import se.samordna.workplace.query.Acted;
import se.samordna.workplace.query.Alert;
import se.samordna.workplace.query.Event;

/** Puts an alert, or a notice, into words. */
@Component
public final class AlertWords {
    private static final List<String> LAWS = List.of("SoL", "OSL", "HSL", "SkolL", "LVU", "JB", "UF");
    /** The level of what is overdue, of which its own word says more, and of what has come to its worst before that. */
    private static final int ESCALATED = 3;

    private final Texts texts;
    private final Moments moments;

    AlertWords(Texts texts, Moments moments) {
        this.texts = texts;
        this.moments = moments;
    }

    /** @param now the answer's clock; without it no distance is told */
    public AlertRow row(Alert alert, Optional<Instant> now) {
        return row(alert, now, Map.of(), List.of());
    }

    /**
     * @param events the child's events by id, for the dates of the evidence
     * @param actions on any of the child's alerts
     */
    public AlertRow row(Alert alert, Optional<Instant> now, Map<String, Event> events, List<Acted> actions) {
        return new AlertRow(
                alert.alertId(),
                alert.level(),
                texts.of(alert.level() == ESCALATED ? "escalated" : "level." + alert.level()),
                alert.live(),
                overdue(alert, now),
                texts.orCode("status.", alert.status()),
                texts.known("severity." + alert.severity()).orElse(""),
                alert.severity().equals("CRITICAL"),
                sentence(alert),
                next(alert),
                alert.ruleId(),
                texts.known("rule." + alert.ruleId()).orElse(alert.ruleId()),
                alert.basis(),
                laws(alert.basis()),
                alert.settingsVersion()
                        .map(settings -> texts.of(
                                "child.why.versions", alert.ruleVersion().orElse("?"), settings))
                        .orElse(""),
                alert.childId(),
                alert.childId().substring(0, Math.min(8, alert.childId().length())),
                alert.openedAt().map(moments::at).orElse(""),
                alert.dueAt().map(moments::due).orElse(""),
                alert.dueAt().map(Instant::toString).orElse(""),
                distance(alert, now),
                alert.resolvedAt().map(moments::at).orElse(""),
                alert.supersededBy().orElse(""),
                alert.withdrawnReason()
                        .map(code -> texts.of("withdrawn", texts.orCode("withdrawn.", code)))
                        .orElse(""),
                alert.evidence().stream().map(evidence(events)).toList(),
                actions.stream()
                        .filter(one -> one.alertId().equals(alert.alertId()))
                        .map(this::action)
                        .toList());
    }

    /** What someone did, in words; with the system it was done in, if that is another than this. */
    public AlertRow.ActionRow action(Acted one) {
        String more = one.reason().isEmpty()
                ? one.until().map(moments::day).orElse("")
                : texts.orCode("reason.", one.reason());
        String what = texts.orCode("event.", one.type());
        return new AlertRow.ActionRow(
                one.occurredAt().map(moments::at).orElse(""),
                more.isEmpty() ? what : what + ": " + more,
                Stream.of(texts.orCode("agency.", one.agency()), one.source())
                        .filter(text -> !text.isEmpty() && !text.equals(ActDesk.SOURCE))
                        .collect(Collectors.joining(", ")),
                one.why().isEmpty() ? "" : texts.orCode("action.", one.why()));
    }

    /** An answer to a notice, in the words it is given in: it does to the alert none of what an act of its name does. */
    public String answered(Acted one) {
        return texts.orCode("act.answer.", one.reason().isEmpty() ? "ACCEPTED" : one.reason());
    }

    /** The same with when it was given. */
    public String answer(Acted one) {
        return answered(one)
                + one.occurredAt().map(moments::at).map(when -> ", " + when).orElse("");
    }

    /** Of a notice nothing but its due time says so. */
    private static boolean overdue(Alert alert, Optional<Instant> now) {
        return alert.overdue()
                || alert.notice().isPresent()
                        && alert.live()
                        && alert.dueAt()
                                .flatMap(due -> now.filter(due::isBefore))
                                .isPresent();
    }

    private String sentence(Alert alert) {
        Optional<String> notice = alert.notice().map(code -> texts.orCode("notice.", code));
        return notice.or(() -> alert.sentence(texts.language()))
                .or(() -> texts.known("sentence." + alert.ruleId()))
                .orElseGet(() -> texts.of("sentence.other"));
    }

    private String next(Alert alert) {
        Optional<String> asked = alert.notice().flatMap(code -> texts.known("ask." + code));
        return asked.or(() -> Optional.ofNullable(
                                alert.nextStepText().get(texts.language().getLanguage()))
                        .filter(text -> !text.isBlank()))
                .or(() -> texts.known("next." + alert.nextStep()))
                .orElseGet(() -> texts.of("next.other"));
    }

    private String distance(Alert alert, Optional<Instant> now) {
        return alert.live() && now.isPresent() && alert.dueAt().isPresent()
                ? moments.distance(now.get(), alert.dueAt().get())
                : "";
    }

    private String laws(String basis) {
        return LAWS.stream()
                .filter(law -> Stream.of(basis.split("[^A-Za-z]+")).anyMatch(law::equals))
                .map(law -> texts.of("law." + law))
                .collect(Collectors.joining("; "));
    }

    private Function<Alert.Evidence, AlertRow.EvidenceRow> evidence(Map<String, Event> events) {
        return one -> {
            Optional<Event> event = Optional.ofNullable(events.get(one.eventId()));
            String type = one.type().isEmpty() ? event.map(Event::type).orElse("") : one.type();
            String agency = one.agency().isEmpty() ? event.map(Event::agency).orElse("") : one.agency();
            return new AlertRow.EvidenceRow(
                    one.occurredAt()
                            .or(() -> event.flatMap(Event::occurredAt))
                            .map(moments::at)
                            .orElse(""),
                    type.isEmpty() ? "" : texts.orCode("event.", type),
                    agency.isEmpty() ? "" : texts.orCode("agency.", agency));
        };
    }
}
