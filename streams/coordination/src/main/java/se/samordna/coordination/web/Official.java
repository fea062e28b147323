package se.samordna.coordination.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import se.samordna.access.Area;
import se.samordna.access.Caller;
import se.samordna.access.Presence;
import se.samordna.access.Role;
import se.samordna.events.Agency;

/**
 * Someone who looks after the platform or after how it is used: no agency's, and shown no child.
 *
 * @param caller whom a token says they are; empty on this machine itself
 * @param area of which municipalities; without a token all
 */
record Official(Optional<Caller> caller, Role role, Area area, String purpose) {

    /** What is asked for: a code for the access log, and the child if it is of one. */
    record Question(String what, String purpose, Optional<UUID> child) {}

    /** Answers those in that role; whoever else asks is refused, and that is logged as any other refusal. */
    static ResponseEntity<Object> answer(
            HttpServletRequest request,
            Role role,
            Question question,
            LookLog log,
            Function<Official, ResponseEntity<Object>> answer) {
        @Nullable String said = request.getHeader(Asker.PURPOSE);
        String purpose = said == null ? question.purpose : said;
        if (!Asking.CODE.matcher(purpose).matches()) {
            return Problems.badRequest(Asker.PURPOSE).response();
        }
        return switch (Presence.of(request)) {
            case Presence.Local _ -> answer.apply(new Official(Optional.empty(), role, Area.ALL, purpose));
            case Presence.SignedIn known
            when known.caller().role() == role ->
                answer.apply(new Official(
                        Optional.of(known.caller()), role, known.caller().area(), purpose));
            case Presence.SignedIn known -> refused(LookLog.Line.denied(known.caller(), purpose), question, log);
            case Presence.Nobody _ -> refused(LookLog.Line.ofNobody(purpose), question, log);
        };
    }

    private static ResponseEntity<Object> refused(LookLog.Line line, Question question, LookLog log) {
        return log.written(line, question.what, List.of(question.child.orElse(LookLog.NO_CHILD)))
                ? Problems.otherRole().response()
                : Problems.accessLogAway().response();
    }

    /** Of whose tellings alone they may know, where they look after one of the other agencies and not the coordination. */
    Optional<Agency> ofRecipient() {
        return caller.flatMap(Caller::agency).filter(agency -> agency != Agency.SOCIAL_SERVICES);
    }

    /** Their entry in the access log. */
    LookLog.Line line(String result) {
        return caller.map(
                        known -> new LookLog.Line(known.subject(), known.role().word(), purpose, result))
                .orElseGet(() -> new LookLog.Line("local", role.word(), purpose, result));
    }

    /** Whether someone with a token for the whole country asks, or this machine: they see also what is of no known place. */
    boolean isOfAll() {
        return area.equals(Area.ALL);
    }
}
