package se.samordna.rules;

import static se.samordna.rules.Agency.REGION;
import static se.samordna.rules.Agency.SOCIAL_SERVICES;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import se.samordna.rules.RegionFact.HealthExamDeclined;
import se.samordna.rules.RegionFact.HealthExamDone;
import se.samordna.rules.SocialFact.HealthExamNotified;
import se.samordna.rules.SocialFact.PlacementEnded;
import se.samordna.rules.SocialFact.PlacementStarted;

/** Placed child's health examination: told of in a week and done in sixty days of the placement (SoL 22:7). */
public record R12(Settings settings) implements Rule {

    /** The numbers that no law gives. */
    public record Settings(
            int version,

            @Setting(
                    least = 0,
                    most = 60,
                    sv = "dagar efter att en placering börjat ska regionen vara underrättad",
                    en = "days after the start of a placement within which the region is told")
            int notifyDays,

            @Setting(most = 60, sv = "dagar därefter att underrätta den", en = "days then within which to tell it")
            int notifyActDays,

            @Setting(
                    most = 366,
                    sv = "dagar efter starten ska barnet vara undersökt",
                    en = "days after the start within which the child is examined")
            int examDays,

            @Setting(sv = "dagar därefter att ordna det", en = "days then within which to arrange it")
            int examActDays)
            implements Rule.Settings {
        public static final Settings DEFAULT = new Settings(1, 7, 1, 60, 14);
    }

    private static final Card CARD = new Card(
            RuleId.R12,
            1,
            "placed-health-exam",
            new Card.Text(
                    "Ett placerat barn saknar hälsoundersökning, eller regionen har inte underrättats om den.",
                    "A placed child has had no health examination, or the region has not been told that one"
                            + " is needed."),
            new Card.Text(
                    "När ett barn placeras ska regionen underrättas om hälsoundersökning; den bör vara gjord"
                            + " inom {examDays} dagar.",
                    "When a child is placed the region is told of the health examination; it should be done"
                            + " within {examDays} days."),
            "SoL 22:7",
            "ARRANGE_HEALTH_EXAM",
            Severity.HIGH,
            Severity.HIGH,
            new Reads.Released(),
            List.of(Tells.full(SOCIAL_SERVICES), Tells.notice(REGION, "health-exam-outstanding")),
            Set.of(
                    PlacementStarted.class,
                    PlacementEnded.class,
                    HealthExamNotified.class,
                    HealthExamDone.class,
                    HealthExamDeclined.class),
            false);

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Span> spans(View facts) {
        List<Fact<PlacementStarted>> placed = facts.of(PlacementStarted.class);
        if (placed.isEmpty()) {
            return List.of();
        }
        Closers notified = new Closers()
                .add(facts.of(HealthExamNotified.class), HealthExamNotified::placementId)
                .addOptional(facts.of(HealthExamDone.class), HealthExamDone::placementId)
                .add(facts.of(PlacementEnded.class), PlacementEnded::placementId);
        Closers examined = new Closers()
                .addOptional(facts.of(HealthExamDone.class), HealthExamDone::placementId)
                .addOptional(facts.of(HealthExamDeclined.class), HealthExamDeclined::placementId)
                .add(facts.of(PlacementEnded.class), PlacementEnded::placementId);
        return placed.stream()
                .flatMap(p -> Stream.of(
                        span(p, "/a", settings.notifyDays, notified, settings.notifyActDays),
                        span(p, "/b", settings.examDays, examined, settings.examActDays)))
                .toList();
    }

    private static Span span(Fact<PlacementStarted> p, String suffix, int days, Closers endings, int actDays) {
        Instant from = Calendar.plusDays(p.at(), days);
        Instant to = endings.first(p.body().placementId(), p.at());
        return new Span(Anchor.of(p, suffix), from, to, Calendar.plusDays(from, actDays), List.of(Evidence.of(p)));
    }

    @Override
    public Set<Class<? extends Body>> endedBy(Anchor anchor) {
        return anchor.suffix().equals("/a")
                ? Set.of(HealthExamNotified.class, HealthExamDone.class, PlacementEnded.class)
                : Set.of(HealthExamDone.class, HealthExamDeclined.class, PlacementEnded.class);
    }
}
