package se.samordna.workplace.act;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What someone does with an alert (contract.md, Actions). */
public sealed interface Act {

    /** I have seen it and take it on. */
    record Acknowledge() implements Act {}

    /** It is done with. */
    record Close(Reason reason) implements Act {}

    /** Not before that local day has ended. */
    record Snooze(LocalDate until) implements Act {}

    /** It was closed too soon. */
    record Reopen() implements Act {}

    /** Why an alert is closed. */
    enum Reason {
        HANDLED,
        NOT_NEEDED,
        NOT_USEFUL,
        WRONG;

        /** The reason of that code, if there is one. */
        public static Optional<Reason> of(String code) {
            return Arrays.stream(values())
                    .filter(reason -> reason.name().equals(code))
                    .findFirst();
        }
    }

    /** The type of the record that tells of it. */
    default String type() {
        return switch (this) {
            case Acknowledge _ -> "AlertAcknowledged";
            case Close _ -> "AlertClosed";
            case Snooze _ -> "AlertSnoozed";
            case Reopen _ -> "AlertReopened";
        };
    }

    /** What the record holds beside the alert's id. */
    default Map<String, String> body() {
        return switch (this) {
            case Acknowledge _, Reopen _ -> Map.of();
            case Close(Reason reason) -> Map.of("reason", reason.name());
            case Snooze(LocalDate until) -> Map.of("until", until.toString());
        };
    }

    /**
     * The id of this act on an alert by a form. The same form sent twice makes one act; sent with another choice, another.
     *
     * @param form made anew each time a page is shown
     */
    default UUID id(UUID form, UUID alertId) {
        return nameBased(form, String.join("|", alertId.toString(), type(), body().toString()));
    }

    /** A day as a form has it. */
    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException notOne) {
            return Optional.empty();
        }
    }

    /** A UUID of version 5 (RFC 9562). */
    static UUID nameBased(UUID namespace, String name) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(16)
                    .putLong(namespace.getMostSignificantBits())
                    .putLong(namespace.getLeastSignificantBits())
                    .flip());
            ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
            long high = hash.getLong() & 0xffff_ffff_ffff_0fffL | 0x5000L;
            long low = hash.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
