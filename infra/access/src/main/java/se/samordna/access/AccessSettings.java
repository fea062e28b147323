package se.samordna.access;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What can be set of who may ask. */
@ConfigurationProperties("samordna")
public record AccessSettings(
        @DefaultValue Auth auth, @DefaultValue SignIn signIn) {

    /**
     * @param required whether a request from this machine needs a token, too; in a cluster always
     * @param open the beginnings of paths that are answered to whoever reads ({@link Presence.Nobody}), too, such as {@code
     *     /api/indicators/}: whatever is under them must tell nobody anything but what is published
     */
    public record Auth(
            @DefaultValue("false") boolean required,
            @DefaultValue List<String> open) {
        public Auth {
            open = List.copyOf(open);
        }
    }

    /**
     * Whose tokens are believed.
     *
     * @param issuer as their {@code iss} has it; none: no token is believed
     * @param keys where its public keys are, if not where it says itself
     * @param audience whom its tokens must be for
     */
    public record SignIn(
            Optional<URI> issuer,
            Optional<URI> keys,
            @DefaultValue("samordna") String audience) {}

    /** @throws IllegalArgumentException if tokens are required and there is nobody to issue them */
    public AccessSettings {
        if (auth.required() && signIn.issuer().isEmpty()) {
            throw new IllegalArgumentException("samordna.auth.required needs samordna.sign-in.issuer");
        }
    }
}
