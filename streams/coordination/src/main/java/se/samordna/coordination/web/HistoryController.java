package se.samordna.coordination.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samordna.coordination.AlertLine;
import se.samordna.rules.Agency;
import se.samordna.rules.Alert;
import se.samordna.rules.Decide;
import se.samordna.rules.Notice;
import se.samordna.rules.Told;
import se.samordna.schemas.Agencies;

/**
 * Who has been told of an alert, on which ground, and what people have done with it. From what the child's store holds of
 * the tellings, which is written together with the ledger: the last revision to each recipient, recalls among them.
 */
@RestController
final class HistoryController {

    private final Desk desk;
    private final Decide decide;

    HistoryController(Desk desk, Decide decide) {
        this.desk = desk;
        this.decide = decide;
    }

    /**
     * @param alert as the asker has it, withdrawn or not
     * @param told to the social services, of an alert they have in full, everyone's; else the asker's own alone
     * @param actions as far as the asker may see them, oldest first
     * @param asOf the child's now
     */
    record History(AlertLine alert, List<Telling> told, List<ActionLine> actions, Instant asOf) {}

    /**
     * The last that a recipient has been told.
     *
     * @param notice the code; none: the alert in full
     * @param ground on which it was told
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Telling(String recipient, int revision, String status, Optional<String> notice, String ground) {

        static Telling of(Told.Entry entry) {
            return new Telling(
                    Agencies.wireName(
                            se.samordna.events.Agency.valueOf(entry.recipient().name())),
                    entry.revision(),
                    entry.telling().status().name(),
                    entry.telling() instanceof Notice notice ? Optional.of(notice.code()) : Optional.empty(),
                    entry.ground().name());
        }
    }

    @GetMapping("/api/coordination/v1/alerts/{alertId}/history")
    ResponseEntity<Object> history(@PathVariable UUID alertId, @RequestParam UUID childId, HttpServletRequest request) {
        return desk.look(
                request,
                childId,
                Optional.of("ALERT_HISTORY"),
                Problems.unknownAlert(),
                found -> history(alertId, found));
    }

    /** A notice is ground enough for its own history: nothing is told here that its recipient was not told before. */
    private Optional<Object> history(UUID alertId, Desk.Found found) {
        Agency asker = found.asker().agency();
        List<Told.Entry> told = found.child().kept().head().told().entries().stream()
                .filter(entry -> entry.telling().alertId().equals(alertId))
                .sorted(Comparator.comparing(Told.Entry::recipient))
                .toList();
        return told.stream()
                .filter(entry -> entry.recipient() == asker && found.asker().worksIn(entry.municipality()))
                .findFirst()
                .map(own -> new History(
                        AlertLine.inWords(found.form().of(asker, own.telling(), own.revision(), Optional.empty())),
                        told.stream()
                                .filter(entry -> entry == own || seesOthers(own))
                                .map(Telling::of)
                                .toList(),
                        ActionLine.of(found, decide).stream()
                                .filter(action -> action.alertId().equals(alertId))
                                .toList(),
                        found.child().now()));
    }

    private static boolean seesOthers(Told.Entry own) {
        return own.recipient() == Agency.SOCIAL_SERVICES && own.telling() instanceof Alert;
    }
}
