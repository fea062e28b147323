package se.samordna.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.BadJWSException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges bearer tokens by the keys of one issuer (RFC 7519, RFC 9068): signature, issuer, audience and times, and then who
 * it is of. Safe for many threads; a judgement costs one check of a signature, some tens of microseconds.
 */
public final class Tokens implements AutoCloseable {

    /** Public keys alone. With a shared one (HS256) whoever can read our keys could make a token. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration KEPT_WHILE_AWAY = Duration.ofMinutes(15);
    // A token with a key nobody has heard of makes us ask for new keys; whoever sends many must not make us ask often.
    private static final Duration ASKED_AT_MOST_EVERY = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int SKEW_SECONDS = 30;

    private final IssuerKeys keys;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    /**
     * Tokens of one issuer.
     *
     * @param issuer as the tokens' {@code iss} has it
     * @param keysAt where its keys are; empty: where it says
     * @param audience whom they must be for
     */
    public Tokens(URI issuer, Optional<URI> keysAt, String audience) {
        keys = new IssuerKeys(issuer, keysAt);
        JWKSource<SecurityContext> source = JWKSourceBuilder.create(keys)
                .cache(KEPT.toMillis(), PATIENCE.toMillis())
                .refreshAheadCache(false)
                .rateLimited(ASKED_AT_MOST_EVERY.toMillis())
                .outageTolerant(KEPT_WHILE_AWAY.toMillis())
                .build();
        DefaultJWTClaimsVerifier<SecurityContext> claims = new DefaultJWTClaimsVerifier<>(
                Set.of(audience),
                new JWTClaimsSet.Builder().issuer(issuer.toString()).build(),
                Set.of("sub", "exp"),
                Set.of());
        claims.setMaxClockSkew(SKEW_SECONDS);
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, source));
        processor.setJWTClaimsSetVerifier(claims);
        // A token made for another purpose, such as a sign-out, is signed by the same keys.
        // Many issuers name none, hence the null.
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"), null));
    }

    /** What this token is. Nothing of it is logged or kept. */
    public Judged judge(Bearer bearer) {
        if (bearer.token().length() > Bearer.LONGEST) {
            return new Judged.Invalid();
        }
        try {
            Map<String, Object> claims = processor.process(bearer.token(), null).getClaims();
            return Caller.of(claims).<Judged>map(Judged.Good::new).orElseGet(Judged.Invalid::new);
        } catch (ExpiredJWTException e) {
            return new Judged.Expired();
        } catch (BadJWTException | BadJWSException | ParseException e) {
            return new Judged.Invalid();
        } catch (RateLimitReachedException | BadJOSEException e) {
            // No key of ours fits: forged, or signed by one so new that the issuer could not give it to us.
            return keys.away() ? new Judged.KeysAway() : new Judged.Invalid();
        } catch (KeySourceException e) {
            return new Judged.KeysAway();
        } catch (JOSEException | IllegalArgumentException e) {
            return new Judged.Invalid();
        }
    }

    @Override
    public void close() {
        keys.close();
    }
}
