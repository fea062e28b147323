package se.samordna.indicators.units;

import java.util.List;
import java.util.Set;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Definitions;
import se.samordna.indicators.cells.Figure;
import se.samordna.rules.Agency;
import se.samordna.rules.Body;
import se.samordna.rules.Reads;
import se.samordna.rules.SocialCode.HousingKind;
import se.samordna.rules.SocialFact.HousingNotice;
import se.samordna.rules.View;

/**
 * I21: children whose family was evicted in the period, out of the municipality's children. Inga barn vräks (Östersund
 * A1; JB 12:44, UF 16:2).
 */
record I21ChildrenEvicted() implements UnitIndicator {

    private static final Figure ONE = new Figure(1, 0);

    @Override
    public Definition definition() {
        return Definitions.CHILDREN_EVICTED;
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
        return facts.of(HousingNotice.class).stream()
                .filter(notice -> notice.body().kind() == HousingKind.EXECUTED)
                .map(notice -> Unit.at(notice, ONE))
                .toList();
    }

    @Override
    public Figure ofChild(Figure evictions) {
        return evictions.num() > 0 ? ONE : Figure.NONE;
    }
}
