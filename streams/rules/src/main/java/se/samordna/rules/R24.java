package se.samordna.rules;

import static se.samordna.rules.Agency.SOCIAL_SERVICES;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import se.samordna.rules.SocialFact.FamilyPlanEnded;
import se.samordna.rules.SocialFact.FamilyPlanMade;
import se.samordna.rules.SocialFact.FamilyPlanReviewed;

/** Family plan review due: the day on which the family's plan was to be reviewed has passed. */
public record R24(Settings settings) implements Rule {

    /** The numbers that no law gives. */
    public record Settings(
            int version,

            @Setting(
                    sv = "dagar efter uppföljningsdagen att följa upp",
                    en = "days after the review day within which to review")
            int actDays)
            implements Rule.Settings {
        public static final Settings DEFAULT = new Settings(1, 14);
    }

    private static final Card CARD = new Card(
            RuleId.R24,
            1,
            "family-plan-review-due",
            new Card.Text("Familjeplanen skulle ha följts upp.", "The family plan was to have been reviewed."),
            new Card.Text(
                    "Familjeplanen säger när den ska följas upp; en plan som ingen ser över hjälper ingen.",
                    "The family plan says when it is to be reviewed; a plan that nobody looks at helps nobody."),
            "plan A5",
            "REVIEW_FAMILY_PLAN",
            Severity.LOW,
            Severity.LOW,
            new Reads.Own(SOCIAL_SERVICES),
            List.of(Tells.full(SOCIAL_SERVICES)),
            Set.of(FamilyPlanMade.class, FamilyPlanReviewed.class, FamilyPlanEnded.class),
            false);

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Span> spans(View facts) {
        List<Fact<FamilyPlanMade>> made = facts.of(FamilyPlanMade.class);
        List<Fact<FamilyPlanReviewed>> reviewed = facts.of(FamilyPlanReviewed.class);
        if (made.isEmpty() && reviewed.isEmpty()) {
            return List.of();
        }
        Closers closers = new Closers()
                .add(reviewed, FamilyPlanReviewed::planId)
                .add(facts.of(FamilyPlanEnded.class), FamilyPlanEnded::planId);
        return Stream.concat(
                        made.stream()
                                .map(x -> span(
                                        x,
                                        x.body().reviewDate(),
                                        closers.closing(x.body().planId(), x))),
                        reviewed.stream()
                                .map(x -> span(
                                        x,
                                        x.body().reviewDate(),
                                        closers.closing(x.body().planId(), x))))
                .toList();
    }

    /** From the end of the review day, not before the event that carries it. */
    private Span span(Fact<?> x, LocalDate reviewDate, Instant to) {
        Instant end = Calendar.end(reviewDate);
        Instant from = end.isBefore(x.at()) ? x.at() : end;
        Instant due = Calendar.plusDays(from, settings.actDays);
        return new Span(Anchor.of(x), from, to, due, List.of(Evidence.of(x)));
    }

    @Override
    public Set<Class<? extends Body>> endedBy(Anchor anchor) {
        return Set.of(FamilyPlanReviewed.class, FamilyPlanEnded.class);
    }
}
