package se.samordna.workplace.alert;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.util.MultiValueMap;
import se.samordna.schemas.UuidText;
import se.samordna.workplace.act.Act;

/**
 * The form of an alert's page as someone filled it in. All of it comes back with the page, whatever was wrong.
 *
 * @param form its id, made when the page was shown; empty if it has none of ours
 * @param act the button: acknowledge, close, snooze or reopen
 * @param reason a code of a closing
 * @param until a local day
 * @param municipality whose inbox the alert was found in
 */
record Typed(Optional<UUID> form, String act, String reason, String until, String municipality) {
    private static final int LONGEST_SNOOZE_DAYS = 366;

    static Typed of(MultiValueMap<String, String> given) {
        return new Typed(
                UuidText.read(text(given, "form")),
                text(given, "act"),
                text(given, "reason"),
                text(given, "until"),
                Optional.of(text(given, "municipality"))
                        .filter(code -> code.matches("[0-9]{4}"))
                        .orElse(""));
    }

    /** A form that nobody has touched yet. */
    static Typed fresh(String municipality) {
        return new Typed(Optional.of(UUID.randomUUID()), "", "", "", municipality);
    }

    private static String text(MultiValueMap<String, String> given, String name) {
        return Optional.ofNullable(given.getFirst(name)).orElse("");
    }

    /**
     * What is asked for.
     *
     * @param today the local day, which a snooze must be after
     */
    Wanted wanted(LocalDate today) {
        return switch (act) {
            case "acknowledge" -> new Wanted.One(new Act.Acknowledge());
            case "reopen" -> new Wanted.One(new Act.Reopen());
            case "close" ->
                Act.Reason.of(reason)
                        .<Wanted>map(one -> new Wanted.One(new Act.Close(one)))
                        .orElseGet(() -> new Wanted.Faulty("reason"));
            case "snooze" ->
                Act.day(until)
                        .filter(day -> day.isAfter(today) && day.isBefore(today.plusDays(LONGEST_SNOOZE_DAYS)))
                        .<Wanted>map(day -> new Wanted.One(new Act.Snooze(day)))
                        .orElseGet(() -> new Wanted.Faulty("until"));
            default -> new Wanted.Faulty("act");
        };
    }

    /** What a form asks for. */
    sealed interface Wanted {
        record One(Act act) implements Wanted {}

        /** @param field what is wrong in it */
        record Faulty(String field) implements Wanted {}
    }

    /** The same with an id of its own: sent now, it is another act. */
    Typed anew() {
        return new Typed(Optional.of(UUID.randomUUID()), act, reason, until, municipality);
    }
}
