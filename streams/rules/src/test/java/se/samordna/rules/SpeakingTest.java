package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** That the random histories are worth running: in them every rule says everything it can. */
class SpeakingTest {

    private static final int MOST_HISTORIES = 12_000;
    private static final Set<String> ONLY_AT_THE_END = Set.of("opened", "not-opened", "ongoing", "deviation-closed");

    @Test
    void every_rule_speaks_in_every_status_and_every_notice_is_told_and_taken_back() {
        Set<String> spoken = new TreeSet<>();
        Set<String> sayable = sayable();
        for (long seed = 1; seed < MOST_HISTORIES && !spoken.containsAll(sayable); seed++) {
            Replay replay = new Replay(Rules.standard()).heardBy(tell -> spoken.add(line(tell.telling())));
            for (Turn turn : Scripts.live(seed).turns()) {
                switch (turn) {
                    case Turn.Comes(Event event) -> replay.accept(event);
                    case Turn.Until(var then) -> replay.until(then);
                    case Turn.Judged j -> replay.decide();
                    case Turn t -> {} // restarts and checks change nothing that is said
                }
            }
        }
        sayable.removeAll(spoken);
        assertThat(sayable).as("never said").isEmpty();
    }

    private static String line(Telling telling) {
        return switch (telling) {
            case Alert a -> a.rule() + suffix(a.anchor()) + " " + a.status();
            case Notice n -> n.code() + " " + n.status();
        };
    }

    private static String suffix(String anchor) {
        int slash = anchor.indexOf('/');
        return slash < 0 ? "" : anchor.substring(slash);
    }

    private static Set<String> sayable() {
        Set<String> sayable = new TreeSet<>();
        for (Rule rule : Rules.standard().all()) {
            if (rule.card().id() == RuleId.R17) {
                continue; // it speaks of another child's events, which a history of one child has none of
            }
            for (String suffix : suffixes(rule.card().id())) {
                for (Status status : Status.values()) {
                    sayable.add(rule.card().id() + suffix + " " + status);
                }
            }
            for (Tells tells : rule.card().tells()) {
                for (String code : tells.codes()) {
                    if (!ONLY_AT_THE_END.contains(code)) {
                        sayable.add(code + " " + Status.OPEN);
                    }
                    sayable.add(code + " " + Status.RESOLVED);
                    sayable.add(code + " " + Status.WITHDRAWN);
                }
            }
        }
        return sayable;
    }

    private static Set<String> suffixes(RuleId rule) {
        return switch (rule) {
            case R12, R13, R16, R20 -> Set.of("/a", "/b");
            case R14 -> Set.of("/review", "/custody", "/emergency", "/filing", "/application");
            default -> Set.of("");
        };
    }
}
