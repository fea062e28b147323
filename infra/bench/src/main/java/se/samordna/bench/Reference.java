package se.samordna.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.samordna.rules.Child;
import se.samordna.rules.Decide;
import se.samordna.rules.Memory;
import se.samordna.rules.Rules;
import se.samordna.rules.Told;
import se.samordna.streams.Signals;

/**
 * What must have been told in the end: the bare rules over each child in memory, no Kafka, no store. They are judged each
 * thirtieth day only (attendance that is forgotten must have been judged before) and once at the end, so the way there is
 * another than the stream's.
 */
final class Reference {
    private static final Duration STEP = Duration.ofDays(30);
    private static final int SHOWN = 3;

    private final Map<String, String> tellings = new HashMap<>();

    private Reference() {}

    static Reference of(Load load) {
        var reference = new Reference();
        IntStream.range(0, load.children())
                .forEach(child -> told(load, child).forEach(t -> t.into(reference.tellings)));
        return reference;
    }

    int size() {
        return tellings.size();
    }

    /** How what was told differs; empty if it does not. */
    List<String> faults(Map<String, String> told) {
        var places = new TreeSet<>(tellings.keySet());
        places.addAll(told.keySet());
        places.removeIf(place -> tellings.getOrDefault(place, "").equals(told.getOrDefault(place, "")));
        List<String> faults = new ArrayList<>();
        places.stream()
                .limit(SHOWN)
                .forEach(place -> faults.add(place + "\n    right: " + tellings.getOrDefault(place, "nothing")
                        + "\n    told:  " + told.getOrDefault(place, "nothing")));
        if (places.size() > SHOWN) {
            faults.add("and " + (places.size() - SHOWN) + " more of " + tellings.size());
        }
        return faults;
    }

    private static Stream<Telling> told(Load load, int child) {
        var signals = new Signals();
        var decide = new Decide(Rules.standard(), Decide.DEFAULT_NAMESPACE);
        var held = Child.empty(load.childId(child), Memory.COORDINATION);
        Told told = Told.NOTHING;
        Instant judge = Load.FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant().plus(STEP);
        for (Sent sent : load.ofChild(child)) {
            Instant now = load.stamps().of(sent);
            if (now.isAfter(judge)) {
                told = decide.decide(held, judge, told).told();
                judge = judge.plus(STEP);
            }
            held.accept(signals.event(sent.record()).orElseThrow(), now);
        }
        return decide.decide(held, load.end(), told).told().entries().stream().map(Telling::of);
    }
}
