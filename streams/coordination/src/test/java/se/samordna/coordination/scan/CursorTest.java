package se.samordna.coordination.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How far back someone has read, in the address of the next page. */
class CursorTest {

    @Test
    void a_cursor_is_read_back_as_it_was_written_and_nothing_else_is_one() {
        Cursor cursor = new Cursor(Map.of(0, 0L, 3, 1_234_567_890L, 11, 36L));

        assertThat(cursor.text()).isEqualTo("0-0.3-kf12oi.11-10");
        assertThat(Cursor.of(cursor.text())).contains(cursor);
        for (String none :
                List.of("", "0", "0-", "-1", "0-A", "0-1.", "0-1,1-2", "0--1", "00000-1", "0-zzzzzzzzzzzz")) {
            assertThat(Cursor.of(none)).as(none).isEmpty();
        }
    }
}
