package se.samordna.indicators.units;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import se.samordna.indicators.cells.Definition;
import se.samordna.indicators.cells.Definitions;
import se.samordna.rules.Agency;
import se.samordna.rules.Body;
import se.samordna.rules.Calendar;
import se.samordna.rules.Closers;
import se.samordna.rules.Fact;
import se.samordna.rules.Reads;
import se.samordna.rules.SocialFact.FamilyPlanEnded;
import se.samordna.rules.SocialFact.FamilyPlanMade;
import se.samordna.rules.SocialFact.FamilyPlanReviewed;
import se.samordna.rules.View;

/**
 * I26: each family plan whose day of review has passed while it stood; in the numerator if reviewed by the end of that
 * day. Familjeplaner (Östersund A5).
 */
record I26FamilyPlansReviewed() implements UnitIndicator {

    @Override
    public Definition definition() {
        return Definitions.PLANS_REVIEWED;
    }

    @Override
    public Reads reads() {
        return new Reads.Own(Agency.SOCIAL_SERVICES);
    }

    @Override
    public Set<Class<? extends Body>> concerns() {
        return Set.of(FamilyPlanMade.class, FamilyPlanReviewed.class, FamilyPlanEnded.class);
    }

    @Override
    public List<Unit> units(View facts) {
        var reviewed = new Closers().add(facts.of(FamilyPlanReviewed.class), FamilyPlanReviewed::planId);
        var ended = new Closers().add(facts.of(FamilyPlanEnded.class), FamilyPlanEnded::planId);
        Stream<Plan> plans = Stream.concat(
                facts.of(FamilyPlanMade.class).stream()
                        .map(x -> new Plan(
                                x, x.body().planId(), Calendar.end(x.body().reviewDate()))),
                facts.of(FamilyPlanReviewed.class).stream()
                        .map(x -> new Plan(
                                x, x.body().planId(), Calendar.end(x.body().reviewDate()))));
        return plans.filter(x -> x.by.at().isBefore(x.due))
                .filter(x -> ended.first(x.id, x.by.at()).isAfter(x.due))
                .map(x -> Unit.due(x.by, x.due, !reviewed.closing(x.id, x.by).isAfter(x.due)))
                .toList();
    }

    private record Plan(Fact<?> by, String id, Instant due) {}
}
