package se.samordna.rules;

import java.util.List;
import java.util.Optional;

/**
 * One recipient of a rule's alerts.
 *
 * @param codes of the notice told; empty: the alert in full
 * @param byAlert whether each alert says by its {@link Note}s if and when which of the codes is told
 * @param consent whether an active consent must name the recipient
 * @param onGround the law's own ground for telling, whatever the anchor's
 * @param ifCaseOpen whether the recipient must have an open case by its own events, and the anchor be released
 */
public record Tells(
        Agency to,
        List<String> codes,
        boolean byAlert,
        boolean consent,
        Optional<Ground> onGround,
        boolean ifCaseOpen) {

    public Tells {
        codes = List.copyOf(codes);
    }

    static Tells full(Agency to) {
        return new Tells(to, List.of(), false, false, Optional.empty(), false);
    }

    static Tells notice(Agency to, String code) {
        return new Tells(to, List.of(code), false, false, Optional.empty(), false);
    }

    static Tells noticeByConsent(Agency to, String code) {
        return new Tells(to, List.of(code), false, true, Optional.empty(), false);
    }

    /** One of the codes, if and when the alert says so, on the anchor's ground. */
    static Tells noticeByAlert(Agency to, List<String> codes) {
        return new Tells(to, codes, true, false, Optional.empty(), false);
    }

    /** One of the codes, if and when the alert says so, on a ground of the law's own. */
    static Tells noticeByAlert(Agency to, List<String> codes, Ground ground) {
        return new Tells(to, codes, true, false, Optional.of(ground), false);
    }

    /** While the recipient has an open case by its own events and the anchor is released, on the anchor's ground. */
    static Tells noticeIfCaseOpen(Agency to, String code) {
        return new Tells(to, List.of(code), false, false, Optional.empty(), true);
    }

    boolean full() {
        return codes.isEmpty();
    }

    /** The notice as the rules page shows it; empty: the alert in full. */
    public Optional<String> notice() {
        return full() ? Optional.empty() : Optional.of(String.join(" / ", codes));
    }
}
