package se.samordna.workplace.proxy;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samordna.workplace.WorkplaceSettings;

/** Streams an answer back, in bounded size and bounded time. */
final class AnswerStream {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerStream.class);

    private final long greatest;
    private final Duration whole;

    AnswerStream(WorkplaceSettings settings) {
        this.greatest = settings.greatestAnswer().toBytes();
        this.whole = settings.whole();
    }

    void passOn(HttpResponse<InputStream> answer, String method, HttpServletResponse response) throws IOException {
        try (var body = new CountedBody(answer.body(), greatest)) {
            OptionalLong length = answer.headers().firstValueAsLong("content-length");
            if (length.orElse(0) > greatest) {
                Problem.ANSWER_TOO_LARGE.to(response);
                return;
            }
            response.setStatus(answer.statusCode());
            PassedHeaders.out(answer.headers(), response);
            length.ifPresent(response::setContentLengthLong);
            // From here on a break is seen as one: what is committed cannot be taken for a whole answer.
            response.flushBuffer();
            if (!method.equals("HEAD")) {
                copy(body, response.getOutputStream());
            }
        }
    }

    /** The client's own timeout ends with the headers, so a body that never ends is closed from beside. */
    private void copy(InputStream body, OutputStream to) throws IOException {
        var done = new CountDownLatch(1);
        Thread.startVirtualThread(() -> closeAfter(body, done));
        try {
            body.transferTo(to);
            to.flush();
        } finally {
            done.countDown();
        }
    }

    private void closeAfter(InputStream body, CountDownLatch done) {
        try {
            if (!done.await(whole.toMillis(), TimeUnit.MILLISECONDS)) {
                body.close();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException broken) {
            LOG.debug("an endless answer broke while it was being closed", broken);
        }
    }
}
