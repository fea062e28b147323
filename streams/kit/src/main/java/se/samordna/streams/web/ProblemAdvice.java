package se.samordna.streams.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every other error as a problem with a stable code; exception messages quote requests, so none is told or logged. */
@RestControllerAdvice
public final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String words = status instanceof HttpStatus known ? known.getReasonPhrase() : "Error";
        HttpHeaders kept = new HttpHeaders();
        kept.putAll(headers);
        kept.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        String code = words.toLowerCase(Locale.ROOT).replace(' ', '-');
        return new ResponseEntity<>(Problem.of(status.value(), code, words, ""), kept, status);
    }

    @ExceptionHandler
    ResponseEntity<Object> ourOwnMistake(RuntimeException e) {
        StackTraceElement[] trace = e.getStackTrace();
        LOG.error("{} at {}", e.getClass().getName(), trace.length == 0 ? "?" : trace[0]);
        return Problem.ourOwnMistake().response();
    }
}
