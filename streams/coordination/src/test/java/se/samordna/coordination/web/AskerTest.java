package se.samordna.coordination.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samordna.access.Area;
import se.samordna.access.Bearer;
import se.samordna.access.Caller;
import se.samordna.access.Presence;
import se.samordna.access.Role;
import se.samordna.coordination.running.FeedIndex;
import se.samordna.rules.Agency;

/** Of which authority someone is, and what of another's feed they are told. */
class AskerTest {

    @ParameterizedTest(name = "a school's contact in {0} is of the {1} in {2}: {3}")
    @CsvSource({
        "2380, SCHOOL, 2380, true",
        "2380, SCHOOL, 2313, false",
        "2380, POLICE, 2380, false",
        "23, SCHOOL, 2313, true",
        "23, SCHOOL, 1265, false",
    })
    void the_same_agency_in_another_municipality_is_another_authority(
            String area, String sender, String municipality, boolean theirs) {
        var school = Optional.of(se.samordna.events.Agency.SCHOOL);
        var caller = new Caller("e1", "Erik Exempel", Role.CONTACT, school, new Area(area));
        Asker asker = new Asker(
                Agency.SCHOOL, Optional.of(new Presence.SignedIn(caller, new Bearer("x"))), "COORDINATION", false);

        assertThat(asker.isOf(sender, municipality)).isEqualTo(theirs);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T14:07:31.482Z, 2026-11-22T23:00:00Z",
        "2026-06-22T21:59:59.999Z, 2026-06-21T22:00:00Z",
        "2026-06-22T22:00:00Z, 2026-06-22T22:00:00Z",
        "2026-10-25T22:30:00Z, 2026-10-24T22:00:00Z", // a day of 25 hours
    })
    void a_day_is_a_local_one_and_silence_stays_as_the_instant_says(Instant heard, Instant told) {
        var source = new FeedIndex.Source("POLICE", Optional.of(heard), true);

        assertThat(source.byDay()).isEqualTo(new FeedIndex.Source("POLICE", Optional.of(told), true));
    }
}
