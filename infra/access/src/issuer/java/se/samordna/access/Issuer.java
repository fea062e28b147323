package se.samordna.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** An issuer on a free port of this machine, for the tests of everything that believes its tokens. */
public final class Issuer implements AutoCloseable {

    /** Whom its tokens are for. */
    public static final String AUDIENCE = "samordna";

    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile RSAKey key = newKey();
    private volatile String name;
    private volatile boolean away;

    /** One that answers at once. */
    public Issuer() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        name = uri().toString();
        server.createContext("/.well-known/openid-configuration", this::describe);
        server.createContext("/keys", exchange -> {
            asked.incrementAndGet();
            answer(exchange, new JWKSet(key.toPublicJWK()).toString());
        });
        server.start();
    }

    /** A new pair of RSA keys with an id of its own. */
    public static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its name and address. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    RSAKey key() {
        return key;
    }

    /** Signs with another key from now on, and publishes that alone. */
    void changeKey() {
        key = newKey();
    }

    /** Whether it answers with 500 from now on. */
    void away(boolean now) {
        away = now;
    }

    /** What it calls itself from now on. */
    void callItself(String other) {
        name = other;
    }

    /** How often its keys were asked for. */
    int asked() {
        return asked.get();
    }

    /** A good token. */
    public String token(String role, Optional<String> agency, String municipality) {
        return signed(key, header(key).build(), claims(role, agency, municipality).build());
    }

    /** The claims of a good token, to be spoilt. */
    JWTClaimsSet.Builder claims(String role, Optional<String> agency, String municipality) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(uri().toString())
                .audience(AUDIENCE)
                .subject("person-of-" + role)
                .claim("name", "Någon Exempel")
                .claim("role", role)
                .claim("municipality", municipality)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
        agency.ifPresent(one -> claims.claim("agency", one));
        return claims;
    }

    static JWSHeader.Builder header(RSAKey key) {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID());
    }

    static String signed(RSAKey by, JWSHeader header, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(by));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void describe(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                com.nimbusds.jose.util.JSONObjectUtils.toJSONString(Map.of("issuer", name, "jwks_uri", uri() + "/keys")));
    }

    private void answer(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(away ? 500 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
