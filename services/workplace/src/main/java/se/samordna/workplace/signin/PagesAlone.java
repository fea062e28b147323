package se.samordna.workplace.signin;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * Runs a filter before pages and not before the APIs. What a path is, it tells by its very first letters and undecoded: a
 * path that is spelt to look like an API's and is a page's is taken for a page, and no mapping of a page begins so.
 */
final class PagesAlone implements Filter {
    private final Filter before;

    PagesAlone(Filter before) {
        this.before = before;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request instanceof HttpServletRequest http ? http.getRequestURI() : "";
        if (path.startsWith("/api/") || path.startsWith("/actuator/")) {
            chain.doFilter(request, response);
        } else {
            before.doFilter(request, response, chain);
        }
    }
}
