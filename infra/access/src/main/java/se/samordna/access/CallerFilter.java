package se.samordna.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who asks, before anything answers.
 *
 * <pre>
 * a token? ─ yes ─▶ good? ─ yes ─▶ that caller
 *    │                └─ no ─▶ 401, never a look at where it comes from; 503 if nobody can tell
 *    no ─▶ from this machine, and that is enough here? ─ yes ─▶ this machine
 *                                                       └─ no ─▶ open to everyone? ─ yes ─▶ nobody
 *                                                                         └─ no ─▶ 401
 * </pre>
 *
 * Health and metrics hold nothing of a child and stay open.
 */
public final class CallerFilter extends OncePerRequestFilter {

    static final String FOUND = CallerFilter.class.getName() + ".found";

    private static final List<String> TRUSTED_NAMES = List.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final String SCHEME = "bearer ";

    private final Optional<Tokens> tokens;
    private final AccessSettings.Auth auth;

    /**
     * @param tokens the judge; none: no issuer is known here and no token believed
     * @param auth whether this machine, too, needs a token, and what needs none
     */
    public CallerFilter(Optional<Tokens> tokens, AccessSettings.Auth auth) {
        this.tokens = tokens;
        this.auth = auth;
    }

    /** By the path that is answered, not the one that was written: a path may be written in many ways. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getServletPath().startsWith("/actuator/")
                && request.getRequestURI().startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        List<String> authorizations = Collections.list(request.getHeaders("Authorization"));
        if (authorizations.isEmpty()) {
            Optional<Presence> presence = withoutToken(request);
            if (presence.isEmpty()) {
                Refusal.MISSING.to(response);
                return;
            }
            request.setAttribute(FOUND, presence.get());
            chain.doFilter(request, response);
            return;
        }
        Optional<Bearer> bearer = bearer(authorizations);
        Judged judged =
                bearer.flatMap(one -> tokens.map(judge -> judge.judge(one))).orElseGet(Judged.Invalid::new);
        switch (judged) {
            case Judged.Good(Caller caller) -> {
                request.setAttribute(FOUND, new Presence.SignedIn(caller, bearer.orElseThrow()));
                chain.doFilter(request, response);
            }
            case Judged.Invalid _ -> Refusal.INVALID.to(response);
            case Judged.Expired _ -> Refusal.EXPIRED.to(response);
            case Judged.KeysAway _ -> Refusal.KEYS_AWAY.to(response);
        }
    }

    private Optional<Presence> withoutToken(HttpServletRequest request) {
        if (!auth.required() && isThisMachine(request)) {
            return Optional.of(new Presence.Local());
        }
        return isOpen(request) ? Optional.of(new Presence.Nobody()) : Optional.empty();
    }

    /** To read alone, and by the path both as it was written and as it is answered. */
    private boolean isOpen(HttpServletRequest request) {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return reads
                && auth.open().stream()
                        .anyMatch(beginning -> request.getRequestURI().startsWith(beginning)
                                && request.getServletPath().startsWith(beginning));
    }

    @Override
    public void destroy() {
        tokens.ifPresent(Tokens::close);
    }

    /** Of two there is none: those before and behind us might each believe another. */
    private static Optional<Bearer> bearer(List<String> authorizations) {
        String said = authorizations.getFirst();
        boolean one =
                authorizations.size() == 1 && said.toLowerCase(Locale.ROOT).startsWith(SCHEME);
        return one ? Optional.of(new Bearer(said.substring(SCHEME.length()).strip())) : Optional.empty();
    }

    /** By address and by the name it is asked by: a page elsewhere can give this address a name of its own (DNS rebinding). */
    private static boolean isThisMachine(HttpServletRequest request) {
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                    && TRUSTED_NAMES.contains(request.getServerName());
        } catch (UnknownHostException e) {
            // An address that is none is not this machine's.
            return false;
        }
    }
}
