package se.samordna.coordination.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samordna.access.Role;
import se.samordna.coordination.CoordinationSettings;
import se.samordna.coordination.CoordinationTopology;
import se.samordna.coordination.running.CoordinationRuntime;
import se.samordna.coordination.running.ReadModel;
import se.samordna.coordination.scan.DeadLetterScan;
import se.samordna.coordination.scan.DeadLetterScan.Letter;
import se.samordna.coordination.scan.Found;
import se.samordna.coordination.scan.GroupLag;
import se.samordna.streams.Condition;

/** How the platform stands, for its operators: what it has accounted for, what is silent, dead or late. Of no child. */
@RestController
final class OperationController {

    /** The applications that read events; a consumer group each. */
    private static final List<String> GROUPS = List.of(CoordinationTopology.APPLICATION, "indicators");

    private static final String WHAT = "OPERATION";

    private final CoordinationRuntime runtime;
    private final CoordinationSettings settings;
    private final LogDesk desk;

    OperationController(CoordinationRuntime runtime, CoordinationSettings settings, LogDesk desk) {
        this.runtime = runtime;
        this.settings = settings;
        this.desk = desk;
    }

    /** Answers also while this instance is starting: then it says so. */
    @GetMapping("/api/coordination/v1/operation")
    ResponseEntity<Object> operation(HttpServletRequest request) {
        return Official.answer(
                request,
                Role.OPERATOR,
                new Official.Question(WHAT, "OPERATION", Optional.empty()),
                desk.log(),
                _ -> operation());
    }

    private ResponseEntity<Object> operation() {
        boolean counted = runtime.receipts().counted();
        return switch (runtime.lag().of(GROUPS)) {
            case Found.Busy<GroupLag.App> _ -> Problems.busy().response();
            case Found.Away<GroupLag.App> _ -> Problems.logAway().response();
            case Found.Page<GroupLag.App> apps ->
                switch (new DeadLetterScan(runtime.log()).newest()) {
                    case Found.Busy<Letter> _ -> Problems.busy().response();
                    case Found.Away<Letter> _ -> Problems.logAway().response();
                    case Found.Page<Letter> letters -> Desk.ok(document(counted, apps.rows(), letters));
                };
        };
    }

    private OperationDocument document(boolean counted, List<GroupLag.App> apps, Found.Page<Letter> letters) {
        ReadModel read = runtime.readModel();
        Instant now = read.feeds().clock();
        Condition condition = runtime.condition();
        return new OperationDocument(
                now,
                desk.now(),
                condition.phase().name(),
                condition.because(),
                read.whole(),
                apps.stream().map(OperationDocument.App::of).toList(),
                counted,
                OperationDocument.balance(runtime.receipts(), apps.stream().findFirst(), letters.rows()),
                OperationDocument.silent(
                        read.feeds(), now, settings.coordination().silentAfter()),
                OperationDocument.dead(letters));
    }
}
