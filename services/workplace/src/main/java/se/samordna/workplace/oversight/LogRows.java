package se.samordna.workplace.oversight;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import se.samordna.schemas.Agencies;
import se.samordna.workplace.page.Moments;
import se.samordna.workplace.page.Texts;
import se.samordna.workplace.query.Shape;

/** Rows of the logs in words. A code that is new upstream is shown as it is. */
@Component
final class LogRows {
    private static final int SHORT = 8;
    private static final int LAST_RULE = 99;
    /** The child of an entry that is of none. */
    private static final String NO_CHILD = "00000000-0000-0000-0000-000000000000";

    private final Texts texts;
    private final Moments moments;

    LogRows(Texts texts, Moments moments) {
        this.texts = texts;
        this.moments = moments;
    }

    /**
     * A telling.
     *
     * @param rule its id and name; empty where the alert has been erased
     * @param why it was changed or taken back; empty where it was not
     * @param fields what was told, in words
     */
    record Told(
            String at,
            String iso,
            String recipient,
            String rule,
            String alertId,
            String shortAlert,
            String childId,
            String shortChild,
            String revision,
            String status,
            boolean recalled,
            String ground,
            String why,
            List<String> fields) {}

    /**
     * A look.
     *
     * @param tone of its result's chip
     * @param childId empty where it was of no child
     */
    record Look(
            String at,
            String iso,
            String who,
            String role,
            String purpose,
            String what,
            String result,
            String tone,
            String childId,
            String shortChild) {}

    Told told(Shape row) {
        String alert = row.uuid("alertId").orElse("");
        String child = row.uuid("childId").orElse("");
        String status = row.textOrEmpty("status");
        return new Told(
                at(row),
                row.textOrEmpty("at"),
                recipient(row.textOrEmpty("recipient")),
                row.text("rule").map(this::rule).orElse(""),
                alert,
                shortened(alert),
                child,
                shortened(child),
                row.textOrEmpty("revision"),
                texts.orCode("status.", status),
                status.equals("WITHDRAWN"),
                texts.orCode("ground.", row.textOrEmpty("ground")),
                row.text("reason").map(code -> texts.orCode("cause.", code)).orElse(""),
                row.scalars().getOrDefault("fields", List.of()).stream()
                        .map(field -> texts.orCode("ledger.field.", field))
                        .toList());
    }

    Look look(Shape row) {
        String child = row.uuid("childId").filter(id -> !id.equals(NO_CHILD)).orElse("");
        String result = row.textOrEmpty("result");
        return new Look(
                at(row),
                row.textOrEmpty("at"),
                row.textOrEmpty("who"),
                role(row.textOrEmpty("role")),
                texts.orCode("purpose.", row.textOrEmpty("purpose")),
                texts.orCode("look.", row.textOrEmpty("what")),
                texts.orCode("look.result.", result),
                result.equals("DENIED") ? "level-3" : result.equals("ABSENT") ? "level-1" : "",
                child,
                shortened(child));
    }

    /** The ids of the rules that have a name. */
    List<String> rules() {
        return IntStream.rangeClosed(1, LAST_RULE)
                .mapToObj("R%02d"::formatted)
                .filter(id -> texts.known("rule." + id).isPresent())
                .toList();
    }

    String rule(String id) {
        return id + " " + texts.known("rule." + id).orElse("");
    }

    String recipient(String wireName) {
        return Agencies.ofWireName(wireName)
                .map(agency -> texts.orCode("agency.", agency.name()))
                .orElse(wireName);
    }

    /** A role's word; this machine itself asks as an agency, and the command line as OPERATOR. */
    private String role(String code) {
        return texts.known("role." + code.toLowerCase(Locale.ROOT).replace('_', '-'))
                .or(() -> texts.known("agency." + code))
                .orElse(code);
    }

    private String at(Shape row) {
        Optional<Instant> at = row.instant("at");
        return at.map(moments::at).orElse("");
    }

    private static String shortened(String id) {
        return id.substring(0, Math.min(SHORT, id.length()));
    }
}
