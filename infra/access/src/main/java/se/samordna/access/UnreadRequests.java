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
        // Left alone as by the container's own: no error, an app's own answer, nobody there to read one.
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

    /**
     * Answers so where an app, too, is told of a fault by its status alone.
     *
     * @param status an HTTP status from 400 to 599, as the container found it
     * @throws IOException if whoever asked is gone
     */
    public static void answer(int status, HttpServletResponse response) throws IOException {
        Refusal.unread(status).to(response);
    }
}
