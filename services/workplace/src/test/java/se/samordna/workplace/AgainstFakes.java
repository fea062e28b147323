package se.samordna.workplace;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;

/** One workplace for all tests of a run, a coordinator signed in at it: nobody at the police, region's first address dead, the rest one fake. */
abstract class AgainstFakes {
    static final String NOBODY = "http://127.0.0.1:9";
    static final int GREATEST_REQUEST = 64 * 1024;
    static final int GREATEST_ANSWER = 256 * 1024;

    static final FakeBehind BEHIND = new FakeBehind();
    static final Workplace WORKPLACE = new Workplace(
                    BEHIND.address(),
                    "server.port=" + SignInHere.WORKPLACE_PORT,
                    SignInHere.settings()[0],
                    SignInHere.settings()[1],
                    "samordna.targets.police=" + NOBODY,
                    "samordna.targets.region=" + NOBODY + "," + BEHIND.address(),
                    "samordna.connect=500ms",
                    "samordna.answer=1s",
                    "samordna.whole=1500ms",
                    "samordna.acts.patience=100ms",
                    "samordna.greatest-request=" + GREATEST_REQUEST + "B",
                    "samordna.greatest-answer=" + GREATEST_ANSWER + "B")
            .signedIn(SignInHere.COORDINATOR);

    static final String INBOX_API = "/api/coordination/v1/alerts";
    static final String INBOX_PAGE = "/inbox?municipality=2380";
    static final String CHILD_API = "/api/coordination/v1/children/" + Stories.CHILD;
    static final String ALERT_API = AlertStories.ALERTS + AlertStories.OVERDUE_ID;
    static final String ALERT_PAGE = "/alerts/" + AlertStories.OVERDUE_ID;
    static final String CHILD_PAGE = "/children/" + Stories.CHILD;

    @BeforeEach
    void theUsualStory() {
        BEHIND.asked.clear();
        BEHIND.says(INBOX_API, Stories.ALERTS)
                .says("/api/coordination/v1/rules", Stories.RULES)
                .says(ALERT_API, AlertStories.one(Stories.OVERDUE))
                .says(ALERT_API + "/explanation", AlertStories.EXPLANATION)
                .says(ALERT_API + "/history", AlertStories.history(Stories.OVERDUE))
                .says(CHILD_API, Stories.CHILD_ANSWER)
                .says(CHILD_API + "/timeline", Stories.TIMELINE)
                .says("/api/indicators/v1/municipalities/1265/areas", Stories.AREAS);
    }

    /** Lines as HTTP ends them. */
    static String lines(String... lines) {
        return String.join("\r\n", lines);
    }

    /** What the server says to these very bytes, which no client would send. */
    static String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), WORKPLACE.port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A request line and headers, ended, on a connection that is closed after it. */
    static String rawGet(String target, String... headers) throws IOException {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + more + "Connection: close\r\n\r\n");
    }
}
