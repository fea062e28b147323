package se.samordna.workplace.bell;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samordna.access.Area;
import se.samordna.access.Caller;

/**
 * The stream of rings to one open page, as server-sent events: {@code ring}, or a comment for a heartbeat. Each holds its
 * request's own virtual thread; a page that does not read is let go by the connection's timeout alone.
 */
@Controller
final class BellController {
    private static final Logger LOG = LoggerFactory.getLogger(BellController.class);
    private static final String RETRY_SECONDS = "60";

    private final Bell bell;
    private final BellSettings settings;

    BellController(Bell bell, BellSettings settings) {
        this.bell = bell;
        this.settings = settings;
    }

    /** @param county two digits, of a page of all its municipalities; then no municipality is given */
    @GetMapping("/inbox/bell")
    void listen(
            Caller caller,
            @RequestParam(defaultValue = "") String municipality,
            @RequestParam(defaultValue = "") String county,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        Optional<Area> area = Area.of(county.isEmpty() ? municipality : county).filter(caller.area()::covers);
        if (caller.agency().isEmpty() || area.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        Optional<Bell.Listener> listening =
                bell.listen(new Bell.Of(caller.agency().get(), area.get()), caller.subject());
        if (listening.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setHeader("Retry-After", RETRY_SECONDS);
            return;
        }
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("X-Accel-Buffering", "no");
        try (Bell.Listener listener = listening.get()) {
            tell(listener, response.getOutputStream());
        } catch (IOException gone) {
            LOG.debug("a page has gone");
        }
    }

    private void tell(Bell.Listener listener, OutputStream out) throws IOException, InterruptedException {
        long end = System.nanoTime() + settings.longest().toNanos();
        say(out, "retry: 5000\n\n");
        while (listener.open() && System.nanoTime() - end < 0) {
            boolean rung = listener.hears(settings.heartbeat());
            if (rung) {
                listener.rest(settings.settle());
            }
            if (listener.open()) {
                say(out, rung ? "event: ring\ndata: -\n\n" : ": still here\n\n");
            }
            if (rung) {
                listener.rest(settings.quiet());
            }
        }
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
