package se.samordna.coordination.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samordna.rules.Agency;
import se.samordna.streams.DeadReason;

class DeadLetterIndexTest {

    private static final UUID CHILD = UUID.fromString("0b540000-0000-4000-8000-000000000001");

    private final DeadLetterIndex index = new DeadLetterIndex(2, () -> true);

    @Test
    void a_letter_is_found_by_its_sender_child_and_id_and_by_nothing_else() {
        DeadLetter letter = letter(1, DeadReason.BAD_TIME);
        index.take(letter);

        assertThat(index.find(CHILD, event(1), Agency.SCHOOL)).contains(letter);
        assertThat(index.find(CHILD, event(1), Agency.SOCIAL_SERVICES)).isEmpty();
        assertThat(index.find(CHILD, event(2), Agency.SCHOOL)).isEmpty();
        assertThat(index.find(event(1), event(1), Agency.SCHOOL)).isEmpty();
    }

    @Test
    void the_oldest_falls_out_and_one_sent_again_is_the_newest() {
        index.take(letter(1, DeadReason.BAD_TIME));
        index.take(letter(2, DeadReason.BAD_TIME));
        index.take(letter(1, DeadReason.UNKNOWN_TYPE));

        index.take(letter(3, DeadReason.BAD_TIME));

        assertThat(index.find(CHILD, event(1), Agency.SCHOOL))
                .map(DeadLetter::reason)
                .contains(DeadReason.UNKNOWN_TYPE);
        assertThat(index.find(CHILD, event(2), Agency.SCHOOL)).isEmpty();
        assertThat(index.find(CHILD, event(3), Agency.SCHOOL)).isPresent();
    }

    private static DeadLetter letter(int event, DeadReason reason) {
        return new DeadLetter(CHILD, event(event), Agency.SCHOOL, "2380", "AbsenceInquiryOpened", reason);
    }

    private static UUID event(int id) {
        return new UUID(7, id);
    }
}
