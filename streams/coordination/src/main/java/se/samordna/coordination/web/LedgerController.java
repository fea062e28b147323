package se.samordna.coordination.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samordna.access.Role;
import se.samordna.alerts.Disclosure;
import se.samordna.coordination.running.AlertIndex;
import se.samordna.rules.Ground;
import se.samordna.rules.RuleId;
import se.samordna.schemas.Agencies;
import se.samordna.schemas.Topics;

/**
 * Who was told what on which ground, for data protection officers: the ledger itself, of the alerts of their municipalities
 * (GDPR art. 5.2, 30).
 */
@RestController
final class LedgerController {

    private static final String WHAT = "LEDGER";
    private static final Set<String> RULES =
            Stream.of(RuleId.values()).map(Enum::name).collect(Collectors.toSet());
    private static final Set<String> GROUNDS =
            Stream.of(Ground.values()).map(Enum::name).collect(Collectors.toSet());

    private final LogDesk desk;

    LedgerController(LogDesk desk) {
        this.desk = desk;
    }

    /** Narrowed by child, alert, recipient, rule, ground and local days; JSON page by page, or a CSV. */
    @GetMapping("/api/coordination/v1/ledger")
    ResponseEntity<Object> ledger(HttpServletRequest request) {
        List<String> wrong = new ArrayList<>();
        Paging paging = Paging.of(request, desk.readModel().feeds().clock(), wrong);
        Optional<UUID> child = Ids.given(request, "child", wrong);
        Optional<UUID> alert = Ids.given(request, "alert", wrong);
        String recipient = Paging.given(request, "recipient");
        Narrowed.wrongIf(!recipient.isEmpty() && Agencies.ofWireName(recipient).isEmpty(), "recipient", wrong);
        String rule = Paging.given(request, "rule");
        Narrowed.wrongIf(!rule.isEmpty() && !RULES.contains(rule), "rule", wrong);
        String ground = Paging.given(request, "ground");
        Narrowed.wrongIf(!ground.isEmpty() && !GROUNDS.contains(ground), "ground", wrong);
        if (!wrong.isEmpty()) {
            return Problems.badRequest(String.join(", ", wrong)).response();
        }
        Predicate<LedgerRow> wanted = row -> paging.days().have(row.at())
                && (recipient.isEmpty() || recipient.equals(row.recipient()))
                && (ground.isEmpty() || ground.equals(row.ground()))
                && (rule.isEmpty() || row.rule().filter(rule::equals).isPresent());
        return Official.answer(
                request,
                Role.DATA_PROTECTION_OFFICER,
                new Official.Question(WHAT, "DATA_PROTECTION", child),
                desk.log(),
                official -> desk.answer(
                        official,
                        paging,
                        new LogDesk.Wanted<>(
                                Topics.DISCLOSURES,
                                WHAT,
                                child,
                                LedgerRow.heading(),
                                record -> row(record, official, child, alert).filter(wanted))));
    }

    /** What has been erased has no municipality any more: then it is for those who see all of them. */
    private Optional<LedgerRow> row(
            SpecificRecord record, Official official, Optional<UUID> child, Optional<UUID> alert) {
        AlertIndex alerts = desk.readModel().alerts();
        return Optional.of(record)
                .filter(Disclosure.class::isInstance)
                .map(Disclosure.class::cast)
                .filter(told -> child.filter(id -> !id.equals(told.getChildId()))
                                .isEmpty()
                        && alert.filter(id -> !id.equals(told.getAlertId())).isEmpty())
                .filter(told -> official.ofRecipient().stream().allMatch(agency -> agency == told.getRecipient()))
                .filter(told -> official.isOfAll()
                        || alerts.municipality(told.getAlertId())
                                .filter(official.area()::covers)
                                .isPresent())
                .map(told -> LedgerRow.of(told, alerts));
    }
}
