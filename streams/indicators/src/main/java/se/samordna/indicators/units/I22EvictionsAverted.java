package se.samordna.indicators.units;

import java.util.List;
import java.util.Set;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Definitions;
import se.samordna.indicators.cells.Figure;
import se.samordna.rules.Agency;
import se.samordna.rules.Body;
import se.samordna.rules.R11;
import se.samordna.rules.Reads;
import se.samordna.rules.SocialCode.HousingKind;
import se.samordna.rules.SocialFact.HousingNotice;
import se.samordna.rules.View;

/**
 * I22: each threat of eviction of R11, when it has ended; in the numerator if it did not end with the eviction.
 * Förhindra vräkning (Östersund A1).
 */
record I22EvictionsAverted() implements UnitIndicator {

    @Override
    public Definition definition() {
        return Definitions.EVICTIONS_AVERTED;
    }

    @Override
    public Reads reads() {
        return new Reads.Own(Agency.SOCIAL_SERVICES);
    }

    @Override
    public Set<Class<? extends Body>> concerns() {
        return Set.of(HousingNotice.class);
    }

    @Override
    public List<Unit> units(View facts) {
        return R11.ended(facts).stream()
                .map(ended -> Unit.at(
                        ended.threat(),
                        ended.by().at(),
                        Figure.one(ended.by().body().kind() != HousingKind.EXECUTED)))
                .toList();
    }
}
