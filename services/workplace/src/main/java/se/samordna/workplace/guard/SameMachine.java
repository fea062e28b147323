package se.samordna.workplace.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import se.samordna.workplace.WorkplaceSettings;

/**
 * Lets in only what someone at this machine meant to send here.
 *
 * <p>The services behind take a request from loopback for the agency itself. Forwarding would make everyone loopback,
 * so whoever is not is refused here. A page elsewhere may not post here either, nor read by giving this address a name
 * of its own (DNS rebinding), hence the check of host and origin.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class SameMachine extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Set<String> hosts;

    SameMachine(WorkplaceSettings settings) {
        this.hosts = settings.hosts();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()) {
            refuse(response, "not-this-machine", "There is no sign-in yet: this port is for this machine alone.");
        } else if (!hosts.contains(nameOf(request.getHeader("Host")))) {
            refuse(response, "strange-host", "This port is not known by that name.");
        } else if (fromElsewhere(request)) {
            refuse(response, "cross-site", "Another site may not send this.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean fromElsewhere(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        String site = request.getHeader("Sec-Fetch-Site");
        boolean otherOrigin = origin != null
                && !origin.equals(request.getScheme() + "://" + request.getHeader("Host"))
                && !READING.contains(request.getMethod());
        boolean strangeSite = site != null && !Set.of("same-origin", "none").contains(site);
        // A link from elsewhere may lead to a page; nothing else may come from there.
        boolean followedLink = READING.contains(request.getMethod())
                && "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                && !request.getRequestURI().startsWith("/api/");
        return otherOrigin || (strangeSite && !followedLink);
    }

    private static String nameOf(@Nullable String host) {
        if (host == null) {
            return "";
        }
        int port = host.lastIndexOf(':');
        String name = port > host.lastIndexOf(']') ? host.substring(0, port) : host;
        return name.toLowerCase(Locale.ROOT);
    }

    private static void refuse(HttpServletResponse response, String code, String why) throws IOException {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType("application/problem+json");
        response.getOutputStream()
                .write(
                        "{\"type\":\"about:blank\",\"title\":\"Refused\",\"status\":403,\"detail\":\"%s\",\"code\":\"%s\"}"
                                .formatted(why, code)
                                .getBytes(StandardCharsets.UTF_8));
    }
}
