package se.samordna.workplace.alert;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samordna.access.Caller;
import se.samordna.workplace.page.AlertRow;
import se.samordna.workplace.page.AlertWords;
import se.samordna.workplace.page.Moments;
import se.samordna.workplace.page.Texts;
import se.samordna.workplace.query.Acted;
import se.samordna.workplace.query.Event;

/** What has been done with an alert and what a reader's own agency has answered to a notice, in words. */
@Component
final class Deeds {
    private final AlertWords words;
    private final Texts texts;
    private final Moments moments;

    Deeds(AlertWords words, Texts texts, Moments moments) {
        this.words = words;
        this.texts = texts;
        this.moments = moments;
    }

    /**
     * Something that was done.
     *
     * @param why what was in its way; empty if it took effect
     * @param answer whether it is an agency's answer to its notice, which does nothing to the alert
     * @param replaced whether that agency has given another answer since
     * @param undo its id, if whoever looks may take it back here
     */
    record HistoryRow(AlertRow.ActionRow act, String why, boolean answer, boolean replaced, String undo) {}

    /**
     * The answer that stands.
     *
     * @param reason the code of a closing; empty: accepted
     * @param undo its id, while it can be changed
     */
    record AnswerRow(String what, String when, String reason, String undo) {}

    /**
     * Newest first.
     *
     * @param proposals of a SIP, which are no acts on the alert and yet what has been done
     */
    List<HistoryRow> rows(Caller caller, Case found, Sips.Proposals proposals) {
        String agency = agency(caller);
        String undo = isOver(found)
                ? ""
                : found.last(agency)
                        .map(Acted::eventId)
                        .filter(last -> found.answer(agency)
                                .map(Acted::eventId)
                                .filter(last::equals)
                                .isEmpty())
                        .orElse("");
        Stream<Dated> acts = found.history().actions().reversed().stream()
                .map(one -> new Dated(
                        one.occurredAt(), row(found, one, one.eventId().equals(undo) ? undo : "")));
        return Stream.concat(proposals.all().reversed().stream().map(this::proposal), acts)
                .sorted(Comparator.comparing((Dated one) -> one.at().orElse(Instant.EPOCH))
                        .reversed())
                .map(Dated::row)
                .toList();
    }

    private record Dated(Optional<Instant> at, HistoryRow row) {}

    private Dated proposal(Event event) {
        AlertRow.ActionRow act = new AlertRow.ActionRow(
                event.occurredAt().map(moments::at).orElse(""),
                texts.orCode("event.", event.type()),
                texts.orCode("agency.", event.agency()),
                "");
        return new Dated(event.occurredAt(), new HistoryRow(act, "", false, false, ""));
    }

    private HistoryRow row(Case found, Acted one, String undo) {
        // Whoever has a notice sees their own acts alone; of one that is withdrawn none is in force any more.
        boolean answer =
                one.why().equals("OTHER_AGENCY") || found.alert().notice().isPresent();
        return new HistoryRow(
                answer ? answered(one) : words.action(one),
                answer || one.why().isEmpty() ? "" : texts.orCode("action.", one.why()),
                answer,
                answer && found.hasBeenReplaced(one),
                undo);
    }

    private AlertRow.ActionRow answered(Acted one) {
        AlertRow.ActionRow act = words.action(one);
        return one.reason().isEmpty() && !one.type().equals("AlertAcknowledged")
                ? act
                : new AlertRow.ActionRow(act.when(), words.answered(one), act.who(), act.why());
    }

    /** What other agencies have answered, each in one line. */
    List<String> others(Case found) {
        return found.othersAnswers().stream()
                .map(one -> texts.of("alert.others", texts.orCode("agency.", one.agency()), words.answer(one)))
                .toList();
    }

    /** What the reader's own agency has answered. */
    Optional<AnswerRow> answer(Caller caller, Case found) {
        return found.answer(agency(caller))
                .map(one -> new AnswerRow(
                        words.answered(one),
                        words.action(one).when(),
                        one.reason(),
                        isOver(found) ? "" : one.eventId()));
    }

    private static boolean isOver(Case found) {
        return List.of("RESOLVED", "WITHDRAWN").contains(found.alert().status());
    }

    private static String agency(Caller caller) {
        return caller.agency().map(Enum::name).orElse("");
    }
}
