package se.samordna.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Makes a script that fails as small and as plain as it can be made and still fails: whole stretches of it go first, then
 * single steps (delta debugging), then what is unusual about the events that are left.
 */
final class Shrinking {

    private static final int MOST_TRIALS = 6_000;

    private final Predicate<Script> fails;
    private Script smallest;
    private int trials;

    private Shrinking(Script failing, Predicate<Script> fails) {
        this.fails = fails;
        smallest = failing;
    }

    static Script shrink(Script failing, Predicate<Script> fails) {
        Shrinking shrinking = new Shrinking(failing, fails);
        boolean smaller = true;
        while (smaller) {
            smaller = shrinking.drops() | shrinking.plainer();
        }
        return shrinking.smallest;
    }

    private boolean drops() {
        boolean any = false;
        for (int size = smallest.turns().size() / 2; size > 0; size /= 2) {
            for (int from = 0; from < smallest.turns().size(); ) {
                List<Turn> rest = new ArrayList<>(smallest.turns());
                rest.subList(from, Math.min(rest.size(), from + size)).clear();
                if (stillFails(rest)) {
                    any = true;
                } else {
                    from += size;
                }
            }
        }
        return any;
    }

    private boolean plainer() {
        boolean any = false;
        for (int i = 0; i < smallest.turns().size(); i++) {
            for (UnaryOperator<Turn> plainer : PLAINER) {
                Turn turn = smallest.turns().get(i);
                Turn plain = plainer.apply(turn);
                List<Turn> turns = new ArrayList<>(smallest.turns());
                turns.set(i, plain);
                any |= !plain.equals(turn) && stillFails(turns);
            }
        }
        return any;
    }

    private boolean stillFails(List<Turn> turns) {
        Script candidate = new Script(turns);
        if (trials++ < MOST_TRIALS && fails.test(candidate)) {
            smallest = candidate;
            return true;
        }
        return false;
    }

    // Each alone, from what is most in the way of reading to what is least.
    private static final List<UnaryOperator<Turn>> PLAINER = List.of(
            turn -> turn instanceof Turn.Jumped(Instant then) ? new Turn.Until(then) : turn,
            turn -> turn instanceof Turn.Restarted ? new Turn.Judged() : turn,
            turn -> turn instanceof Turn.Until(Instant then) ? new Turn.Until(nextDay(then)) : turn,
            event(e -> Edit.of(e).corrects(Optional.empty()).done()),
            event(e -> Edit.of(e).identity(ProtectedIdentity.NONE).done()),
            event(e -> Edit.of(e).on(Ground.OWN).consent(Optional.empty()).done()),
            event(e -> Edit.of(e).municipality("2380").done()),
            event(e -> Edit.of(e).received(e.occurredAt()).done()),
            event(e -> moved(e, ChronoUnit.DAYS)),
            event(e -> moved(e, ChronoUnit.HOURS)),
            event(e -> moved(e, ChronoUnit.SECONDS)));

    private static UnaryOperator<Turn> event(UnaryOperator<Event> plainer) {
        return turn -> turn instanceof Turn.Comes(Event e) ? new Turn.Comes(plainer.apply(e)) : turn;
    }

    private static Event moved(Event e, ChronoUnit to) {
        Instant at = e.occurredAt().truncatedTo(to);
        Duration lag = Duration.between(e.occurredAt(), e.receivedAt());
        return Edit.of(e).at(at).received(at.plus(lag)).done();
    }

    private static Instant nextDay(Instant at) {
        Instant day = at.truncatedTo(ChronoUnit.DAYS);
        return day.equals(at) ? at : day.plus(Duration.ofDays(1));
    }
}
