package se.samordna.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.samordna.events.Agency;

/** Karin has a token: whose it is, how long it is good, and how its key is found. */
class TokensTest extends AgainstAnIssuer {

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
}
