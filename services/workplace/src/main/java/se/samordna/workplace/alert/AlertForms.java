package se.samordna.workplace.alert;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import se.samordna.workplace.act.On;
import se.samordna.workplace.act.Outcome;
import se.samordna.workplace.act.Settled;
import se.samordna.workplace.page.SendAgain;
import se.samordna.workplace.page.Trouble;
import se.samordna.workplace.query.Answer;

/** What every form of an alert's page has in common: it is about the alert as it is now, and loses nothing typed. */
@Component
final class AlertForms {
    private final Case.Finder cases;
    private final Settled settled;

    AlertForms(Case.Finder cases, Settled settled) {
        this.cases = cases;
        this.settled = settled;
    }

    /**
     * What is done with the alert as it is now; where that cannot be known, the form is kept to be sent again.
     *
     * @param way the last word of the form's address
     */
    ModelAndView found(
            UUID alertId, String way, MultiValueMap<String, String> given, Function<Case, ModelAndView> doing) {
        return switch (cases.find(alertId)) {
            case Answer.NotReady<Case> _, Answer.Away<Case> _ -> again(alertId, way, given);
            case Answer<Case> answer -> Trouble.or(answer, Trouble.UNKNOWN_ALERT, doing);
        };
    }

    /**
     * After it was sent: the page again, with what became of it, once the lists can have it.
     *
     * @param said what the page is told, of the event's id
     * @param way as of {@link #found}
     */
    ModelAndView sent(
            Outcome outcome,
            On on,
            Typed typed,
            Function<UUID, Object> said,
            String way,
            MultiValueMap<String, String> given) {
        return switch (outcome) {
            case Outcome.Taken(List<UUID> ids) -> {
                settled.holds(ids.getFirst(), on.childId());
                yield done(on.alertId(), typed, said.apply(ids.getFirst()));
            }
            case Outcome.Away _ -> again(on.alertId(), way, given);
            case Outcome.Refused _ -> Trouble.FAILED.page();
        };
    }

    /** Keeps what was typed, to be sent again. */
    static ModelAndView again(UUID alertId, String way, MultiValueMap<String, String> given) {
        return SendAgain.page("/alerts/" + alertId + "/" + way, given);
    }

    /** Leads back to the page, which says what was done. */
    static ModelAndView done(UUID alertId, Typed typed, Object what) {
        String from = typed.municipality().isEmpty() ? "" : "&municipality=" + typed.municipality();
        ModelAndView found = new ModelAndView("redirect:/alerts/" + alertId + "?done=" + what + from);
        found.setStatus(HttpStatus.SEE_OTHER);
        return found;
    }
}
