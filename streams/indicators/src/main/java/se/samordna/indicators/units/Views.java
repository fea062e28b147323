package se.samordna.indicators.units;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import se.samordna.rules.Agency;
import se.samordna.rules.Child;
import se.samordna.rules.Gate;
import se.samordna.rules.Reads;
import se.samordna.rules.View;

/** A child at an instant as its indicators may see it; each view is made once, when one asks for it. */
final class Views {

    private final Child child;
    private final Instant now;
    private final Map<Agency, View> own = new EnumMap<>(Agency.class);
    private Optional<View> released = Optional.empty();

    Views(Child child, Instant now) {
        this.child = child;
        this.now = now;
    }

    View of(Reads reads) {
        return switch (reads) {
            case Reads.Own(Agency agency) -> own.computeIfAbsent(agency, each -> View.own(child, now, each));
            case Reads.Released() -> {
                if (released.isEmpty()) {
                    released = Optional.of(View.released(child, now));
                }
                yield released.get();
            }
        };
    }

    /** When time alone changes what may be seen. */
    Optional<Instant> nextChange(Reads reads) {
        return reads instanceof Reads.Released ? Gate.of(child, now).nextChange() : Optional.empty();
    }
}
