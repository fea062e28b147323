package se.samordna.kit.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * A line per request: method, route, status, time. The route is the pattern that matched and never the path that was
 * sent, because paths and queries name children.
 */
final class AccessLog extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long start = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            LOG.info(
                    "{} {} {} {} ms",
                    method(request),
                    route instanceof String pattern ? pattern : "-",
                    response.getStatus(),
                    (System.nanoTime() - start) / 1_000_000);
        }
    }

    /** A method is free text of the sender's, too. */
    private static String method(HttpServletRequest request) {
        return switch (request.getMethod()) {
            case "GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH" -> request.getMethod();
            default -> "?";
        };
    }
}
