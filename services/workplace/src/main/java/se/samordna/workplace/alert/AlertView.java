package se.samordna.workplace.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import se.samordna.access.Caller;
import se.samordna.access.Role;
import se.samordna.events.Agency;
import se.samordna.schemas.Agencies;
import se.samordna.schemas.Kommunkod;
import se.samordna.schemas.UuidText;
import se.samordna.workplace.page.AlertRow;
import se.samordna.workplace.page.AlertWords;
import se.samordna.workplace.page.FreshnessRow;
import se.samordna.workplace.page.Moments;
import se.samordna.workplace.page.Texts;
import se.samordna.workplace.query.Acted;
import se.samordna.workplace.query.Alert;
import se.samordna.workplace.query.Event;
import se.samordna.workplace.query.HistoryAnswer.Telling;

/** Makes an alert's page. */
@Component
final class AlertView {
    private final AlertWords words;
    private final Why.Maker whys;
    private final Deeds deeds;
    private final Visits visits;
    private final Sips sips;
    private final FreshnessRow.Maker freshness;
    private final Texts texts;
    private final Moments moments;

    AlertView(
            AlertWords words,
            Why.Maker whys,
            Deeds deeds,
            Visits visits,
            Sips sips,
            FreshnessRow.Maker freshness,
            Texts texts,
            Moments moments) {
        this.words = words;
        this.whys = whys;
        this.deeds = deeds;
        this.visits = visits;
        this.sips = sips;
        this.freshness = freshness;
        this.texts = texts;
        this.moments = moments;
    }

    /**
     * Someone who was told.
     *
     * @param what in full, or the notice's code in words
     * @param tone css name of the agency
     */
    record ToldRow(String who, String tone, String what, String ground, String status, long revision) {}

    ModelAndView of(Caller caller, Case found, Typed typed, HttpStatus status) {
        Alert alert = found.alert();
        Optional<Instant> now = found.freshness().asOf();
        boolean full = alert.notice().isEmpty();
        ModelAndView view = new ModelAndView("alert", status);
        view.addObject("here", "inbox");
        Kommunkod.of(found.municipality(typed.municipality())).ifPresent(place -> view.addObject("place", place));
        view.addObject("fresh", freshness.of(found.freshness()));
        view.addObject("alert", words.row(alert, now));
        view.addObject("full", full);
        view.addObject("status", alert.status());
        view.addObject("supersedes", alert.supersedes());
        view.addObject("state", state(found));
        view.addObject("typed", typed);
        Optional<Deeds.AnswerRow> answer = deeds.answer(caller, found);
        view.addObject("acts", acts(alert, answer));
        view.addObject("others", deeds.others(found));
        answer.ifPresent(one -> view.addObject("answer", one));
        view.addObject(
                "reasons",
                full
                        ? List.of("HANDLED", "NOT_NEEDED", "NOT_USEFUL", "WRONG")
                        : List.of("HANDLED", "NOT_NEEDED", "WRONG"));
        found.why().ifPresent(why -> view.addObject("why", whys.of(alert, why)));
        view.addObject("told", found.history().told().stream().map(this::row).toList());
        Optional<Sips.Proposals> proposals = sips.of(caller, alert);
        view.addObject("history", deeds.rows(caller, found, proposals.orElse(Sips.Proposals.NONE)));
        proposals
                .flatMap(Sips.Proposals::standing)
                .flatMap(Event::occurredAt)
                .ifPresent(at -> view.addObject("sipProposed", moments.day(at)));
        view.addObject("sipKnown", proposals.isPresent());
        boolean social = caller.agency().filter(Agency.SOCIAL_SERVICES::equals).isPresent();
        view.addObject("social", social);
        view.addObject("childShown", caller.role() == Role.COORDINATOR || caller.role() == Role.CASE_WORKER);
        view.addObject("sip", Sips.areAskedOf(caller, alert));
        now.map(at -> at.atZone(Moments.ZONE).toLocalDate().plusDays(1))
                .ifPresent(tomorrow -> view.addObject("tomorrow", tomorrow.toString()));
        view.addObject(
                "visitNoted", social && full && alert.live() && alert.ruleId().equals("R06"));
        if (Visits.areAskedOf(caller, alert)) {
            view.addObject("visit", true);
            visits.incidents(caller, alert).ifPresent(all -> view.addObject("incidents", all));
        }
        view.addObject("changes", "");
        return view;
    }

    /** What can be done with it as it is. */
    private static List<String> acts(Alert alert, Optional<Deeds.AnswerRow> answer) {
        boolean full = alert.notice().isEmpty();
        boolean accepted = answer.filter(one -> one.reason().isEmpty()).isPresent();
        List<String> answers = accepted ? List.of("close") : List.of("acknowledge", "close");
        return switch (alert.status()) {
            case "OPEN" -> full ? List.of("acknowledge", "close", "snooze") : answers;
            case "ACKNOWLEDGED" -> List.of("close", "snooze");
            case "CLOSED" -> List.of("reopen");
            default -> List.of();
        };
    }

    private ToldRow row(Telling telling) {
        String agency = Agencies.ofWireName(telling.recipient()).map(Enum::name).orElse("UNKNOWN");
        return new ToldRow(
                texts.orCode("agency.", agency),
                telling.recipient(),
                telling.notice()
                        .map(code -> texts.orCode("notice.", code))
                        .orElseGet(() -> texts.of("alert.told.full")),
                texts.orCode("ground.", telling.ground()),
                texts.orCode("status.", telling.status()),
                telling.revision());
    }

    /** Tells one standing of the alert from another. */
    private static String state(Case found) {
        return found.alert().revision() + "-" + found.alert().status() + "-"
                + found.history().actions().size();
    }

    /** Says what became of what was just done. */
    void done(ModelAndView view, Case found, String done) {
        if (List.of("undone", "sip", "visit").contains(done)) {
            view.addObject("done", texts.of("alert.done." + done));
            return;
        }
        Optional<UUID> act = UuidText.read(done);
        if (act.isEmpty()) {
            return;
        }
        Optional<Acted> acted = found.acted(act.get());
        if (acted.isEmpty()) {
            view.addObject("done", texts.of("alert.done.later"));
            return;
        }
        Acted one = acted.get();
        boolean answer = one.why().equals("OTHER_AGENCY");
        boolean tookEffect = one.why().isEmpty();
        String key = (answer ? "alert.answered." : "alert.done.") + one.type();
        String until = one.until().map(moments::day).orElse("");
        view.addObject(
                tookEffect || answer ? "done" : "beaten",
                tookEffect || answer ? texts.of(key, until) : texts.orCode("action.", one.why()));
        view.addObject("doneEvent", one.eventId());
    }

    /** To an open page: whether the alert has changed since it was shown, and how. */
    void changed(ModelAndView view, Case found, String seen) {
        if (!seen.isEmpty() && !seen.equals(state(found))) {
            AlertRow row = words.row(found.alert(), found.freshness().asOf());
            view.addObject("changes", row.withdrawn().isEmpty() ? row.status() : row.withdrawn());
        }
    }
}
