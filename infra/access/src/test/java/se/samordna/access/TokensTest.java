package se.samordna.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import se.samordna.events.Agency;

/** Karin, coordinator of Östersund, has a token; so, it seems, have many others. */
class TokensTest {

    private static final RSAKey STRANGER = Issuer.newKey();

    private Issuer issuer;
    private Tokens tokens;

    @BeforeEach
    void open() {
        issuer = new Issuer();
        tokens = new Tokens(issuer.uri(), Optional.empty(), Issuer.AUDIENCE);
    }

    @AfterEach
    void close() {
        tokens.close();
        issuer.close();
    }

    @Test
    void her_token_is_hers_and_nobody_elses() {
        assertThat(judged(issuer.token("coordinator", Optional.of("SOCIAL_SERVICES"), "2380")))
                .isEqualTo(new Judged.Good(new Caller(
                        "person-of-coordinator",
                        "Någon Exempel",
                        Role.COORDINATOR,
                        Optional.of(Agency.SOCIAL_SERVICES),
                        new Area("2380"))));
    }

    @Test
    void one_that_says_it_is_an_access_token_or_is_for_others_too_is_as_good() {
        JWSHeader typed =
                Issuer.header(issuer.key()).type(new JOSEObjectType("at+jwt")).build();

        assertThat(judged(Issuer.signed(issuer.key(), typed, karin().build()))).isInstanceOf(Judged.Good.class);
        assertThat(judged(signed(karin().audience(List.of("other", Issuer.AUDIENCE)))))
                .isInstanceOf(Judged.Good.class);
    }

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

    @Test
    void one_that_was_good_says_so_after_half_a_minute_of_grace() {
        assertThat(judged(signed(karin().expirationTime(at(-10))))).isInstanceOf(Judged.Good.class);
        assertThat(judged(signed(karin().expirationTime(at(-60))))).isEqualTo(new Judged.Expired());
        assertThat(judged(signed(karin().expirationTime(at(-60)).audience("other"))))
                .isEqualTo(new Judged.Invalid());
    }

    @Test
    void while_the_issuer_is_away_nobody_can_tell_and_afterwards_one_can() {
        issuer.away(true);
        assertThat(judged(good())).isEqualTo(new Judged.KeysAway());
        assertThat(judged("karin")).isEqualTo(new Judged.Invalid());

        issuer.away(false);

        assertThat(judged(good())).isInstanceOf(Judged.Good.class);
    }

    @Test
    void keys_once_seen_serve_while_the_issuer_is_away_and_one_never_seen_cannot_be_told() {
        String before = good();
        assertThat(judged(before)).isInstanceOf(Judged.Good.class);

        issuer.away(true);
        issuer.changeKey();

        assertThat(judged(before)).isInstanceOf(Judged.Good.class);
        assertThat(judged(good())).isEqualTo(new Judged.KeysAway());
    }

    @Test
    void a_new_key_is_fetched_when_it_is_first_met() {
        assertThat(judged(good())).isInstanceOf(Judged.Good.class);
        String old = good();

        issuer.changeKey();

        assertThat(judged(good())).isInstanceOf(Judged.Good.class);
        assertThat(judged(old)).isEqualTo(new Judged.Invalid());
    }

    @Test
    void a_flood_of_unknown_keys_does_not_become_a_flood_of_questions() {
        String flood = Issuer.signed(STRANGER, header(STRANGER), karin().build());
        for (int i = 0; i < 50; i++) {
            assertThat(judged(flood)).isEqualTo(new Judged.Invalid());
        }
        assertThat(issuer.asked()).isBetween(1, 3);
        assertThat(judged(good())).isInstanceOf(Judged.Good.class);
    }

    @Test
    void an_issuer_that_describes_itself_as_another_gives_no_keys() {
        issuer.callItself("http://127.0.0.1:1");

        assertThat(judged(good())).isEqualTo(new Judged.KeysAway());
        assertThat(issuer.asked()).isZero();
    }

    @Test
    void where_it_is_said_where_the_keys_are_nothing_else_is_asked() {
        issuer.callItself("http://127.0.0.1:1");
        try (Tokens told = new Tokens(issuer.uri(), Optional.of(URI.create(issuer.uri() + "/keys")), Issuer.AUDIENCE)) {
            assertThat(told.judge(new Bearer(good()))).isInstanceOf(Judged.Good.class);
        }
    }

    @Test
    void neither_a_token_nor_whose_it_is_prints() {
        Bearer bearer = new Bearer(good());
        Judged.Good known = (Judged.Good) tokens.judge(bearer);

        assertThat(bearer).hasToString("token");
        assertThat(new Presence.SignedIn(known.caller(), bearer)).hasToString("person-of-coordinator as coordinator");
    }

    private Judged judged(String token) {
        return tokens.judge(new Bearer(token));
    }

    private String good() {
        return issuer.token("coordinator", Optional.of("SOCIAL_SERVICES"), "2380");
    }

    private JWTClaimsSet.Builder karin() {
        return issuer.claims("coordinator", Optional.of("SOCIAL_SERVICES"), "2380");
    }

    private String signed(JWTClaimsSet.Builder claims) {
        return Issuer.signed(issuer.key(), header(issuer.key()), claims.build());
    }

    private static JWSHeader header(RSAKey key) {
        return Issuer.header(key).build();
    }

    private static Date at(int secondsFromNow) {
        return Date.from(Instant.now().plusSeconds(secondsFromNow));
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
