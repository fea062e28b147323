package se.samordna.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * What is answered where no app was asked, because the request could not be read as one (RFC 9112): two lengths, a coding
 * nobody knows, a line that is none. The container's own page would be HTML to a program and name the container.
 */
public final class UnreadRequests extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        // As the container's own: what an app has answered, or what is no error, or of which nobody is there to read
        // it.
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            answer(response.getStatus(), response);
            response.finishResponse();
        } catch (IOException e) {
            throw new UncheckedIOException("whoever asked is gone", e);
        }
    }

    /** @param status what the container found: 4xx, of whoever asks; 5xx, our own */
    public static void answer(int status, HttpServletResponse response) throws IOException {
        Refusal.unread(status).to(response);
    }
}
