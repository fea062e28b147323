package se.samordna.access;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** Tokens are judged by the keys of an issuer; Karin, coordinator of Östersund, can have one. */
abstract class AgainstAnIssuer {
    static final RSAKey STRANGER = Issuer.newKey();

    final Issuer issuer = new Issuer();
    final Tokens tokens = new Tokens(issuer.uri(), Optional.empty(), Issuer.AUDIENCE);

    @AfterEach
    void close() {
        tokens.close();
        issuer.close();
    }

    Judged judged(String token) {
        return tokens.judge(new Bearer(token));
    }

    String good() {
        return issuer.token("coordinator", Optional.of("SOCIAL_SERVICES"), "2380");
    }

    JWTClaimsSet.Builder karin() {
        return issuer.claims("coordinator", Optional.of("SOCIAL_SERVICES"), "2380");
    }

    String signed(JWTClaimsSet.Builder claims) {
        return Issuer.signed(issuer.key(), header(issuer.key()), claims.build());
    }

    static JWSHeader header(RSAKey key) {
        return Issuer.header(key).build();
    }

    static Date at(int secondsFromNow) {
        return Date.from(Instant.now().plusSeconds(secondsFromNow));
    }
}
