package se.samordna.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Parameters that cannot be decoded, or are too many, end here. The container finds that out when it is first asked for one
 * and says it in an exception with the name and value in it, which may be a child's, and which it would log with all its
 * line breaks.
 *
 * <pre>
 * a query  ─▶ looked at before anybody answers ──┐
 * a form   ─▶ when somebody reads it; within a  ─┼─▶ 400, or what the container found: a page's own
 *             handler before any advice sees it ─┘   for who asks for a page, else a problem
 * </pre>
 */
final class UnreadParameters extends OncePerRequestFilter implements HandlerExceptionResolver {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PARTS = "multipart/";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            if (!isInBody(request)) {
                request.getParameterMap();
            }
            chain.doFilter(request, response);
        } catch (InvalidParameterException e) {
            answer(e.getErrorCode(), request, response);
        }
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        if (!(e instanceof InvalidParameterException unread)) {
            return null;
        }
        try {
            answer(unread.getErrorCode(), request, response);
        } catch (IOException _) {
            // Whoever asked is gone.
        }
        return new ModelAndView();
    }

    /** Its parameters stand in its body, which is not to be read before it is known who asks. */
    private static boolean isInBody(HttpServletRequest request) {
        String type = Optional.ofNullable(request.getContentType()).orElse("").toLowerCase(Locale.ROOT);
        return type.startsWith(FORM) || type.startsWith(PARTS);
    }

    private static void answer(int status, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (wantsPage(request)) {
            response.sendError(status);
        } else {
            Refusal.unreadParameters(status).to(response);
        }
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accepted = request.getHeader("Accept");
        return !request.getRequestURI().startsWith("/api/") && accepted != null && accepted.contains("text/html");
    }
}
