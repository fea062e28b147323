package se.samordna.indicators.units;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Definitions;
import se.samordna.rules.Body;
import se.samordna.rules.Calendar;
import se.samordna.rules.Reads;
import se.samordna.rules.RegionFact.TeamAccepted;
import se.samordna.rules.SocialFact.PlacementEnded;
import se.samordna.rules.SocialFact.PlacementStarted;
import se.samordna.rules.View;

/**
 * I16: each child the social psychiatric team accepted, half a year later; in the numerator if not placed at any time
 * until then. Socialpsykiatriskt team (Östersund A4).
 */
record I16TeamWithoutPlacement() implements UnitIndicator {

    private static final int MONTHS = 6;

    @Override
    public Definition definition() {
        return Definitions.TEAM_WITHOUT_PLACEMENT;
    }

    @Override
    public Reads reads() {
        return new Reads.Released();
    }

    @Override
    public Set<Class<? extends Body>> concerns() {
        return Set.of(TeamAccepted.class, PlacementStarted.class, PlacementEnded.class);
    }

    @Override
    public List<Unit> units(View facts) {
        return facts.of(TeamAccepted.class).stream()
                .map(accepted -> {
                    Instant t = Calendar.end(Calendar.day(accepted.at()).plusMonths(MONTHS));
                    boolean placed = facts.placements().stream()
                            .anyMatch(placement -> placement.from().isBefore(t)
                                    && placement.to().isAfter(accepted.at()));
                    return Unit.due(accepted, t, !placed);
                })
                .toList();
    }
}
