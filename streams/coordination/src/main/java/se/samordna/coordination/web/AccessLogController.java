package se.samordna.coordination.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samordna.access.Role;
import se.samordna.coordination.running.AlertIndex;
import se.samordna.platform.Access;
import se.samordna.schemas.Topics;

/**
 * Who looked at which child, for data protection officers: the access log itself, of the children that have an alert in
 * their municipalities (SoLPuL 2001:454 10 §; HSLF-FS 2016:40 4 kap. 9 §). Reading it is written in it.
 */
@RestController
final class AccessLogController {

    private static final String WHAT = "ACCESS_LOG";
    private static final Pattern CODE = Pattern.compile("[A-Za-z_-]{1,40}");
    private static final Pattern WHO = Pattern.compile("[!-~]{1,200}");
    private static final List<String> OFFICERS = List.of("", "shown", "hidden");

    private final LogDesk desk;

    AccessLogController(LogDesk desk) {
        this.desk = desk;
    }

    /**
     * Narrowed by child, who, role, purpose, what, result and local days; {@code officers=hidden} leaves out what officers
     * themselves have read. JSON page by page, or a CSV.
     */
    @GetMapping("/api/coordination/v1/access-log")
    ResponseEntity<Object> accessLog(HttpServletRequest request) {
        List<String> wrong = new ArrayList<>();
        Paging paging = Paging.of(request, desk.now(), wrong);
        Optional<UUID> child = Ids.given(request, "child", wrong);
        Map<String, String> codes = new LinkedHashMap<>();
        for (String name : List.of("role", "purpose", "what", "result")) {
            String code = Paging.given(request, name);
            Narrowed.wrongIf(!code.isEmpty() && !CODE.matcher(code).matches(), name, wrong);
            codes.put(name, code);
        }
        String who = Paging.given(request, "who");
        Narrowed.wrongIf(!who.isEmpty() && !WHO.matcher(who).matches(), "who", wrong);
        String officers = Paging.given(request, "officers");
        Narrowed.wrongIf(!OFFICERS.contains(officers), "officers", wrong);
        if (!wrong.isEmpty()) {
            return Problems.badRequest(String.join(", ", wrong)).response();
        }
        Predicate<AccessRow> wanted = row -> paging.days().have(row.at())
                && fits(who, row.who())
                && fits(codes.getOrDefault("role", ""), row.role())
                && fits(codes.getOrDefault("purpose", ""), row.purpose())
                && fits(codes.getOrDefault("what", ""), row.what())
                && fits(codes.getOrDefault("result", ""), row.result())
                && (!officers.equals("hidden") || !row.isOfficers());
        return Official.answer(
                request,
                Role.DATA_PROTECTION_OFFICER,
                new Official.Question(WHAT, "DATA_PROTECTION", child),
                desk.log(),
                // An entry says nothing of an agency, so it is not for an officer of one of the others.
                official -> official.ofRecipient().isPresent()
                        ? Problems.otherAgency().response()
                        : desk.answer(
                                official,
                                paging,
                                new LogDesk.Wanted<>(
                                        Topics.ACCESS_LOG,
                                        WHAT,
                                        child,
                                        AccessRow.heading(),
                                        record -> row(record, official, child).filter(wanted))));
    }

    private static boolean fits(String wanted, String is) {
        return wanted.isEmpty() || wanted.equals(is);
    }

    /** An entry says nothing of a place: it is of those where its child has an alert. */
    private Optional<AccessRow> row(SpecificRecord record, Official official, Optional<UUID> child) {
        AlertIndex alerts = desk.readModel().alerts();
        return Optional.of(record)
                .filter(Access.class::isInstance)
                .map(Access.class::cast)
                .filter(access ->
                        child.filter(id -> !id.equals(access.getChildId())).isEmpty())
                .filter(access -> official.isOfAll()
                        || alerts.municipalitiesOf(access.getChildId()).stream().anyMatch(official.area()::covers))
                .map(AccessRow::of);
    }
}
