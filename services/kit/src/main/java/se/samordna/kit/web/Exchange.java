package se.samordna.kit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import se.samordna.access.Presence;
import se.samordna.access.Role;
import se.samordna.events.Agency;
import se.samordna.kit.intake.Mode;

/** From an HTTP request to the desk, and from its answer to an HTTP response. */
final class Exchange {

    /** The most that is read of one request. */
    static final int MAX_REQUEST_BYTES = 8 * 1024 * 1024;

    private final IntakeDesk desk;

    Exchange(IntakeDesk desk) {
        this.desk = desk;
    }

    /**
     * Takes the request's body in.
     *
     * @param theirs whose work it is to send this
     * @throws IOException if the sender goes away while sending
     */
    ResponseEntity<Object> post(HttpServletRequest request, Mode mode, Predicate<Role> theirs) throws IOException {
        return post(request, mode.sender(), theirs, (body, permit) -> desk.take(body, mode, permit));
    }

    /** What takes a body in, once it is known that its sender may send at all. */
    @FunctionalInterface
    interface Taking {
        Answer take(byte[] body, Permit permit);
    }

    /**
     * Takes the request's body in at another desk.
     *
     * @param agency whose senders alone may send, where that is known
     * @param theirs whose work it is to send this
     * @throws IOException if the sender goes away while sending
     */
    static ResponseEntity<Object> post(
            HttpServletRequest request, Optional<Agency> agency, Predicate<Role> theirs, Taking desk)
            throws IOException {
        Permit permit = new Permit(Presence.of(request));
        Optional<Problem> refusal = permit.refusal(theirs, agency);
        if (refusal.isPresent()) {
            return refusal.get().response();
        }
        // Judged here and not by the mapping: an app that forwards what it does not map must not forward this.
        if (!isJson(request)) {
            return Problem.notJson().response();
        }
        Optional<byte[]> body = body(request);
        if (body.isEmpty()) {
            return Problem.tooLarge(List.of()).response();
        }
        return switch (desk.take(body.get(), permit)) {
            case Answer.Accepted(List<Receipt> receipts, boolean asList) ->
                ResponseEntity.status(HttpStatus.ACCEPTED)
                        .contentType(MediaType.APPLICATION_JSON)
                        .cacheControl(CacheControl.noStore())
                        .body(asList ? receipts : receipts.getFirst());
            case Answer.Invalid(List<PostedFault> faults) ->
                Problem.invalid(faults).response();
            case Answer.Forbidden(List<PostedFault> faults) ->
                Problem.notTheirs(faults).response();
            case Answer.TooLarge(List<PostedFault> faults) ->
                Problem.tooLarge(faults).response();
            case Answer.TooMany _ -> Problem.tooMany().response();
            case Answer.Conflicting(List<PostedFault> faults) ->
                Problem.conflicting(faults).response();
            case Answer.Away away -> Problem.away(away.missing()).response();
        };
    }

    private static boolean isJson(HttpServletRequest request) {
        try {
            String sent = request.getContentType();
            return sent != null && MediaType.APPLICATION_JSON.includes(MediaType.parseMediaType(sent));
        } catch (InvalidMediaTypeException e) {
            // No media type is no JSON.
            return false;
        }
    }

    private static Optional<byte[]> body(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > MAX_REQUEST_BYTES) {
            return Optional.empty();
        }
        byte[] body = request.getInputStream().readNBytes(MAX_REQUEST_BYTES + 1);
        return body.length > MAX_REQUEST_BYTES ? Optional.empty() : Optional.of(body);
    }
}
