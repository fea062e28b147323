package se.samordna.workplace.inbox;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import se.samordna.schemas.UuidText;

/**
 * What has just been done with several alerts at once, as the address after it tells: so that the page says it, and offers
 * to take it back, however often it is loaded.
 *
 * @param form that did it; empty if nothing was done
 * @param alerts those acknowledged
 * @param others how many were left alone, someone else having dealt with them
 * @param undone whether it has been taken back again
 */
record JustActed(Optional<UUID> form, List<UUID> alerts, int others, boolean undone) {
    static final int MOST = 100;

    static JustActed of(MultiValueMap<String, String> given) {
        String others = Optional.ofNullable(given.getFirst("others")).orElse("0");
        return new JustActed(
                uuids(given.getFirst("done")).findFirst(),
                uuids(given.getFirst("alerts")).limit(MOST).toList(),
                others.matches("[0-9]{1,3}") ? Integer.parseInt(others) : 0,
                "1".equals(Optional.ofNullable(given.getFirst("undone")).orElse("")));
    }

    /** Whether this alert has been acknowledged by it, and is so still. */
    boolean isOn(String alertId) {
        return !undone && alerts.stream().anyMatch(one -> one.toString().equals(alertId));
    }

    /** What tells of it in an address. */
    String query() {
        String ids = alerts.stream().map(UUID::toString).collect(Collectors.joining(","));
        return "done=" + form.map(UUID::toString).orElse("") + "&alerts=" + ids
                + (others > 0 ? "&others=" + others : "") + (undone ? "&undone=1" : "");
    }

    /** Those of a text that are ids, by commas. */
    static Stream<UUID> uuids(@Nullable String text) {
        return Optional.ofNullable(text).stream()
                .flatMap(one -> Stream.of(one.split(",")))
                .map(UuidText::read)
                .flatMap(Optional::stream);
    }
}
