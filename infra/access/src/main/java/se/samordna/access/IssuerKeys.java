package se.samordna.access;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The public keys of an issuer, found by its own description of itself (OpenID Connect Discovery 1.0, 4) unless it is said
 * where they are. Asked only when a token comes, so that an app starts before its issuer does.
 */
final class IssuerKeys implements JWKSetSource<SecurityContext> {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int GREATEST = 256 * 1024;
    private static final int OK = 200;

    private final URI issuer;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    private volatile Optional<URI> keys;
    private volatile boolean away;

    /** @param keys where they are; empty: where the issuer says */
    IssuerKeys(URI issuer, Optional<URI> keys) {
        this.issuer = issuer;
        this.keys = keys;
    }

    /** Whether the issuer did not give its keys when it was last asked. */
    boolean away() {
        return away;
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
            throws JWKSetUnavailableException {
        try {
            JWKSet found = JWKSet.parse(get(where()));
            away = false;
            return found;
        } catch (IOException | ParseException | IllegalArgumentException e) {
            away = true;
            throw new JWKSetUnavailableException("the issuer's keys are not to be had", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            away = true;
            throw new JWKSetUnavailableException("interrupted", e);
        }
    }

    private URI where() throws IOException, InterruptedException, ParseException {
        if (keys.isPresent()) {
            return keys.get();
        }
        String name = issuer.toString();
        String root = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        Map<String, Object> described =
                JSONObjectUtils.parse(get(URI.create(root + "/.well-known/openid-configuration")));
        // Another's description would have us believe another's tokens.
        if (!name.equals(described.get("issuer")) || !(described.get("jwks_uri") instanceof String there)) {
            throw new IOException("that is no description of the issuer");
        }
        URI found = URI.create(there);
        keys = Optional.of(found);
        return found;
    }

    private String get(URI where) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(where)
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .build();
        HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            byte[] read = body.readNBytes(GREATEST + 1);
            if (answer.statusCode() != OK || read.length > GREATEST) {
                throw new IOException("no keys in that answer");
            }
            return new String(read, StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
