package se.samordna.workplace.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * To the one provider, and to no other: an address that names one is a page that is not there, and no failure of ours. While
 * the provider is away there is no way either; {@link Outside} says so.
 */
final class WayToIssuer implements OAuth2AuthorizationRequestResolver {
    private final Issuer issuer;
    private final OAuth2AuthorizationRequestResolver way;

    WayToIssuer(Issuer issuer) {
        this.issuer = issuer;
        way = new DefaultOAuth2AuthorizationRequestResolver(issuer, Outside.WAYS);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return request.getRequestURI().equals(Outside.BEGIN) && issuer.answers() ? way.resolve(request) : null;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return registration.equals(Issuer.ID) && issuer.answers() ? way.resolve(request, registration) : null;
    }
}
