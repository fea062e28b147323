package se.samordna.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What looks like a token of Karin's and is none. */
class ForgedTokensTest extends AgainstAnIssuer {

    @TestFactory
    Stream<DynamicTest> none_of_these_is_believed() throws Exception {
        Map<String, String> forged = new LinkedHashMap<>();
        forged.put("unsigned", new PlainJWT(karin().build()).serialize());
        forged.put("signed with the public key as a shared one", sharedKey(publicKeyInfo()));
        forged.put("signed with the public key as text", sharedKey(pem().getBytes(StandardCharsets.US_ASCII)));
        forged.put("signed with the published key set as a shared one", sharedKey(publishedKey()));
        forged.put("of another issuer", signed(karin().issuer("http://127.0.0.1:1")));
        forged.put("of an issuer whose name begins like ours", signed(karin().issuer(issuer.uri() + ".example")));
        forged.put("of no issuer", signed(karin().issuer(null)));
        forged.put("for another", signed(karin().audience("samordna-workplace")));
        forged.put("for nobody", signed(karin().audience((String) null)));
        forged.put("without end", signed(karin().expirationTime(null)));
        forged.put("not yet valid", signed(karin().notBeforeTime(at(120))));
        forged.put("of no subject", signed(karin().subject(null)));
        forged.put("of no role there is", signed(karin().claim("role", "admin")));
        forged.put("of all roles", signed(karin().claim("role", List.of("coordinator", "operator"))));
        forged.put("of a coordinator without agency", signed(karin().claim("agency", null)));
        forged.put("of nowhere", signed(karin().claim("municipality", "9999")));
        forged.put("signed by a stranger", Issuer.signed(STRANGER, header(STRANGER), karin().build()));
        forged.put(
                "signed by a stranger under our key's id",
                Issuer.signed(STRANGER, header(issuer.key()), karin().build()));
        forged.put("signed by a stranger who brings the key along", bringsItsKey());
        forged.put("signed by a stranger who says where the key is", saysWhereItsKeyIs());
        forged.put("made to sign someone out", typed("logout+jwt"));
        forged.put("with a demand nobody knows", demanding());
        forged.put("changed after it was signed", changed());
        forged.put("cut short", good().substring(0, good().lastIndexOf('.') + 1));
        forged.put("with its signature left out", good().substring(0, good().lastIndexOf('.')));
        forged.put("no token", "karin");
        forged.put("nothing", "");
        forged.put("dots", "..");
        forged.put("huge", signed(karin().claim("picture", "x".repeat(Bearer.LONGEST))));

        return forged.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.getKey(), () -> assertThat(judged(one.getValue())).isEqualTo(new Judged.Invalid())));
    }

    private String sharedKey(byte[] key) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(issuer.key().getKeyID())
                        .build(),
                karin().build());
        token.sign(new MACSigner(key));
        return token.serialize();
    }

    private byte[] publicKeyInfo() throws JOSEException {
        return issuer.key().toPublicKey().getEncoded();
    }

    private String pem() throws JOSEException {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKeyInfo())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private byte[] publishedKey() {
        return issuer.key().toPublicJWK().toString().getBytes(StandardCharsets.UTF_8);
    }

    private String bringsItsKey() {
        return Issuer.signed(
                STRANGER,
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .jwk(STRANGER.toPublicJWK())
                        .build(),
                karin().build());
    }

    private String saysWhereItsKeyIs() {
        return Issuer.signed(
                STRANGER,
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .jwkURL(URI.create("http://127.0.0.1:1/keys"))
                        .build(),
                karin().build());
    }

    private String typed(String type) {
        return Issuer.signed(
                issuer.key(),
                Issuer.header(issuer.key()).type(new JOSEObjectType(type)).build(),
                karin().build());
    }

    private String demanding() {
        return Issuer.signed(
                issuer.key(),
                Issuer.header(issuer.key())
                        .criticalParams(Set.of("two-persons"))
                        .customParam("two-persons", true)
                        .build(),
                karin().build());
    }

    private String changed() {
        String[] parts = good().split("\\.", -1);
        String other = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("\"2380\"", "\"0180\"");
        String payload = Base64.getUrlEncoder().withoutPadding().encodeToString(other.getBytes(StandardCharsets.UTF_8));
        return parts[0] + "." + payload + "." + parts[2];
    }
}
