package se.samordna.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules that are wrong on purpose: a history finds each out, and shrinks to what shows the fault and little else. */
class ShrinkingTest {

    private static final int MOST_SEEDS = 600;

    /** A fault, and how few events can show it. */
    enum Wrong {
        R01_IS_NEVER_ENDED(RuleId.R01, 2, s -> new Span(s.anchor(), s.from(), Span.NEVER, s.dueAt(), s.evidence())),
        R23_COMES_A_MILLISECOND_LATE(
                RuleId.R23, 1, s -> new Span(s.anchor(), s.from().plusMillis(1), s.to(), s.dueAt(), s.evidence())),
        R06_FORGETS_THE_REPORT(
                RuleId.R06,
                2,
                s -> new Span(
                        s.anchor(), s.from(), s.to(), s.dueAt(), s.evidence().subList(0, 1)));

        private final RuleId rule;
        private final int events;
        private final UnaryOperator<Span> fault;

        Wrong(RuleId rule, int events, UnaryOperator<Span> fault) {
            this.rule = rule;
            this.events = events;
            this.fault = fault;
        }

        Rules among(Rules right) {
            return new Rules(right.all().stream()
                    .map(r -> r.card().id() == rule ? new WrongRule(r, fault) : r)
                    .toList());
        }
    }

    private record WrongRule(Rule right, UnaryOperator<Span> fault) implements Rule {
        @Override
        public Card card() {
            return right.card();
        }

        @Override
        public Settings settings() {
            return right.settings();
        }

        @Override
        public List<Span> spans(View facts) {
            return right.spans(facts).stream().map(fault).toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_wrong_rule_is_found_out_and_its_history_shrinks(Wrong wrong, @TempDir Path directory) {
        Rules rules = wrong.among(Rules.standard());
        Script failing = LongStream.range(1, MOST_SEEDS)
                .boxed()
                .flatMap(seed -> Stream.of(Scripts.shuffled(seed), Scripts.live(seed)))
                .filter(script -> script.failure(rules).isPresent())
                .filter(script -> script.events().size() > 6)
                .findFirst()
                .orElseThrow();

        Script small = Shrinking.shrink(failing, s -> s.failure(rules).isPresent());

        assertThat(small.events()).hasSizeLessThanOrEqualTo(wrong.events);
        Path file = Regressions.keep(directory, wrong.name(), small);
        assertThat(Regressions.read(file).failure(rules))
                .isEqualTo(small.failure(rules))
                .isPresent();
        assertThat(small.failure(Rules.standard()))
                .as("the right rules pass it")
                .isEqualTo(Optional.empty());
        List<Turn> turns = new ArrayList<>(small.turns());
        for (int i = 0; i < turns.size(); i++) {
            List<Turn> without = new ArrayList<>(turns);
            without.remove(i);
            assertThat(new Script(without).failure(rules))
                    .as("no step is too many")
                    .isEmpty();
        }
    }
}
