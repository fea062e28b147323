package se.samordna.workplace.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is said beside the line of an alert, between the names of the agencies at the left and the right edge. */
class LabelTest {
    private static final String NAME = "Gemensamt hembesök med polisen, förfaller 3 maj";
    private static final String CODE = "R06, förfaller 3 maj";

    @Test
    void its_rules_name_stands_after_the_line() {
        assertThat(Label.beside(300, 400, NAME, CODE)).isEqualTo(new Label(NAME, 412));
    }

    @Test
    void at_the_right_edge_it_stands_before_the_line_and_ends_where_that_begins() {
        Label label = Label.beside(1_000, 1_090, NAME, CODE);

        assertThat(label.text()).isEqualTo(NAME);
        assertThat(label.end()).isEqualTo(1_000 - 12);
    }

    @Test
    void where_a_line_leaves_little_room_its_code_is_said() {
        assertThat(Label.beside(200, 900, NAME, CODE)).isEqualTo(new Label(CODE, 912));
    }

    @Test
    void over_a_line_from_edge_to_edge_its_code_is_said_all_the_same() {
        assertThat(Label.beside(Span.LEFT, Span.RIGHT, NAME, CODE)).isEqualTo(new Label(CODE, Span.LEFT));
    }
}
