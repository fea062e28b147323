package se.samordna.signin;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Who may send people here to sign in, and which systems get tokens of their own. */
final class Clients {
    /** The workplace, to this provider. */
    static final String WORKPLACE = "workplace";
    /** Under which a system's client keeps the agency it belongs to. */
    static final String AGENCY = "samordna.agency";

    private static final String PLAIN = "{noop}";

    private Clients() {}

    static RegisteredClientRepository of(SignInSettings settings) {
        List<RegisteredClient> all = new ArrayList<>();
        all.add(workplace(settings));
        AgencySystems.secrets(settings.keys()).forEach((agency, secret) -> all.add(system(agency, secret, settings)));
        return new InMemoryRegisteredClientRepository(all);
    }

    private static RegisteredClient workplace(SignInSettings settings) {
        RegisteredClient.Builder client = client(WORKPLACE, settings.secret())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .scope("openid")
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(settings.accessToken())
                        .refreshTokenTimeToLive(settings.refreshToken())
                        .build());
        settings.workplaces()
                .forEach(workplace -> client.redirectUri(
                                workplace.resolve("/login/oauth2/code/samordna").toString())
                        .postLogoutRedirectUri(workplace.resolve("/signed-out").toString()));
        return client.build();
    }

    private static RegisteredClient system(String agency, String secret, SignInSettings settings) {
        return client(AgencySystems.client(agency), secret)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .clientSettings(ClientSettings.builder().setting(AGENCY, agency).build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(settings.accessToken())
                        .build())
                .build();
    }

    private static RegisteredClient.Builder client(String id, String secret) {
        return RegisteredClient.withId(UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8))
                        .toString())
                .clientId(id)
                .clientSecret(PLAIN + secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    }
}
