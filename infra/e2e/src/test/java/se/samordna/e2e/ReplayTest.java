package se.samordna.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The hand-written child through the whole system. */
@NeedsPlatform
class ReplayTest {

    @Test
    void one_child_replayed_tells_each_recipient_what_was_reckoned_by_hand_and_nothing_else(Platform platform) {
        CommandLineRun replay = platform.run("replay", Story.file().toString());

        assertThat(replay.code()).as(replay.toString()).isZero();
        assertThat(Story.RECIPIENTS)
                .allSatisfy(recipient -> assertThat(platform.alerts(recipient, Story.CHILD))
                        .containsExactlyElementsOf(Story.expected(recipient)));
    }

    @Test
    void the_same_file_again_tells_nothing_new(Platform platform) {
        platform.run("replay", Story.file().toString());
        var first = platform.run("alerts", "--child", Story.CHILD, "--json").out();

        CommandLineRun again = platform.run("replay", Story.file().toString());

        assertThat(again.code()).as(again.toString()).isZero();
        assertThat(platform.run("alerts", "--child", Story.CHILD, "--json").out())
                .containsExactlyElementsOf(first);
    }
}
