package se.samordna.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.samordna.rules.oracle.Oracle;

/** How a history comes to one child, step by step, and where it is held against the oracle. */
record Script(List<Turn> turns) {

    Script {
        turns = List.copyOf(turns);
    }

    /** Plays it under the rules; what differs from the page at the first check that fails, empty if nothing does. */
    Optional<String> failure(Rules rules) {
        Replay replay = new Replay(rules);
        List<Event> come = new ArrayList<>();
        for (Turn turn : turns) {
            switch (turn) {
                case Turn.Comes(Event event) -> {
                    replay.accept(event);
                    come.add(event);
                }
                case Turn.Judged() -> replay.decide();
                case Turn.Restarted() -> replay.restart();
                case Turn.Until(var then) -> replay.until(then);
                case Turn.Jumped(var then) -> replay.jump(then);
                case Turn.Checked() -> {
                    replay.decide();
                    Optional<String> wrong = wrong(replay, come);
                    if (wrong.isPresent()) {
                        return wrong;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> wrong(Replay replay, List<Event> come) {
        Set<String> told = replay.lines();
        Set<String> page = Oracle.lines(Histories.CHILD, come, replay.now());
        if (told.equals(page) && replay.missed() == 0) {
            return Optional.empty();
        }
        Set<String> tooMuch = new TreeSet<>(told);
        tooMuch.removeAll(page);
        Set<String> tooLittle = new TreeSet<>(page);
        tooLittle.removeAll(told);
        return Optional.of("at " + replay.now() + " told, but not by the page:\n  " + String.join("\n  ", tooMuch)
                + "\nby the page, but not told:\n  " + String.join("\n  ", tooLittle)
                + "\ntold when all is judged anew: "
                + replay.missed());
    }

    List<Event> events() {
        return turns.stream()
                .flatMap(t ->
                        t instanceof Turn.Comes(Event e) ? java.util.stream.Stream.of(e) : java.util.stream.Stream.of())
                .toList();
    }
}
