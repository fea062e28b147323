package se.samordna.workplace.signin;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;

/**
 * The one provider. Asked what it can when the first one signs in and not at the start: the workplace serves its APIs
 * while the provider is away.
 */
@Component
final class Issuer implements ClientRegistrationRepository {
    /** What it is called in addresses. */
    static final String ID = "samordna";

    private static final Logger LOG = LoggerFactory.getLogger(Issuer.class);

    private final SignInSettings settings;
    private volatile Optional<ClientRegistration> known = Optional.empty();

    Issuer(SignInSettings settings) {
        this.settings = settings;
    }

    /** Whether it has told what it can, now or before. */
    boolean answers() {
        try {
            return known.isPresent() || findByRegistrationId(ID) != null;
        } catch (IllegalArgumentException | IllegalStateException away) {
            LOG.atWarn().addKeyValue("cause", away.getClass().getSimpleName()).log("the sign-in provider is away");
            return false;
        }
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!id.equals(ID)) {
            return null;
        }
        ClientRegistration one = known.orElseGet(this::asked);
        known = Optional.of(one);
        return one;
    }

    private ClientRegistration asked() {
        String base = settings.address()
                .map(address -> address.resolve("/").toString())
                .orElse("{baseUrl}/");
        return ClientRegistrations.fromIssuerLocation(settings.issuer().toString())
                .registrationId(ID)
                .clientId(settings.client())
                .clientSecret(settings.secret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .redirectUri(base + "login/oauth2/code/" + ID)
                .scope("openid")
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .build();
    }
}
