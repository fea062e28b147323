package se.samordna.coordination.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets in what comes from loopback; whoever else comes has no token that this version could judge, and is refused. Health
 * and metrics hold nothing of a child and stay open.
 */
@Component
final class ThisMachine extends OncePerRequestFilter {

    private static final List<String> TRUSTED_NAMES = List.of("localhost", "127.0.0.1", "[::1]", "::1");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // The name too: a page elsewhere can give this address a name of its own (DNS rebinding).
        boolean meant = InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                && TRUSTED_NAMES.contains(request.getServerName());
        if (meant) {
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
