package se.samordna.signin;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set.
 *
 * @param issuer what this provider calls itself in tokens; must be the address under which others reach it
 * @param workplaces the workplace's addresses, one for each name a browser may use for it
 * @param secret what the workplace proves itself by; whoever starts both makes one up
 * @param people a file of other people than the usual ones
 * @param keys the directory where the agency systems' secrets lie; made if it is not there
 * @param accessToken how long an access token holds
 * @param refreshToken how long one may stay signed in without being asked again
 */
@ConfigurationProperties("samordna.provider")
public record SignInSettings(
        URI issuer,

        @DefaultValue({"http://127.0.0.1:8080", "http://localhost:8080"})
        List<URI> workplaces,

        String secret,
        Optional<File> people,
        @DefaultValue(".samordna/keys") Path keys,
        @DefaultValue("5m") Duration accessToken,
        @DefaultValue("12h") Duration refreshToken) {}
