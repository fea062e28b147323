package se.samordna.signin;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;
import se.samordna.access.Role;

/** Writes into tokens who they are of: a person, or an agency's system. */
@Component
final class Claims implements OAuth2TokenCustomizer<JwtEncodingContext> {
    /** Whom the APIs' tokens are meant for. An id token is for the workplace alone and opens no API. */
    static final String AUDIENCE = "samordna";

    private final People people;

    Claims(People people) {
        this.people = people;
    }

    @Override
    public void customize(JwtEncodingContext token) {
        if (OAuth2TokenType.ACCESS_TOKEN.equals(token.getTokenType())) {
            token.getClaims().audience(List.of(AUDIENCE));
        }
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(token.getAuthorizationGrantType())) {
            system(token);
        } else if (OAuth2TokenType.ACCESS_TOKEN.equals(token.getTokenType())
                || OidcParameterNames.ID_TOKEN.equals(token.getTokenType().getValue())) {
            Optional.ofNullable(token.<Authentication>getPrincipal())
                    .flatMap(who -> people.of(who.getName()))
                    .ifPresent(one -> one.claims().forEach(token.getClaims()::claim));
        }
    }

    private static void system(JwtEncodingContext token) {
        Object agency = Objects.requireNonNull(
                token.getRegisteredClient().getClientSettings().getSetting(Clients.AGENCY),
                "a system without an agency");
        token.getClaims()
                .claim("name", token.getRegisteredClient().getClientId())
                .claim("role", Role.SYSTEM.word())
                .claim("agency", agency)
                .claim("municipality", "00");
    }
}
