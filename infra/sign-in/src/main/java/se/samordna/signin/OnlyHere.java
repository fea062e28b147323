package se.samordna.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in this machine alone, under its own names: here one becomes whom one says one is. And tells the browser to load
 * nothing from elsewhere, run nothing, be framed by no one and keep nothing.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class OnlyHere extends OncePerRequestFilter {
    private static final Set<String> OURS = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String policy;

    OnlyHere(SignInSettings settings) {
        // The form ends, by redirects, at the workplace; a browser follows only to where a form may lead.
        String workplaces =
                settings.workplaces().stream().map(Object::toString).sorted().collect(Collectors.joining(" "));
        policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' " + workplaces
                + "; base-uri 'none'; frame-ancestors 'none'";
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
        boolean here = InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                && OURS.contains(request.getServerName());
        if (here) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
