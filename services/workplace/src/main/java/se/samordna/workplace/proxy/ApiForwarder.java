package se.samordna.workplace.proxy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samordna.workplace.WorkplaceSettings;

/**
 * <pre>
 * request ─▶ plain path? known word? method? size? ─▶ first target that takes it ─▶ answer, streamed back
 *                 │ no                                      │ none, or its body breaks off
 *                 ▼                                         ▼
 *             400/404/405/413                     503 with Retry-After; 400
 * </pre>
 */
@RestController
final class ApiForwarder {
    private static final Logger LOG = LoggerFactory.getLogger(ApiForwarder.class);
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

    private final HttpClient client;
    private final WorkplaceSettings settings;
    private final AnswerStream answers;

    ApiForwarder(HttpClient client, WorkplaceSettings settings) {
        this.client = client;
        this.settings = settings;
        this.answers = new AnswerStream(settings);
    }

    @RequestMapping("/api/**")
    void forward(HttpServletRequest request, HttpServletResponse response) throws IOException, InterruptedException {
        switch (ApiPath.of(request.getRequestURI(), request.getQueryString())) {
            case ApiPath.Refused ignored -> Problem.PATH_REFUSED.to(response);
            case ApiPath.Unknown ignored -> Problem.NOT_HERE.to(response);
            case ApiPath.Known known -> forward(known, request, response);
        }
    }

    private void forward(ApiPath.Known path, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        long length = request.getContentLengthLong();
        long greatest = settings.greatestRequest().toBytes();
        if (!METHODS.contains(request.getMethod())) {
            Problem.METHOD_REFUSED.to(response);
        } else if (length > greatest) {
            Problem.TOO_LARGE.to(response);
        } else {
            var body = new CountedBody(request.getInputStream(), greatest);
            tryEach(path, request, length, body, response);
        }
    }

    private void tryEach(
            ApiPath.Known path, HttpServletRequest request, long length, CountedBody body, HttpServletResponse response)
            throws IOException, InterruptedException {
        var begun = new AtomicBoolean();
        Problem problem = Problem.AWAY;
        List<URI> targets = settings.of(path.behind());
        for (URI target : targets) {
            try {
                HttpResponse<InputStream> answer =
                        client.send(asked(path.at(target), request, length, body, begun), BodyHandlers.ofInputStream());
                answers.passOn(answer, request.getMethod(), response);
                return;
            } catch (HttpTimeoutException slow) {
                problem = Problem.SLOW;
                LOG.atWarn().addKeyValue("behind", path.behind().word()).log("no answer in time");
            } catch (IOException away) {
                if (body.broken()) {
                    return; // The container has answered 400 for it, or nobody is there to be answered.
                }
                if (response.isCommitted()) {
                    // Half an answer must not look like a whole one: the container breaks the connection.
                    throw away;
                }
                if (body.tooLarge()) {
                    break;
                }
                LOG.atWarn()
                        .addKeyValue("behind", path.behind().word())
                        .addKeyValue("cause", away.getClass().getSimpleName())
                        .log("not forwarded");
            }
            // A body that has begun to flow cannot be sent a second time.
            if (begun.get()) {
                break;
            }
        }
        (body.tooLarge() ? Problem.TOO_LARGE : problem).to(response);
    }

    private HttpRequest asked(
            URI where, HttpServletRequest request, long length, CountedBody body, AtomicBoolean begun) {
        HttpRequest.Builder asked = HttpRequest.newBuilder(where).timeout(settings.answer());
        PassedHeaders.in(request, asked);
        boolean hasBody = length > 0 || (length < 0 && request.getHeader("Transfer-Encoding") != null);
        if (!hasBody) {
            return (switch (request.getMethod()) {
                        case "GET" -> asked.GET();
                        case "HEAD" -> asked.HEAD();
                        default -> asked.method(request.getMethod(), BodyPublishers.noBody());
                    })
                    .build();
        }
        HttpRequest.BodyPublisher streamed = BodyPublishers.ofInputStream(() -> {
            begun.set(true);
            return body;
        });
        return asked.method(request.getMethod(), length < 0 ? streamed : BodyPublishers.fromPublisher(streamed, length))
                .build();
    }
}
