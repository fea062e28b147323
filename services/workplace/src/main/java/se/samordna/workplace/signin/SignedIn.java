package se.samordna.workplace.signin;

import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import se.samordna.access.Caller;

/** Who is signed in. Whoever the provider says too little of is not, though it knows them. */
@Component
final class SignedIn implements OAuth2UserService<OidcUserRequest, OidcUser> {

    @Override
    public OidcUser loadUser(OidcUserRequest request) throws OAuth2AuthenticationException {
        // The claims of the id token are all that is asked for: they come from the provider itself, signed.
        OidcUser user = new DefaultOidcUser(List.of(), request.getIdToken());
        if (Caller.of(user.getClaims()).isEmpty()) {
            throw new OAuth2AuthenticationException("no-role-here");
        }
        return user;
    }

    /** Who this request is of. */
    static Optional<Caller> caller() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(OidcUser.class::isInstance)
                .map(OidcUser.class::cast)
                .flatMap(user -> Caller.of(user.getClaims()));
    }
}
