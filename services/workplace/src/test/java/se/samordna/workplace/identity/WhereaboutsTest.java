package se.samordna.workplace.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.events.Agency;
import se.samordna.workplace.identity.Whereabouts.Place;

class WhereaboutsTest {
    private static final UUID ALVA = UUID.fromString("0b540000-0000-8000-8000-000000000001");
    private static final UUID BO = UUID.fromString("0b540000-0000-8000-8000-000000000002");

    private final Whereabouts whereabouts = new Whereabouts();

    @Test
    void of_each_authority_the_newest_stands_and_no_authority_writes_over_anothers() {
        Place old = new Place(Agency.SCHOOL, "2380", 3, 7);
        Place newer = new Place(Agency.SCHOOL, "2380", 3, 5_000_000_000L);
        Place moved = new Place(Agency.SCHOOL, "0114", 11, 2);
        Place social = new Place(Agency.SOCIAL_SERVICES, "2380", 0, 0);

        whereabouts.put(ALVA, old);
        whereabouts.put(ALVA, moved);
        whereabouts.put(ALVA, social);
        whereabouts.put(ALVA, newer);

        assertThat(whereabouts.of(ALVA)).containsExactlyInAnyOrder(newer, moved, social);
        assertThat(whereabouts.of(BO)).isEmpty();
    }

    @Test
    void a_tombstone_forgets_what_one_authority_told_and_the_last_one_the_child() {
        Place school = new Place(Agency.SCHOOL, "2380", 3, 7);
        whereabouts.put(ALVA, school);
        whereabouts.put(ALVA, new Place(Agency.POLICE, "2380", 1, 8));

        whereabouts.forget(ALVA, Agency.POLICE, "2380");
        whereabouts.forget(ALVA, Agency.SCHOOL, "1265");
        whereabouts.forget(BO, Agency.SCHOOL, "2380");
        assertThat(whereabouts.of(ALVA)).containsExactly(school);

        whereabouts.forget(ALVA, Agency.SCHOOL, "2380");
        assertThat(whereabouts.of(ALVA)).isEmpty();
    }
}
