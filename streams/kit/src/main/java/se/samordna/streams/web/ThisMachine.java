package se.samordna.streams.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets in what comes from loopback; whoever else comes has no token that this version could judge, and is refused. Health
 * and metrics hold nothing of a child and stay open.
 */
public final class ThisMachine extends OncePerRequestFilter {

    private static final List<String> TRUSTED_NAMES = List.of("localhost", "127.0.0.1", "[::1]", "::1");

    /**
     * Whether a request comes from this machine and meant to. The name it asks by counts too: a page elsewhere can give
     * this address a name of its own (DNS rebinding).
     */
    public static boolean asks(HttpServletRequest request) {
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                    && TRUSTED_NAMES.contains(request.getServerName());
        } catch (UnknownHostException e) {
            // An address that is none is not this machine's.
            return false;
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (asks(request)) {
            chain.doFilter(request, response);
            return;
        }
        Problem problem = Problem.notThisMachine();
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(JsonMapper.shared().writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
    }
}
