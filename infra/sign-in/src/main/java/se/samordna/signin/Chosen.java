package se.samordna.signin;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** Takes whoever is chosen for that person: nobody here has a password. */
final class Chosen implements AuthenticationProvider {
    private final People people;

    Chosen(People people) {
        this.people = people;
    }

    @Override
    public Authentication authenticate(Authentication asked) throws AuthenticationException {
        return people.of(asked.getName())
                .map(one -> UsernamePasswordAuthenticationToken.authenticated(
                        one.id(), "", List.of(FactorGrantedAuthority.fromFactor("CHOICE"))))
                .orElseThrow(() -> new BadCredentialsException("nobody of that id"));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
