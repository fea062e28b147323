package se.samordna.workplace.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.samordna.access.Caller;
import se.samordna.workplace.act.Act;
import se.samordna.workplace.act.ActDesk;
import se.samordna.workplace.act.AgencyEvents;
import se.samordna.workplace.act.On;
import se.samordna.workplace.act.Outcome;
import se.samordna.workplace.act.Settled;
import se.samordna.workplace.page.SendAgain;
import se.samordna.workplace.page.Trouble;
import se.samordna.workplace.query.Acted;
import se.samordna.workplace.query.Alert;
import se.samordna.workplace.query.AlertAnswer;
import se.samordna.workplace.query.Answer;
import se.samordna.workplace.query.Queries;

/** Acknowledging several alerts at once, and taking that back. */
@Controller
final class TogetherController {
    private static final Act ACKNOWLEDGE = new Act.Acknowledge();

    private final Queries queries;
    private final ActDesk desk;
    private final AgencyEvents events;
    private final Settled settled;

    TogetherController(Queries queries, ActDesk desk, AgencyEvents events, Settled settled) {
        this.queries = queries;
        this.desk = desk;
        this.events = events;
        this.settled = settled;
    }

    /**
     * An alert with what its recipient has answered, if it is a notice that has been answered.
     *
     * @param filed the municipality of a notice's alert, as the answer says: a list may be of several
     */
    private record Standing(Alert alert, Optional<Acted> answer, String filed) {
        boolean awaits() {
            return alert.status().equals("OPEN") && answer.isEmpty();
        }

        /** Whether the act that acknowledges it by this form would be no news to it. */
        boolean hasBeenSeen() {
            return alert.status().equals("ACKNOWLEDGED") || answer.isPresent();
        }

        Stream<On> on(Filters back, Caller caller) {
            return On.of(alert, filed.isEmpty() ? back.municipality() : filed, caller).stream();
        }
    }

    /** The alerts of a form as they are now: found one by one, so that each look at a child is logged as what it is. */
    private sealed interface Chosen {
        record All(List<Standing> alerts) implements Chosen {}

        record NotKnown() implements Chosen {}
    }

    @PostMapping("/inbox/acknowledge")
    ModelAndView acknowledge(Caller caller, @RequestParam MultiValueMap<String, String> given) {
        return with(caller, given, "/inbox/acknowledge", (form, back, alerts) -> {
            List<On> open = alerts.stream()
                    .filter(Standing::awaits)
                    .flatMap(alert -> alert.on(back, caller))
                    .toList();
            return switch (open.isEmpty() ? new Outcome.Taken(List.of()) : desk.take(caller, form, ACKNOWLEDGE, open)) {
                case Outcome.Taken _ -> {
                    open.stream().reduce((_, last) -> last).ifPresent(on -> awaits(form, on));
                    // Sent twice, the first sending's are acknowledged by now: they are this form's all the same.
                    List<UUID> ours = Stream.concat(
                                    open.stream().map(On::alertId),
                                    alerts.stream()
                                            .filter(one -> one.hasBeenSeen() && mine(form, one.alert()))
                                            .map(one ->
                                                    UUID.fromString(one.alert().alertId())))
                            .toList();
                    yield done(back, new JustActed(Optional.of(form), ours, alerts.size() - ours.size(), false));
                }
                case Outcome.Away _ -> SendAgain.page("/inbox/acknowledge", given);
                case Outcome.Refused _ -> Trouble.FAILED.page();
            };
        });
    }

    @PostMapping("/inbox/undo")
    ModelAndView undo(Caller caller, @RequestParam MultiValueMap<String, String> given) {
        return with(caller, given, "/inbox/undo", (form, back, alerts) -> {
            List<AgencyEvents.Done> acts = alerts.stream()
                    .flatMap(alert -> alert.on(back, caller))
                    .map(on -> new AgencyEvents.Done(ACKNOWLEDGE.id(form, on.alertId()), on))
                    .toList();
            return switch (acts.isEmpty() ? new Outcome.Taken(List.of()) : events.undo(caller, acts)) {
                case Outcome.Taken(List<UUID> ids) -> {
                    if (!ids.isEmpty()) {
                        settled.holds(ids.getLast(), acts.getLast().on().childId());
                    }
                    yield done(
                            back,
                            new JustActed(
                                    Optional.of(form),
                                    acts.stream()
                                            .map(done -> done.on().alertId())
                                            .toList(),
                                    0,
                                    true));
                }
                case Outcome.Away _ -> SendAgain.page("/inbox/undo", given);
                case Outcome.Refused _ -> Trouble.FAILED.page();
            };
        });
    }

    /** What is done with the form, where it stands and all its alerts are known. */
    private interface Doing {
        ModelAndView with(UUID form, Filters back, List<Standing> alerts);
    }

    private ModelAndView with(Caller caller, MultiValueMap<String, String> given, String where, Doing doing) {
        Optional<UUID> form = JustActed.uuids(given.getFirst("form")).findFirst();
        Optional<Filters> back =
                Filters.ofQuery(Optional.ofNullable(given.getFirst("back")).orElse(""));
        List<UUID> ids = given.getOrDefault("alert", List.of()).stream()
                .flatMap(JustActed::uuids)
                .distinct()
                .toList();
        if (form.isEmpty()
                || back.isEmpty()
                || ids.size() > JustActed.MOST
                || caller.agency().isEmpty()) {
            return Trouble.BAD_REQUEST.page();
        }
        if (ids.isEmpty()) {
            return InboxController.seeOther(back.get().address("none=1"));
        }
        return switch (chosen(ids)) {
            case Chosen.All(List<Standing> alerts) -> doing.with(form.get(), back.get(), alerts);
            case Chosen.NotKnown() -> SendAgain.page(where, given);
        };
    }

    private Chosen chosen(List<UUID> ids) {
        List<Standing> found = new ArrayList<>();
        for (UUID id : ids) {
            switch (queries.alert(id)) {
                case Answer.Found<AlertAnswer>(AlertAnswer answer) ->
                    found.add(new Standing(answer.alert(), answer.answer(), answer.filed()));
                // Gone, or never the caller's: nothing to do with it, and no word of which.
                case Answer.Absent<AlertAnswer> _, Answer.Refused<AlertAnswer> _ -> {}
                case Answer.NotReady<AlertAnswer> _, Answer.Away<AlertAnswer> _, Answer.Failed<AlertAnswer> _ -> {
                    return new Chosen.NotKnown();
                }
            }
        }
        return new Chosen.All(found);
    }

    private boolean mine(UUID form, Alert alert) {
        return queries.event(ACKNOWLEDGE.id(form, UUID.fromString(alert.alertId())), UUID.fromString(alert.childId()))
                instanceof Answer.Found<String>;
    }

    private void awaits(UUID form, On on) {
        settled.holds(ACKNOWLEDGE.id(form, on.alertId()), on.childId());
    }

    private static ModelAndView done(Filters back, JustActed acted) {
        return InboxController.seeOther(back.address(acted.query()));
    }
}
