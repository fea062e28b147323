package se.samordna.indicators.units;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Definitions;
import se.samordna.rules.Agency;
import se.samordna.rules.Body;
import se.samordna.rules.Calendar;
import se.samordna.rules.Reads;
import se.samordna.rules.SocialFact.HomeSupportEnded;
import se.samordna.rules.SocialFact.PlacementEnded;
import se.samordna.rules.SocialFact.PlacementStarted;
import se.samordna.rules.View;

/**
 * I23: each support at home that has ended, half a year later; in the numerator if the child is not placed then.
 * Förstärkt föräldrastöd, bo kvar hemma (Östersund A1).
 */
record I23HomeAfterSupport() implements UnitIndicator {

    private static final int MONTHS = 6;

    @Override
    public Definition definition() {
        return Definitions.HOME_AFTER_SUPPORT;
    }

    @Override
    public Reads reads() {
        return new Reads.Own(Agency.SOCIAL_SERVICES);
    }

    @Override
    public Set<Class<? extends Body>> concerns() {
        return Set.of(HomeSupportEnded.class, PlacementStarted.class, PlacementEnded.class);
    }

    @Override
    public List<Unit> units(View facts) {
        return facts.of(HomeSupportEnded.class).stream()
                .map(ended -> {
                    Instant t = Calendar.end(Calendar.day(ended.at()).plusMonths(MONTHS));
                    return Unit.due(ended, t, facts.placements().stream().noneMatch(placed -> placed.isActiveAt(t)));
                })
                .toList();
    }
}
