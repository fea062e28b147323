package se.samordna.workplace.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import se.samordna.workplace.WorkplaceSettings;
import se.samordna.workplace.signin.SignInSettings;

/**
 * Lets in only what someone meant to send here.
 *
 * <p>The services behind take a request from loopback for the agency itself. Forwarding would make everyone loopback,
 * so the APIs are for this machine under its own names alone: also what a proxy here brings from elsewhere is refused,
 * since it comes under another name. Pages have their sign-in, and may be reached from elsewhere under the names that
 * are set. A page elsewhere may not post here, nor read by giving this address a name of its own (DNS rebinding), hence
 * the check of host and origin.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class SameMachine extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> hosts;
    private final Optional<String> address;

    SameMachine(WorkplaceSettings settings, SignInSettings signIn) {
        this.hosts = settings.hosts();
        this.address = signIn.address().map(SameMachine::origin);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String name = nameOf(request.getHeader("Host"));
        boolean local =
                InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress() && THIS_MACHINE.contains(name);
        if (!hosts.contains(name)) {
            refuse(response, "strange-host", "This port is not known by that name.");
        } else if (!local && (!isPage(request) || THIS_MACHINE.contains(name))) {
            refuse(
                    response,
                    "not-this-machine",
                    "From elsewhere only pages are served, and only under a name that is set.");
        } else if (fromElsewhere(request)) {
            refuse(response, "cross-site", "Another site may not send this.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isPage(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith("/api/") && !path.startsWith("/actuator");
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    private boolean fromElsewhere(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        String site = request.getHeader("Sec-Fetch-Site");
        boolean otherOrigin = origin != null
                && !origin.equals(request.getScheme() + "://" + request.getHeader("Host"))
                && !address.filter(origin::equals).isPresent()
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
