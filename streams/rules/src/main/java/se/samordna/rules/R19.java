package se.samordna.rules;

import static se.samordna.rules.Agency.REGION;
import static se.samordna.rules.Agency.SOCIAL_SERVICES;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.samordna.rules.RegionFact.MasDeviationClosed;
import se.samordna.rules.RegionFact.MasDeviationReported;
import se.samordna.rules.SocialFact.PlacementEnded;
import se.samordna.rules.SocialFact.PlacementStarted;

/** Care deviation: the nurse in charge (MAS) reports a deviation in the care of a placed child, until it is closed. */
public record R19(Settings settings) implements Rule {

    /** The numbers that no law gives. */
    public record Settings(
            int version,

            @Setting(sv = "dagar att åtgärda avvikelsen", en = "days within which to close it")
            int actDays)
            implements Rule.Settings {
        public static final Settings DEFAULT = new Settings(1, 14);
    }

    private static final String OPEN = "deviation-open";
    private static final String CLOSED = "deviation-closed";
    private static final Set<String> KINDS =
            Set.of("PSYCHOTROPICS_OVERPRESCRIBED", "BUP_VISIT_MISSED", "HEALTH_EXAM_MISSED");

    private static final Card CARD = new Card(
            RuleId.R19,
            1,
            "care-deviation",
            new Card.Text(
                    "En avvikelse i vården av ett placerat barn är inte åtgärdad.",
                    "A deviation in the care of a placed child is not dealt with."),
            new Card.Text(
                    "Placerade barns vård följs extra: för mycket psykofarmaka, uteblivet BUP-besök eller"
                            + " utebliven hälsoundersökning utreds inom {actDays} dagar.",
                    "The care of placed children is watched: psychotropics overprescribed, a missed visit to"
                            + " child psychiatry or a missed health examination is dealt with within {actDays} days."),
            "Plan J3 (konsultation MAS)",
            "CLOSE_DEVIATION",
            Severity.HIGH,
            Severity.HIGH,
            new Reads.Released(),
            List.of(Tells.full(REGION), Tells.noticeByAlert(SOCIAL_SERVICES, List.of(OPEN, CLOSED))),
            Set.of(MasDeviationReported.class, MasDeviationClosed.class, PlacementStarted.class, PlacementEnded.class),
            false);

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Span> spans(View facts) {
        List<Fact<MasDeviationReported>> reported = facts.of(MasDeviationReported.class);
        List<Activity> placements = reported.isEmpty() ? List.of() : facts.placements();
        if (placements.isEmpty()) {
            return List.of();
        }
        Closers closed = new Closers().add(facts.of(MasDeviationClosed.class), MasDeviationClosed::deviationId);
        return reported.stream()
                .filter(v -> KINDS.contains(v.body().kind()))
                .flatMap(v -> span(v, placements, closed.first(v.body().deviationId(), v.at())).stream())
                .toList();
    }

    /** None unless the child was placed when it was reported. */
    private Optional<Span> span(Fact<?> v, List<Activity> placements, Instant to) {
        List<Evidence> placed = placements.stream()
                .filter(p -> p.isActiveAt(v.at()))
                .map(p -> Evidence.of(p.opener()))
                .toList();
        List<Evidence> evidence =
                Stream.concat(Stream.of(Evidence.of(v)), placed.stream()).toList();
        Instant due = Calendar.plusDays(v.at(), settings.actDays);
        List<Note> notes = List.of(new Note(SOCIAL_SERVICES, OPEN, v.at()), new Note(SOCIAL_SERVICES, CLOSED, to));
        return placed.isEmpty()
                ? Optional.empty()
                : Optional.of(new Span(Anchor.of(v), v.at(), to, due, evidence).telling(notes));
    }

    @Override
    public Set<Class<? extends Body>> endedBy(Anchor anchor) {
        return Set.of(MasDeviationClosed.class);
    }
}
