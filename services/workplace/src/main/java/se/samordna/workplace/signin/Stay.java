package se.samordna.workplace.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a sign-in that nobody has used for a while, or that has lasted a working day. A page that refreshes itself does not
 * keep anyone signed in: only what a person does counts.
 */
final class Stay extends OncePerRequestFilter {
    private static final String SINCE = Stay.class.getName() + ".since";
    private static final String USED = Stay.class.getName() + ".used";
    // The container forgets a session by its own clock; it must not do so before we have said why.
    private static final Duration AFTER = Duration.ofMinutes(5);

    private final SignInSettings settings;
    private final Clock clock;

    Stay(SignInSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && SignedIn.caller().isPresent()) {
            Instant now = clock.instant();
            if (over(session, now)) {
                session.invalidate();
                SecurityContextHolder.clearContext();
            } else if (session.getAttribute(USED) == null || byHand(request)) {
                session.setAttribute(USED, now);
            }
        }
        chain.doFilter(request, response);
    }

    private boolean over(HttpSession session, Instant now) {
        if (!(session.getAttribute(SINCE) instanceof Instant since)
                || !(session.getAttribute(USED) instanceof Instant used)) {
            session.setAttribute(SINCE, now);
            session.setMaxInactiveInterval(
                    Math.toIntExact(settings.idle().plus(AFTER).toSeconds()));
            return false;
        }
        return !now.isBefore(since.plus(settings.longest())) || !now.isBefore(used.plus(settings.idle()));
    }

    /** Not what a page asks for by itself: a list that is fetched anew, or a stream of what is new. */
    static boolean byHand(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        boolean stream = accept != null && accept.startsWith("text/event-stream");
        boolean fetched =
                request.getHeader("HX-Request") != null && request.getMethod().equals("GET");
        return !stream && !fetched;
    }
}
