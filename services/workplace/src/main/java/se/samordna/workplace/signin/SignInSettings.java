package se.samordna.workplace.signin;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people sign in.
 *
 * @param issuer the OpenID provider; what it can is read from its {@code /.well-known/openid-configuration} when the first
 *     one comes
 * @param client what the workplace is called there
 * @param secret what the workplace proves itself by there
 * @param address where browsers reach the workplace, if a proxy before it has another scheme or name; its cookies are
 *     {@code Secure} if that is https
 * @param idle how long one stays signed in without doing anything
 * @param longest how long one stays signed in at most, whatever one does
 */
@ConfigurationProperties("samordna.sign-in")
public record SignInSettings(
        @DefaultValue("http://127.0.0.1:8090") URI issuer,
        @DefaultValue("workplace") String client,
        @DefaultValue("") String secret,
        Optional<URI> address,
        @DefaultValue("30m") Duration idle,
        @DefaultValue("10h") Duration longest) {}
