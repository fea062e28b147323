package se.samordna.rules;

import java.util.Optional;

/**
 * One recipient of a rule's alerts.
 *
 * @param notice the code told; empty: the alert in full
 * @param consent whether an active consent must name the recipient
 */
public record Tells(Agency to, Optional<String> notice, boolean consent) {

    static Tells full(Agency to) {
        return new Tells(to, Optional.empty(), false);
    }

    static Tells notice(Agency to, String code) {
        return new Tells(to, Optional.of(code), false);
    }

    static Tells noticeByConsent(Agency to, String code) {
        return new Tells(to, Optional.of(code), true);
    }
}
