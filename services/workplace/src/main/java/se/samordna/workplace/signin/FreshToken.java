package se.samordna.workplace.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.RefreshTokenOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/**
 * Gives every page that asks the APIs a token that holds: the one of the sign-in, refreshed when it is about to end. A
 * provider that refuses to refresh has ended the sign-in, and so do we.
 */
@Component
final class FreshToken implements HandlerInterceptor {
    /** The token, as a text, for {@link Asking}. */
    static final String TOKEN = FreshToken.class.getName() + ".token";

    private static final Logger LOG = LoggerFactory.getLogger(FreshToken.class);

    private final OAuth2AuthorizedClientRepository kept;
    private final KeptForm keptForm;
    private final DefaultOAuth2AuthorizedClientManager clients;

    FreshToken(
            Issuer issuer, OAuth2AuthorizedClientRepository kept, KeptForm keptForm, ApplicationEventPublisher events) {
        this.kept = kept;
        this.keptForm = keptForm;
        var refreshing = new RefreshTokenOAuth2AuthorizedClientProvider();
        refreshing.setApplicationEventPublisher(events);
        clients = new DefaultOAuth2AuthorizedClientManager(issuer, kept);
        clients.setAuthorizedClientProvider(refreshing);
    }

    private enum Outcome {
        FRESH,
        ENDED,
        AWAY
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException, ServletException {
        HttpSession session = request.getSession(false);
        if (session == null
                || request.getDispatcherType() == DispatcherType.ERROR
                || !(handler instanceof HandlerMethod)
                || !(SecurityContextHolder.getContext().getAuthentication() instanceof OAuth2AuthenticationToken who)) {
            return true;
        }
        Outcome outcome;
        // A page and what it fetches come at once; a refresh token may be good for one use only.
        synchronized (WebUtils.getSessionMutex(session)) {
            outcome = refreshed(who, request, response);
        }
        return switch (outcome) {
            case FRESH -> true;
            case ENDED -> ended(session, request, response);
            case AWAY -> {
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                yield false;
            }
        };
    }

    private Outcome refreshed(OAuth2AuthenticationToken who, HttpServletRequest request, HttpServletResponse response) {
        Optional<OAuth2AuthorizedClient> before =
                Optional.ofNullable(kept.loadAuthorizedClient(Issuer.ID, who, request));
        try {
            OAuth2AuthorizedClient now = clients.authorize(OAuth2AuthorizeRequest.withClientRegistrationId(Issuer.ID)
                    .principal(who)
                    .attribute(HttpServletRequest.class.getName(), request)
                    .attribute(HttpServletResponse.class.getName(), response)
                    .build());
            return Optional.ofNullable(now).map(one -> use(one, request)).orElse(Outcome.ENDED);
        } catch (ClientAuthorizationException refused) {
            LOG.atWarn().addKeyValue("code", refused.getError().getErrorCode()).log("a sign-in was not refreshed");
            boolean ended = refused.getError().getErrorCode().equals("invalid_grant");
            // Refreshed a minute early, so an answer that does not come is no end yet.
            return ended
                    ? Outcome.ENDED
                    : before.filter(FreshToken::holds)
                            .map(one -> use(one, request))
                            .orElse(Outcome.AWAY);
        }
    }

    private static boolean holds(OAuth2AuthorizedClient client) {
        Instant end = client.getAccessToken().getExpiresAt();
        return end == null || end.isAfter(Instant.now());
    }

    private static Outcome use(OAuth2AuthorizedClient client, HttpServletRequest request) {
        request.setAttribute(TOKEN, client.getAccessToken().getTokenValue());
        return Outcome.FRESH;
    }

    /** The same address again, now as a stranger: a page leads to the provider and back, a form is kept. */
    private boolean ended(HttpSession session, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        session.invalidate();
        SecurityContextHolder.clearContext();
        String query = request.getQueryString();
        if (request.getMethod().equals("GET")) {
            response.sendRedirect(request.getRequestURI() + (query == null ? "" : "?" + query));
        } else {
            keptForm.show(request, response);
        }
        return false;
    }
}
