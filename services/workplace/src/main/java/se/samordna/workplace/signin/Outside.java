package se.samordna.workplace.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Where someone goes who is not signed in: to the provider, and after that back to the page they asked for. What a page
 * fetches by itself cannot go there; it is told to load whole.
 */
final class Outside implements AuthenticationEntryPoint {
    /** Under it, the ways to providers. */
    static final String WAYS = "/oauth2/authorization";

    /** Where the way to the provider begins. */
    static final String BEGIN = WAYS + "/" + Issuer.ID;

    private final Issuer issuer;

    Outside(Issuer issuer) {
        this.issuer = issuer;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, ServletException {
        if (!Stay.byHand(request)) {
            response.setHeader("HX-Refresh", "true");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (!issuer.answers()) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else {
            response.sendRedirect(BEGIN);
        }
    }

    /** Only a page that a person asked for is gone back to; who came to the door begins at their own. */
    static boolean worthGoingBackTo(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && Stay.byHand(request)
                && !request.getRequestURI().equals("/")
                && !request.getRequestURI().startsWith(WAYS);
    }
}
